"""How every number is made: generated from the measures themselves."""

from components.analysis.measure import all_measures
from components.ui import markup, widgets
from components.ui.method_sections import (
    finding,
    show_contents,
    show_found,
    show_how_sure,
    show_measure,
    show_ordinary_news,
    show_search,
    show_versions,
)
from components.ui.validity import show_validity

loaded = widgets.current()
measures = all_measures()

markup.show(
    markup.title(
        finding(measures),
        "What each number is, how it is made, what it cannot do and where it comes from. The same text goes into every "
        "bundle.",
    )
)
words = show_search()
if words:
    show_found(measures, words)
else:
    show_contents(measures)
    for measure in measures:
        show_measure(measure)
    show_how_sure(loaded.story)
    show_ordinary_news()
    show_validity()
    show_versions(loaded.story)
