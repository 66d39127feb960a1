"""Figures. Builders take frames and a palette and return a figure; ``show_chart`` draws it with its data beside it."""
