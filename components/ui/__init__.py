"""What a person sees: the only package that draws. Importing it is the first thing any page does."""

from components.ui.legacy_pages import leave_legacy_pages

leave_legacy_pages()
