"""``python -m components COMMAND``."""

from components.cli import main

main()
