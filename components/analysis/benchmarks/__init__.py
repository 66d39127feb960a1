"""How fast the engine is: ratios to the plain libraries within one run, and growth with the size of a story."""
