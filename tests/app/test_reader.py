"""The reader: whom it opens, what it marks, and that nothing in a text acts."""

import re

import pytest

from components.analysis.hype.hits import hits
from components.analysis.model import Article, Claim
from components.ui import cache

HOSTILE = '<img src="http://evil.example/x.png" onerror="alert(1)"> ![x](http://evil.example/y.png)'
FILLER = " ".join(f"On day {n} the crew painted part {n} of the hull and wrote it down." for n in range(1, 16))


def article(number, source, text, title=""):
    return Article(id=f"a{number}", source=source, title=title, text=text, original=text, date="2026-03-04")


SHIPS = [
    article(1, "City Herald", f"The ferry is a truly revolutionary, groundbreaking masterpiece. {FILLER}", "A ferry"),
    article(2, "Coast Radio", f"The ferry carries 400 passengers. Its engines were a terrible failure. {FILLER}"),
    article(3, "Port Blog", f"The ferry carries 250 passengers. {FILLER}"),
]


@pytest.fixture
def reader(open_at):
    app = open_at("reader", SHIPS)
    cache.workspace().set_claims(story().id, [Claim(id="", text="The ferry carries 400 passengers.")])
    return app.run()


def story():
    return cache.workspace().story(cache.workspace().stories()[-1].id)


def shown(app):
    return "\n".join(h.value for h in app.html)


def articles(app):
    return [h.value for h in app.html if h.value.startswith("<article")]


def marks(html):
    """(kind, text) of every mark of an article."""
    found = re.findall(r'<mark class="px px-(\w+)"[^>]*>(.*?)</mark>', html)
    return [(kind, re.sub(r"<sup>.*?</sup>", "", text)) for kind, text in found]


def open_kind(app, kind):
    app.pills(key="rd_marks").set_value([] if kind == "None" else [kind]).run()
    assert not app.exception
    return app


def test_it_opens_on_two_articles_of_two_sources(reader):
    first, second = articles(reader)
    assert 'aria-label="Text of City Herald"' in first
    assert 'aria-label="Text of Coast Radio"' in second


def test_hype_marks_are_the_passages_the_number_counts(reader):
    first = articles(reader)[0]
    found = [h for h in hits(SHIPS[0], story().settings) if h.kind == "promotion" and h.sentence_index is not None]
    assert [text for kind, text in marks(first) if kind == "counted"] == [h.text for h in found if h.counted]
    assert any(h.counted for h in found)
    rate = 1000 * sum(h.counted for h in found) / sum(s.n_words for s in SHIPS[0].body)
    assert f"<b>{rate:.1f}</b> per 1,000 words" in shown(reader)


def test_tone_marks_whole_sentences_by_their_sign(reader):
    second = articles(open_kind(reader, "Tone"))[1]
    assert ("negative", "Its engines were a terrible failure.") in marks(second)
    assert "looked at, not counted" not in shown(reader)


def test_claims_carry_their_numbers_and_conflicts_their_value(reader):
    reader.selectbox(key="rd_right_pick").set_value("a3").run()
    reader.selectbox(key="rd_left_pick").set_value("a2").run()
    open_kind(reader, "Claims").toggle(key="rd_aligned").set_value(False).run()
    left, right = articles(reader)
    assert 'The ferry carries 400 passengers.<sup><a href="#claim-right-1">1</a></sup>' in left
    assert 'id="claim-right-1"' in right
    assert ("clash", "250") in marks(right)
    assert "Coast Radio states 1 of 1 claims, Port Blog 0; they share 0" in shown(reader)
    assert "<b>1. The ferry carries 400 passengers.</b>" in shown(reader)
    told = '<a href="#claim-left-1">Coast Radio: stated ↑</a>; <a href="#claim-right-1">Port Blog: conflicts ↑</a>'
    assert told in shown(reader)
    reader.selectbox(key="rd_right_pick").set_value("none").run()
    assert '<sup><a href="#why-claim-1">1</a></sup>' in articles(reader)[0]
    assert 'id="why-claim-1"' in shown(reader)


