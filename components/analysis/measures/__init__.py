"""One measure family a file. Each holds one constant ``MEASURE`` and is found by a scan."""
