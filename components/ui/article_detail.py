"""One article of the list: what was cut away from it, its metadata to correct, its text as it came in."""

from __future__ import annotations

import hashlib

import pandas as pd
import streamlit as st

from components.analysis.model import Article, Cut, Story
from components.analysis.story_json import checked_date
from components.analysis.words import count_words
from components.ingest.intake import NO_NAME
from components.storage.articles import LONGEST_SHORT_NAME
from components.ui import cache, claims_changed, markup, state
from components.ui.article_list import HEADLINE, cut_blocks, n_words_cut
from components.ui.cache import Loaded
from components.ui.metadata_table import (
    FIELDS,
    checked_address,
    corrections_of,
    frame_of,
    noted_fields_of,
    show_editor,
)
from components.ui.widgets import as_label

ORIGINAL, ALL = "art_original", "art_all"
MAX_BLOCKS = 60
MAX_SHOWN_CHARACTERS = 600
MAX_ORIGINAL = 200_000
HOW_TO_NAME = "“{}” says what it is. If you know its name, write it below as source and short name."


def show_cut(loaded: Loaded, article: Article, note: str) -> None:
    """What was cut away, block by block: why, the words, and the way back. ``note``: what else is to be said."""
    blocks = cut_blocks(article)
    in_force = sum(not cut.put_back for _, cut in blocks)
    name = loaded.short_of[article.source]
    if not blocks:
        title = f"{name}: nothing was cut away"
    else:
        n = n_words_cut(article)
        title = f"{name}: {n:,} word{'s' * (n != 1)} cut away in {in_force} block{'s' * (in_force != 1)}"
    lede = "Page, not article: menus, share rows, forms and the like. What is put back is measured."
    if any(cut.reason == HEADLINE for cut in article.cuts):
        lede += " The headline is measured apart from the text."
    number = loaded.colour_of.get(article.source, 0)
    markup.show(markup.source_section(number, title, lede if blocks else "All of the text is measured."))
    if note:
        markup.show(markup.said([("Worth a look: ", True), (f"{note}.", False)]))
    if is_unnamed(article.source):
        markup.show(markup.said([("No outlet is named in it: ", True), (HOW_TO_NAME.format(article.source), False)]))
    with st.container(gap=None):
        for index, cut in blocks[:MAX_BLOCKS]:
            _show_block(loaded, article, index, cut)
    if len(blocks) > MAX_BLOCKS:
        st.caption(f"{len(blocks) - MAX_BLOCKS} more blocks are not shown; all of them stand in the text below.")


def is_unnamed(source: str) -> bool:
    """Whether a source's name says of itself that it is none."""
    return source.endswith("(unnamed)") or source.startswith(NO_NAME)


def show_original(article: Article) -> None:
    """The text as it came in, when it is asked for."""
    with st.expander("The text as it came in", key=ORIGINAL, on_change="rerun") as unfolded:
        if unfolded.open:
            st.text(article.original[:MAX_ORIGINAL] or article.text[:MAX_ORIGINAL])
            if len(article.original) > MAX_ORIGINAL:
                st.caption(f"Its first {MAX_ORIGINAL:,} characters.")


def show_correction(loaded: Loaded, article: Article) -> None:
    """The metadata in a form. What is refused is said, and stays as typed."""
    markup.show(markup.section("Correct what it says", "Nothing is guessed: what the text did not show is empty."))
    short = dict(loaded.story.short_names).get(article.source, "")
    now = (article.source, short, article.title, article.date, article.author, article.url, article.note)
    # other values under other keys: after an undo the form shows what is stored, until then what was typed
    mark = hashlib.sha256("\0".join((article.id, *now)).encode("utf-8", "replace")).hexdigest()[:12]
    with st.form(f"art_form_{mark}", border=False):
        one, two, three = st.columns(3)
        source = one.text_input("Source", article.source, key=f"art_source_{mark}")
        short_name = one.text_input(
            "Short name of the source", short, key=f"art_short_{mark}", help="For narrow columns and charts"
        )
        title = two.text_input("Headline", article.title, key=f"art_title_{mark}")
        author = two.text_input("Author", article.author, key=f"art_author_{mark}")
        day = three.text_input("Date", article.date, key=f"art_date_{mark}", placeholder="YYYY-MM-DD")
        url = three.text_input("Address", article.url, key=f"art_url_{mark}", placeholder="https://")
        note = st.text_area("Note", article.note, key=f"art_note_{mark}", height=68)
        saved = st.form_submit_button("Save the corrections")
    if saved:
        new = tuple(str(v or "").strip() for v in (source, short_name, title, day, author, url, note))
        if new == tuple(v.strip() for v in now):
            st.caption("Nothing was changed.")
            return
        try:
            _correct(loaded, article, new)
        except (ValueError, KeyError) as error:
            st.error(as_label(str(error)))
            return
        state.put_notice("Corrected. Undo takes it back.")
        st.rerun()


