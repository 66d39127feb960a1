"""How the tables of the workspace came about, one migration a file in ``versions``."""
