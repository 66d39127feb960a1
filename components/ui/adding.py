"""Adding articles: files and pasted text go to the desk to be looked over; a summary stays until it is closed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from components.analysis.model import Article, Claim, Story
from components.analysis.phrasing import and_list, number_word
from components.analysis.story_json import checked_date
from components.export.text import clip
from components.ingest import web
from components.ingest.desk import Desk
from components.ingest.intake import Problem, take_paste
from components.ingest.reader import all_readers, formats
from components.ui import cache, claims_changed, markup, state
from components.ui.cache import Loaded
from components.ui.metadata_table import checked_address
from components.ui.widgets import as_label

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

UPLOADER, PASTE, FOLDER, WEB = "art_files", "art_paste", "art_folder", "art_web"
A_FOLDER = "A folder"
PATIENCE = 1.0  # seconds to wait for a few files before progress is shown
MAX_MB = 20
MAX_SHOWN = 8
MAX_KEPT = 300
LONGEST_TITLE = 120


def show_uploader(loaded: Loaded, label: str) -> None:
    """The uploader; files are read as soon as they have arrived, each set once, and then looked over."""
    folder = state.value(FOLDER) == A_FOLDER
    files = st.file_uploader(
        label,
        accept_multiple_files="directory" if folder else True,
        key=f"{UPLOADER}_{'folder' if folder else 'files'}_{state.version(UPLOADER)}",
        max_upload_size=MAX_MB,
        help=as_label(f"Read are {formats()}."),
    )
    st.segmented_control(
        "What is added", ["Files", A_FOLDER], key=FOLDER, default="Files", required=True, label_visibility="collapsed"
    )
    kinds = and_list([reader.label for reader in all_readers()])
    markup.show(
        markup.facts(
            f"{kinds[0].upper()}{kinds[1:]}, also in a ZIP. A file that cannot be read is named, the others go "
            "through. Nothing leaves this machine."
        )
    )
    if files and not state.upload_taken(_digest(files)):
        desk = cache.desk(loaded.story.id)
        desk.hand_in([(file.name, file.getvalue) for file in files], folder=folder)
        state.renew(UPLOADER)
        state.close_summary()
        desk.wait(PATIENCE)  # a few files are read in a moment: no progress bar flashes by
        st.rerun()


def show_addresses(loaded: Loaded) -> None:
    """A box for addresses of the web, only where whoever runs Parallax allows fetching them."""
    if not web.is_allowed():
        return
    key = f"{WEB}_{state.version(WEB)}"
    with st.popover("Add from the web", icon=":material/link:", type="tertiary"):
        typed = st.text_area("Addresses, one a line", key=key, placeholder="https://", persist_state="session")
        markup.show(markup.facts("This machine fetches the pages. Many publishers show it less than they show you."))
        if not st.button("Fetch them", type="primary", key="art_fetch"):
            return
        addresses = str(typed or "").split()
        if not 0 < len(addresses) <= web.MAX_AT_ONCE:
            st.error(f"Write one to {web.MAX_AT_ONCE} addresses, one a line.")
            return
    desk = cache.desk(loaded.story.id)
    desk.hand_in_addresses(addresses)
    state.renew(WEB)
    state.close_summary()
    desk.wait(PATIENCE)
    st.rerun()


def show_paste(loaded: Loaded, label: str = "Paste text") -> None:
    """A form for a text from the clipboard. What was typed stays until the articles looked over were added."""
    version = state.version(PASTE)

    def field(name: str, label: str, placeholder: str = "") -> str:
        key = f"{PASTE}_{name}_{version}"
        return str(st.text_input(label, key=key, placeholder=placeholder, persist_state="session") or "")

    with st.popover(label, icon=":material/content_paste:", type="tertiary"), st.form(PASTE, border=False):
        text = st.text_area("Text of the article", height=180, key=f"{PASTE}_text_{version}", persist_state="session")
        source = field("source", "Source", placeholder="Empty: the byline's paper")
        title = field("title", "Headline", placeholder="Empty: the first line if it is one")
        day = field("date", "Date", placeholder="YYYY-MM-DD")
        author = field("author", "Author")
        url = field("url", "Address", placeholder="https://")
        refused = st.container()  # above the button, where it is seen on a small screen too
        if not st.form_submit_button("Look it over", type="primary"):
            return
        try:
            if not str(text or "").strip():
                raise ValueError("There is no text yet: paste the article's text into the first field.")
            checked_date(day.strip())
            checked_address(url.strip())
        except ValueError as error:
            refused.error(as_label(str(error)))
            return
        taken = take_paste(str(text), source=source, title=title, date=day.strip(), author=author, url=url.strip())
        if not taken.articles:
            for problem in taken.problems:
                refused.error(as_label(problem.reason))
            return
        cache.desk(loaded.story.id).lay_out(taken)
        state.close_summary()
        st.rerun()


def show_summary(story_id: str) -> None:
    """What became of the files last added: kept on the page until closed or until the next ones."""
    lines, change = state.summary(story_id)
    if not lines:
        return
    for kind, text in lines:
        if kind == "added":
            markup.show(markup.said([(text, False)]))
    _show_folded([tuple(text.split("\n", 1)) for kind, text in lines if kind == "refused"], "refused")  # type: ignore[misc]
    with st.container(horizontal=True):
        if change and cache.workspace().undo_label(story_id) == change:
            st.button(
                "Take them out again", type="tertiary", icon=":material/undo:", key="art_take_out",
                on_click=_take_out, args=(story_id, change),
            )  # fmt: skip
        st.button("Close", type="tertiary", icon=":material/close:", on_click=state.close_summary, key="art_close")


def show_problems(problems: Sequence[Problem], what: str, *, unfolded: bool = False) -> None:
    """Files and rows that were not taken in as they are, each with its reason, folded away when there are many."""
    _show_folded([_line_of(p) for p in problems], what, unfolded=unfolded)


def show_first(loaded: Loaded) -> None:
    """The screen of a story without articles: one sentence, the uploader, pasting, the example."""
    from components.ui.stories import show_example_button

    markup.show(markup.title(loaded.story.title, "No articles yet"))
    with st.container(width=640):
        markup.show(
            markup.section(
                "Drop in the articles you want to compare",
                "Two or more reports of the same event, by different sources. What surrounds each of them on its page "
                "is cut away, kept and shown.",
            )
        )
        show_uploader(loaded, "Articles")
        with st.container(horizontal=True, vertical_alignment="center"):
            show_paste(loaded, "Paste text instead")
            show_addresses(loaded)
            show_example_button()
        show_summary(loaded.story.id)


def new_to(story: Story, articles: Sequence[Article]) -> Sequence[Article]:
    """Those that are not in the story yet, each once."""
    return [a for a in {a.id: a for a in articles}.values() if a.id not in story.article_by_id]


def keep(
    story: Story,
    articles: Sequence[Article],
    proposed: Sequence[Claim] | None = None,
    *,
    desk: Desk,
    stopped: bool = False,
    known: int = 0,
    refused: Sequence[Problem] = (),
) -> None:
    """Add articles from the desk to the story, and leave a summary.

    ``proposed``: the claim list from all (see proposing.with_more); ``stopped``: whether a person did not wait for it;
    ``known``: how many others were in the story already.
    """
    opened = cache.workspace()
    listed = opened.claims_proposed(story.id)
    result = opened.add_articles(story.id, articles, proposed)
    desk.clear()
    lines: list[tuple[str, str]] = []
    if result.added:
        lines.append(("added", _added(result.added)))
    if result.added and listed:
        told = claims_changed.after_adding(story.claims, proposed, stopped=stopped)
        lines.append(("added", f"{told[0].upper()}{told[1:]}"))
        state.put_claims_note(story.id, told)
    if n := known + len(result.duplicates):
        names = f": {_names(result.duplicates)}" if result.duplicates else ""
        lines.append(("added", f"{number_word(n).capitalize()} already in the story, nothing changed{names}."))
    if refused:
        lines.append(("added", f"{number_word(len(refused)).capitalize()} refused, as listed below."))
    lines += [("refused", "\n".join(_line_of(p))) for p in refused[:MAX_KEPT]]
    change = (opened.undo_label(story.id) or "") if result.added else ""
    state.put_summary(story.id, tuple(lines), change)


def _line_of(problem: Problem) -> tuple[str, str]:
    return (problem.file if problem.row is None else f"{problem.file}, row {problem.row}", problem.reason)


def _show_folded(lines: Sequence[tuple[str, str]], what: str, *, unfolded: bool = False) -> None:
    """(name, reason) lines under a fold that says how many there are."""
    if lines:
        with st.expander(f"{len(lines):,} {what}", expanded=unfolded or len(lines) <= MAX_SHOWN):
            for name, reason in lines[:MAX_KEPT]:
                markup.show(markup.listed(name, reason, ""))
            if len(lines) > MAX_KEPT:
                markup.show(markup.facts(f"{len(lines) - MAX_KEPT:,} more are not listed."))


def _take_out(story_id: str, change: str) -> None:
    """Take back what adding changed, unless something else was changed since the page was drawn."""
    opened = cache.workspace()
    if opened.undo_label(story_id) != change:
        state.put_notice("Something else was changed since: take that back first.")
        return
    opened.undo(story_id)
    state.close_summary()
    state.close_claims_note()
    state.put_notice("The articles were taken out again.")


def _digest(files: Sequence[UploadedFile]) -> str:
    """What tells this set of uploads from any other: a file uploaded again is another upload."""
    return hashlib.sha256("\0".join(file.file_id for file in files).encode()).hexdigest()


def _added(articles: Sequence[Article]) -> str:
    n = len(articles)
    return f"{number_word(n).capitalize()} article{'s' * (n != 1)} added: {_names(articles)}."


def _names(articles: Sequence[Article]) -> str:
    named = [f"{a.source} (“{clip(a.title, LONGEST_TITLE)}”)" if a.title else a.source for a in articles[:MAX_SHOWN]]
    rest = len(articles) - len(named)
    return and_list([*named, f"{rest:,} more"] if rest else named)
