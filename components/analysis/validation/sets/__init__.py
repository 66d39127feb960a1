"""The labelled sets, one a file: each holds one frozen constant ``SET``."""
