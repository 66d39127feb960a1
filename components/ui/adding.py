"""Adding articles: files and pasted text, taken in once, with a summary that stays until it is closed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from components.analysis.claims.extract import propose_claims
from components.analysis.findings import and_list, number_word
from components.analysis.model import Article, Claim
from components.analysis.story_json import checked_date
from components.ingest.intake import Intake, take_in, take_paste
from components.ingest.reader import all_readers, formats
from components.ui import cache, markup, state
from components.ui.cache import Loaded
from components.ui.widgets import as_label

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

UPLOADER, PASTE = "art_files", "art_paste"
MAX_MB = 20
MAX_SHOWN = 8
MAX_KEPT = 300


def show_uploader(loaded: Loaded, label: str) -> None:
    """The uploader; files are taken in as soon as they have arrived, each set once."""
    files = st.file_uploader(
        label,
        accept_multiple_files=True,
        key=f"{UPLOADER}_{state.version(UPLOADER)}",
        max_upload_size=MAX_MB,
        help=as_label(f"Read are {formats()}."),
    )
    kinds = and_list([reader.label for reader in all_readers()])
    markup.show(
        markup.facts(
            f"{kinds[0].upper()}{kinds[1:]}, also in a ZIP. A file that cannot be read is named, the others go "
            "through. Nothing leaves this machine."
        )
    )
    if files and not state.upload_taken(_digest(files)):
        _take_files(loaded, files)
        state.renew(UPLOADER)
        st.rerun()


def show_paste(loaded: Loaded, label: str = "Paste text") -> None:
    """A form for a text from the clipboard. What was typed stays until it was taken in."""
    version = state.version(PASTE)

    def field(name: str, label: str, placeholder: str = "") -> str:
        key = f"{PASTE}_{name}_{version}"
        return str(st.text_input(label, key=key, placeholder=placeholder, persist_state="session") or "")

    with st.popover(label, icon=":material/content_paste:", type="tertiary"), st.form(PASTE, border=False):
        text = st.text_area("Text of the article", height=220, key=f"{PASTE}_text_{version}", persist_state="session")
        source = field("source", "Source", placeholder="Who published it")
        title = field("title", "Headline", placeholder="Left empty: the first line if it is one")
        day = field("date", "Date", placeholder="2026-03-05")
        author = field("author", "Author")
        url = field("url", "Address", placeholder="https://")
        refused = st.container()  # above the button, where it is seen on a small screen too
        if not st.form_submit_button("Add this article", type="primary"):
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
        _keep(loaded, taken)
        state.renew(PASTE)
        st.rerun()


def show_summary(story_id: str) -> None:
    """What became of the files last added: kept on the page until closed or until the next ones."""
    lines = state.summary(story_id)
    if not lines:
        return
    for kind, text in lines:
        if kind == "added":
            markup.show(markup.said([(text, False)]))
    problems = [text for kind, text in lines if kind == "refused"]
    for text in problems[:MAX_SHOWN]:
        st.warning(as_label(text), icon=":material/block:")
    notes = [text for kind, text in lines if kind == "note"]
    _show_folded(problems[MAX_SHOWN:], "more refused")
    _show_folded(notes, "taken in, with a note")
    st.button("Close", type="tertiary", icon=":material/close:", on_click=state.close_summary, key="art_close")


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
            show_example_button()
        show_summary(loaded.story.id)


def checked_address(url: str) -> str:
    """``url`` if it is "" or an address of the web; ValueError, in a sentence, otherwise."""
    if url and (not url.lower().startswith(("http://", "https://")) or len(url.split()) > 1):
        raise ValueError("The address is not one of the web: write it with http:// or https://, without spaces.")
    return url


def _show_folded(texts: Sequence[str], what: str) -> None:
    if texts:
        with st.expander(f"{len(texts):,} {what}", expanded=len(texts) <= 4):
            for text in texts:
                st.text(text)


def _digest(files: Sequence[UploadedFile]) -> str:
    """What tells this set of uploads from any other: a file uploaded again is another upload."""
    return hashlib.sha256("\0".join(file.file_id for file in files).encode()).hexdigest()


def _take_files(loaded: Loaded, files: Sequence[UploadedFile]) -> None:
    with st.status(f"Reading {len(files)} file{'s' * (len(files) != 1)}", expanded=True) as status:
        bar = st.progress(0.0)

        def each() -> Iterator[tuple[str, bytes]]:
            for number, file in enumerate(files):
                bar.progress(number / len(files), as_label(f"{number + 1} of {len(files)}: {file.name}"))
                yield file.name, file.getvalue()

        taken = take_in(each())
        bar.progress(1.0, "Adding them to the story")
        _keep(loaded, taken)
        status.update(label="Done", state="complete")


def _keep(loaded: Loaded, taken: Intake) -> None:
    """Add what was taken in to the story and leave the summary."""
    story, opened = loaded.story, cache.workspace()
    lines: list[tuple[str, str]] = []
    if taken.articles:
        known = {a.id for a in story.articles}
        fresh = [a for a in {a.id: a for a in taken.articles}.values() if a.id not in known]
        listed = opened.claims_proposed(story.id)
        follows = listed and bool(fresh) and _list_is_parallaxs(loaded)
        proposed = propose_claims((*story.articles, *fresh)) if follows else None
        result = opened.add_articles(story.id, taken.articles, proposed)
        if result.added:
            lines.append(("added", _added(result.added)))
        if result.added and listed:
            lines.append(("added", _claims_follow(proposed)))
        if result.duplicates:
            lines.append(("added", f"Already in the story, nothing changed: {_names(result.duplicates)}."))
    lines += [("refused" if p.refused else "note", str(p)) for p in taken.problems[:MAX_KEPT]]
    if len(taken.problems) > MAX_KEPT:
        lines.append(("note", f"{len(taken.problems) - MAX_KEPT:,} more of the same kind are not listed."))
    state.put_summary(story.id, tuple(lines))


def _list_is_parallaxs(loaded: Loaded) -> bool:
    """Whether the claim list is as Parallax proposed it, with nothing decided or changed by a person."""
    story = loaded.story
    if not story.articles:
        return not story.decisions
    if story.decisions or any(c.origin != "proposed" or c.note for c in story.claims):
        return False
    return [c.text for c in story.claims] == [c.text for c in propose_claims(story.articles)]


def _claims_follow(proposed: Sequence[Claim] | None) -> str:
    if proposed is None:
        return "The claim list is yours and stays as it is: “Propose again” on Claims reads the new articles too."
    return f"The claims were proposed again from all articles: {len(proposed)} of them, see Claims."


def _added(articles: Sequence[Article]) -> str:
    n = len(articles)
    return f"{number_word(n).capitalize()} article{'s' * (n != 1)} added: {_names(articles)}."


def _names(articles: Sequence[Article]) -> str:
    named = [f"{a.source} (“{a.title[:60]}”)" if a.title else a.source for a in articles[:MAX_SHOWN]]
    rest = len(articles) - len(named)
    return and_list([*named, f"{rest:,} more"] if rest else named)
