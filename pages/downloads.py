"""The report, the workbook, the bundle, every table, and what their columns mean."""

from components.ui import markup, widgets
from components.ui.getting_out import finding, show_dictionary, show_others, show_tables, show_whole
from components.ui.noting import show_note

loaded = widgets.current()
widgets.need_articles(loaded)

markup.show(
    markup.title(
        finding(loaded),
        "The numbers on screen and in the files are the same. Each file is written when you ask for it.",
    )
)
show_whole(loaded)
show_note(loaded)
markup.show(markup.section("Table by table", "CSV opens in Excel as it is; the workbook of a table keeps its formats."))
show_tables(loaded)
markup.show(markup.section("Beside the tables", "What another person needs to get the same numbers."))
show_others(loaded)
markup.show(markup.section("What is in each file", "Every column with its unit, its meaning and what higher means."))
show_dictionary(loaded)
