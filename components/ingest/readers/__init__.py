"""One file format a module, each with one constant ``READER``; found by scanning."""