def show_table_of_all(loaded: Loaded) -> None:
    """The metadata of all articles in one table to write in, when it is asked for; saved in one step."""
    fold = st.expander("Correct all articles in one table", key=ALL, on_change="rerun")
    if not fold.open:
        return
    articles = loaded.story.articles
    with fold:
        frame = frame_of(noted_fields_of(a) for a in articles)
        mark = hashlib.sha256(repr(frame.to_dict("list")).encode("utf-8", "replace")).hexdigest()[:12]
        edited = show_editor(
            frame,
            f"art_all_{mark}",  # what is stored changed, by an undo say: the table shows it
            order=[*FIELDS, "note"],
            config={"note": st.column_config.TextColumn("Note", width=200)},
            height=560 if len(articles) > 14 else "auto",
            placeholder="–",
            alt="The metadata of all articles, to correct",
        )
        if st.button("Save the table", key="art_save_all"):
            _save_all(loaded, edited)


def _save_all(loaded: Loaded, edited: pd.DataFrame) -> None:
    try:
        corrections = corrections_of(loaded.story.articles, edited)
        if corrections:
            cache.workspace().update_articles(loaded.story.id, corrections)
    except (ValueError, KeyError) as error:
        st.error(as_label(str(error)))
        return
    if not corrections:
        st.caption("Nothing was changed.")
        return
    n = len(corrections)
    state.put_notice(f"{n:,} article{'s' * (n != 1)} corrected. Undo takes it back.")
    st.rerun()


def show_remove(loaded: Loaded, article: Article) -> None:
    """Take the article out of the story, and the way back from the last change."""
    with st.container(horizontal=True):
        st.button(
            "Remove this article",
            icon=":material/delete:",
            type="tertiary",
            key="art_remove",
            on_click=_remove,
            args=(loaded.story, article),
        )


def show_undo(story_id: str) -> None:
    """Take back the last change of the story, whatever it was."""
    label = cache.workspace().undo_label(story_id)
    if label:
        st.button(
            as_label(f"Undo: {label}"),
            icon=":material/undo:",
            type="tertiary",
            key="art_undo",
            on_click=_undo,
            args=(story_id,),
        )


def _show_block(loaded: Loaded, article: Article, index: int, cut: Cut) -> None:
    text = " ".join(article.original[cut.start : cut.end].split())
    n = count_words(text)
    place = cut.start / max(len(article.original), 1)
    where = "top" if place < 0.2 else "end" if place > 0.8 else "within"
    clipped = text if len(text) <= MAX_SHOWN_CHARACTERS else f"{text[:MAX_SHOWN_CHARACTERS]} …"
    facts = f"{where} · {n:,} word{'s' * (n != 1)}" + (" · put back, measured" if cut.put_back else "")
    with st.container(key=f"listed_{index}", horizontal=True, vertical_alignment="center", gap="small"):
        markup.show(markup.listed(cut.reason, clipped, facts, underlined=cut.put_back))
        st.button(
            "Cut again" if cut.put_back else "Put back",
            key=f"art_cut_{article.id}_{index}",
            type="tertiary",
            on_click=_put_back,
            args=(loaded.story.id, article.id, index, not cut.put_back),
        )


def _correct(loaded: Loaded, article: Article, new: tuple[str, ...]) -> None:
    source, short, title, day, author, url, note = new
    checked_date(day)
    if url != article.url:  # one that came with the article may stay as it is
        checked_address(url)
    if len(short) > LONGEST_SHORT_NAME:
        raise ValueError(f"A short name can have at most {LONGEST_SHORT_NAME} characters.")
    opened, story_id = cache.workspace(), loaded.story.id
    fields = {"source": source, "title": title, "date": day, "author": author, "url": url, "note": note}
    changed = {name: value for name, value in fields.items() if value != getattr(article, name)}
    if changed:
        opened.update_article(story_id, article.id, **changed)
    name = " ".join(source.split())
    if short != dict(loaded.story.short_names).get(article.source, ""):
        opened.set_short_name(story_id, name, short)


def _put_back(story_id: str, article_id: str, index: int, value: bool) -> None:
    try:
        cache.workspace().put_back(story_id, article_id, index, value)
    except KeyError as error:  # gone since the page was drawn: removed in another window
        state.put_notice(str(error))


def _remove(story: Story, article: Article) -> None:
    try:
        cache.workspace().remove_article(story.id, article.id)
    except KeyError as error:
        state.put_notice(str(error))
    else:
        told = claims_changed.after_removing(story, article)
        state.put_claims_note(story.id, told)
        state.put_notice(f"Removed. Claims: {told}")
    state.forget(state.ARTICLES_TABLE)


def _undo(story_id: str) -> None:
    try:
        label = cache.workspace().undo(story_id)
    except KeyError as error:
        state.put_notice(str(error))
        return
    state.close_summary()
    state.close_claims_note()
    if label:
        state.put_notice(f"Taken back: {label}.")