def test_hard_sentences_and_none(reader):
    left = articles(open_kind(reader, "Hard sentences"))[0]
    assert {kind for kind, _ in marks(left)} == {"hard"}
    left = articles(open_kind(reader, "None"))[0]
    assert marks(left) == []


def test_a_link_opens_the_article_it_names(open_at):
    app = open_at("reader", SHIPS)
    app.text_input(key="rd_left").set_value("a3").run()
    assert 'aria-label="Text of Port Blog"' in articles(app)[0]
    app.text_input(key="rd_left").set_value("no such article").run()
    assert 'aria-label="Text of City Herald"' in articles(app)[0]


def test_the_second_article_can_be_put_away(reader):
    reader.selectbox(key="rd_right_pick").set_value("none").run()
    assert len(articles(reader)) == 1
    reader.selectbox(key="rd_right_pick").set_value("a2").run()
    assert len(articles(reader)) == 2


def test_a_story_of_one_article_has_one_column(open_at):
    app = open_at("reader", SHIPS[:1])
    assert len(articles(app)) == 1
    assert not [s for s in app.selectbox if s.key == "rd_right_pick"]
    assert not [s for s in app.selectbox if s.key == "rd_left_pick"]  # there is nothing to choose
    assert "Hype of City Herald" in shown(app)


def test_too_short_a_text_says_so_instead_of_a_number(open_at):
    app = open_at("reader", [article(7, "Ticker", "The ferry has sailed today.")])
    open_kind(app, "Hard sentences")
    assert "too short to measure" in shown(app)
    assert "grade undefined: " in shown(app)


def test_an_empty_story_says_what_to_do(open_at):
    assert "No articles yet" in shown(open_at("reader", []))


def test_hostile_text_is_shown_as_text(open_at):
    app = open_at("reader", [article(8, HOSTILE, f"{HOSTILE} The ferry sails. {FILLER}", HOSTILE), SHIPS[1]])
    for kind in ("Hype", "Tone", "Claims", "Hard sentences", "None"):
        page = shown(open_kind(app, kind))
        assert "<img" not in page
        assert "&lt;img" in page


def test_layers_lie_over_each_other_and_lead_to_their_reasons(reader):
    reader.pills(key="rd_marks").set_value(["Hype", "Tone", "Quotes"]).run()
    assert not reader.exception
    left = articles(reader)[0]
    assert re.search(r'<mark class="px px-positive"[^>]*>The ferry is a .*<mark class="px px-counted"', left)
    links = re.findall(r'href="#(why-[a-z]+-left-\d+)"', left)
    page = shown(reader)
    assert links
    assert all(f'<li id="{link}">' in page for link in links)
    backs = re.findall(r'<a href="#([a-z]+-left-\d+)" aria-label="Back', page)
    assert all(f'<span id="{back}">' in left for back in backs)
    assert len(backs) == len(set(backs)) == len(links)


def test_paragraphs_of_shared_claims_stand_beside_each_other(open_at):
    lead = "The harbour board met on Tuesday evening.\n\nNobody spoke against the plan at all."
    one = article(1, "City Herald", f"The ferry carries 400 passengers.\n\n{lead}")
    two = article(2, "Port Blog", f"{lead.replace('harbour', 'parish')}\n\nThe ferry carries 400 passengers.")
    app = open_at("reader", [one, two])
    cache.workspace().set_claims(story().id, [Claim(id="", text="The ferry carries 400 passengers.")])
    page = articles(open_kind(app.run(), "Claims"))
    assert len(page) == 1
    cells = re.findall(r"<div>(.*?)</div>", page[0])
    left = next(i for i, cell in enumerate(cells) if "claim-left-1" in cell)
    assert "claim-right-1" in cells[left + 1]
