"""The states a screen can be in, each a story of one workspace, on texts made here.

The browser suite visits them and ``screenshots.py`` photographs them. A state's name is the title of its story in
``TITLES``; "first" is the default story in a workspace that nobody has used yet, "failed" is one source after three
files that could not be taken in were uploaded, "grouped" compares groups, "grouping" has their editor open and "helped"
the words on how to read the strip.
"""

import random

from components.analysis.model import Article
from components.ingest.intake import take_paths
from components.storage.workspace import Workspace
from components.ui.cache import STORIES

TITLES = {
    "first": "Alexandr Wang joins Meta",
    "empty": "Nothing here yet",
    "one": "One report of the ferry",
    "five": "Five papers on the new ferry",
    "fifty": "Fifty papers on the new ferry",
    "enormous": "The whole inquiry into the ferry",
    "failed": "Files that could not be read",
    "grouped": "Five papers in groups",
    "grouping": "Five papers in groups",
    "helped": "Five papers on the new ferry",
}
PAGES = ("compare", "claims", "tone", "hype", "readability", "reader", "articles", "downloads", "methods")
STATES = {
    "first": PAGES,
    "empty": PAGES,
    "one": PAGES,
    "five": ("compare", "claims", "hype"),
    "fifty": PAGES,
    "enormous": ("compare", "claims", "readability", "reader", "articles"),
    "failed": ("articles",),
    "grouped": ("compare", "downloads"),
    "grouping": ("compare",),
    "helped": ("compare",),
}
"""A state and the pages it makes a difference to."""

PLACES = "Aberlow Brackwell Carrow Dunmere Eastley Farholm Greyport Hallin Inverlee Jarrow".split()
KINDS = ("Herald", "Gazette", "Morning Post", "Business Weekly", "Community Blog of the Harbour and the Old Town")
PLAIN = (
    "The new ferry will carry {n} passengers across the bay from May.",
    "The harbour board approved the route on Tuesday by six votes to three.",
    "The pier cost 6.2 million pounds, a tenth more than was planned.",
    "The crossing takes 25 minutes in calm weather and is cancelled in a gale.",
    "Two fishing crews said that the channel is too narrow for both.",
    "Tickets cost four pounds for adults, and children travel free.",
    "The operator has not said who will repair the older boat.",
    "Council officers expect about 90,000 journeys in the first year.",
    "An engineer read the figures aloud and the meeting wrote them down.",
    "The buses will wait for the last boat on weekdays only.",
)
HYPED = (
    "This truly revolutionary, groundbreaking ferry is an incredible masterpiece for the whole coast!",
    "Do not miss the most amazing crossing ever, an absolutely unprecedented and world-class experience.",
    "It is a game-changing, breathtaking success that will transform every life on the bay forever.",
)
DARK = (
    "Residents fear a terrible failure, and an angry crowd called the plan a shameful disaster.",
    "The ugly quarrel has hurt the town, and critics blame a reckless and incompetent board.",
)


def report(number: int, n_sentences: int = 24) -> Article:
    """A report of the ferry by the source of that number; the same for the same number."""
    chance = random.Random(number)
    others = HYPED if number % 7 == 3 else DARK if number % 7 == 5 else ()
    lines = []
    for _ in range(n_sentences):
        line = chance.choice(others) if others and chance.random() < 0.3 else chance.choice(PLAIN)
        lines.append(line.format(n=400 if number % 9 else 250))
    if number == 17:  # one paper that nothing else comes near
        lines = [*HYPED * 4, *lines[:6]]
    paragraphs = [" ".join(lines[at : at + 4]) for at in range(0, len(lines), 4)]
    text = "\n\n".join(paragraphs)
    source = f"{PLACES[number % 10]} {KINDS[number // 10 % 5]}"
    return Article(
        id=f"ferry-{number}",
        source=source,
        title=f"{PLACES[number % 10]} looks at its new ferry, part {number + 1}",
        text=text,
        original=text,
        date=f"2026-03-{number % 28 + 1:02}",
    )


def fill(workspace: Workspace) -> None:
    """Make the story of every state."""
    for folder in sorted(p for p in STORIES.iterdir() if p.is_dir()):
        intake = take_paths([folder])
        workspace.seed_story(intake.title, intake.articles, intake.short_names)
    for state, articles in (
        ("empty", []),
        ("one", [report(1)]),
        ("five", [report(number) for number in range(0, 45, 9)]),
        ("fifty", [report(number) for number in range(50)]),
        ("enormous", [report(2, 9_000), report(3)]),
        ("failed", [report(4)]),
        ("grouped", [report(number) for number in range(2, 7)]),
    ):
        made = workspace.create_story(TITLES[state])
        workspace.add_articles(made.id, articles)
        if state == "grouped":
            first, second, third, fourth, _ = (article.source for article in articles)
            workspace.set_groups(made.id, dict.fromkeys((first, second), "Dailies") | {third: "Blogs", fourth: "Blogs"})


BROKEN = [
    {"name": "prices.csv", "mimeType": "text/csv", "buffer": b"when,price\n2026-03-01,4\n"},
    {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\nnothing follows"},
    {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""},
]
"""Three files that cannot be taken in, each for a reason of its own."""


def address(page: str, state: str) -> str:
    """The link to a page in a state."""
    rows = "&cmp_rows=Groups" if state == "grouped" and page == "compare" else ""
    return f"/{'' if page == PAGES[0] else page}?story={TITLES[state].replace(' ', '+')}{rows}"


def enter(tab, state: str) -> None:
    """Do what a link cannot: in "failed", on Articles, upload what cannot be read; open what folds out."""
    opens = {"grouping": "Group the sources", "helped": "How to read this"}.get(state)
    if opens:
        button = tab.get_by_role("button", name=opens)
        button.scroll_into_view_if_needed()
        button.click()
        tab.get_by_test_id("stPopoverBody").wait_for()
    if state == "failed":
        tab.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(BROKEN)
        tab.get_by_text("prices.csv").first.wait_for()
