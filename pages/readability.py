"""readability."""

from components.ui import widgets

widgets.current()
