"""How far the measures agree with human labels: one labelled set a file in ``sets/``, found by scanning."""
