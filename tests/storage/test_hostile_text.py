from __future__ import annotations

import pytest

from components.analysis.model import Article, Claim, Settings
from components.storage.errors import UnstorableText
from components.storage.schema import storable

EXACT = {
    "NUL": "before\0after\0",
    "controls": "".join(map(chr, range(32))) + "\x7f\x85\u2028\ufeff",
    "line ends": "one\r\ntwo\rthree\n",
    "SQL": "'; DROP TABLE stories; -- %s %(x)s :x ?",
    "not characters": "\ufffe\uffff\U0010ffff\ue000",
    "combining": "e\u0301 é ﷺ \u202eabc\u202c 👩‍👩‍👧",
    "LIKE": "100%_\\",
}
HALVES = ("\ud800", "good \udfff bad", "\udc80" * 3)


@pytest.mark.parametrize("text", EXACT.values(), ids=EXACT)
def test_hostile_text_comes_back_exactly_everywhere(workspace, text):
    story_id = workspace.create_story("The dam").id
    fields = {"title": text, "author": text, "url": text, "language": text, "note": text}
    article = Article(id="i" + text, source="s" + text, text=text, original=text + "x", **fields)
    workspace.add_articles(story_id, [article])
    claim = workspace.add_claim(story_id, "x" + text + "x", text)
    settings = Settings(muted=(text,), added=((text, text, text),))
    workspace.set_settings(story_id, settings)
    story = workspace.story(story_id)
    assert story.articles == (article,)
    assert story.claims == (claim,)
    assert claim.text == "x" + text + "x"
    assert story.settings == settings
    workspace.remove_article(story_id, article.id)
    workspace.edit_claim(story_id, claim.id, "Other.")
    workspace.undo(story_id)
    workspace.undo(story_id)
    assert workspace.story(story_id) == story


@pytest.mark.parametrize("text", HALVES)
def test_half_a_surrogate_pair_is_refused_with_a_sentence_and_stores_nothing(workspace, story_id, article, text):
    before = workspace.export_story(story_id)
    for use in (
        lambda: workspace.add_articles(story_id, [article(4), article(5, note=text)]),
        lambda: workspace.update_article(story_id, "a1", title=text),
        lambda: workspace.add_claim(story_id, text),
        lambda: workspace.set_claims(story_id, [Claim(id="", text=text)]),
        lambda: workspace.rename_story(story_id, text),
        lambda: workspace.create_story(text),
    ):
        with pytest.raises(UnstorableText, match=r"half a surrogate pair \(U\+D[0-9A-F]{3}\) at character \d+"):
            use()
    assert workspace.export_story(story_id) == before
    assert len(workspace.stories()) == 1
    assert workspace.undo_label(story_id) == "adding 3 articles"


def test_the_sentence_says_where(workspace, story_id):
    with pytest.raises(ValueError, match=r"U\+DFFF\) at character 6"):
        workspace.update_article(story_id, "a1", note="good \udfff bad")


def test_a_database_that_cannot_keep_nul_refuses_it():
    assert storable("a\0b") == "a\0b"
    with pytest.raises(UnstorableText, match="NUL at character 2"):
        storable("a\0b", nul=False)


def test_ten_megabytes_come_back_exactly(workspace, article):
    story_id = workspace.create_story("The dam").id
    big = article(1, original="Menu\n" + "The dam held. ö\0 " * 620_000 + "\nShare")
    assert len(big.text.encode()) > 10_000_000
    workspace.add_articles(story_id, [big])
    assert workspace.story(story_id).articles == (big,)
    workspace.put_back(story_id, "a1", 0)
    assert workspace.story(story_id).articles[0].text.startswith("Menu\nThe dam")
    workspace.undo(story_id)
    assert workspace.story(story_id).articles == (big,)


def test_a_thousand_articles_in_one_go(workspace, article):
    story_id = workspace.create_story("The dam").id
    new = [article(n, f"Source {n % 50}") for n in range(1_000)]
    assert len(workspace.add_articles(story_id, new).added) == 1_000
    story = workspace.story(story_id)
    assert [a.id for a in story.articles] == [a.id for a in new]
    assert [number for _, number in story.colours] == list(range(1, 51))
