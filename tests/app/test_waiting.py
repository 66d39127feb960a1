"""Long work can be stopped and gone on with; what is done is kept."""

import pytest
import streamlit as st

from components.analysis.claims import again
from components.analysis.claims.extract import propose_claims
from components.analysis.model import Article, Claim
from components.analysis.remembered import STEP, measure_missing, n_missing
from components.ui import cache, proposing, waiting

LINE = "The harbour board said on day {n} that ferry {n} carries {n} hundred passengers across the bay. "


def reports(n, length=3):
    texts = ["".join(LINE.format(n=10 * k + i) for i in range(length)) for k in range(1, n + 1)]
    return [Article(id=f"a{k}", source=f"Paper {k}", text=t, original=t) for k, t in enumerate(texts)]


def test_articles_are_measured_in_steps_and_each_step_is_kept(open_at):
    open_at("articles", [])
    opened = cache.workspace()
    story_id = opened.stories()[-1].id
    opened.add_articles(story_id, reports(5, length=STEP // len(LINE) // 2))
    story = opened.story(story_id)
    steps = measure_missing(story, opened)
    assert next(steps) == 5
    left = next(steps)
    assert 0 < left < 5
    assert n_missing(story, opened) == left
    steps.close()
    assert next(iter(list(measure_missing(story, opened)))) == left
    assert n_missing(story, opened) == 0
    assert list(measure_missing(story, opened)) == []


@pytest.mark.parametrize("page", ["compare", "reader"])
def test_what_was_stopped_says_so_until_it_is_gone_on_with(open_at, page):
    app = open_at("articles", [])
    opened = cache.workspace()
    story_id = opened.stories()[-1].id
    opened.add_articles(story_id, reports(3))
    app.session_state["app_stopped"] = story_id
    app.switch_page(f"pages/{page}.py").run()
    text = "\n".join(h.value for h in app.html)
    assert "0 of 3 articles are measured and kept" in text
    assert "side by side" not in text
    app.button(key="app_go_on").click().run()
    assert not app.exception
    assert "Stopped" not in "\n".join(h.value for h in app.html)
    assert cache.n_measured(story_id) == (3, 3)
    assert cache.is_ready(story_id)


@pytest.fixture
def story_id(open_at):
    """A story of two reports with the list that Parallax proposed, its Articles page open."""
    open_at("articles", reports(2))
    return cache.workspace().stories()[-1].id


def halting(articles):
    """Proposing that stands still in its midst, as where a person sees it go on."""
    yield 0.5
    yield 0.6
    st.stop()


@pytest.fixture
def halted():
    """What makes proposing halt, until it is undone."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(waiting, "UNNOTICED", -1.0)
        for module in (proposing, again):
            patched.setattr(module, "propose_in_steps", halting)
        yield patched


def shown(app):
    return "\n".join(h.value for h in app.html)


def look_over(app, text):
    """Hand an article in by pasting; it lies on the desk."""
    next(a for a in app.text_area if (a.key or "").startswith("art_paste")).set_value(text)
    next(t for t in app.text_input if (t.key or "").startswith("art_paste_source")).set_value("Late Post")
    next(b for b in app.button if b.label == "Look it over").click()
    app.run()
    assert not app.exception


TEXT = "The harbour board bought a fourth ferry for 3 million pounds on Friday, the mayor said. " * 4


def test_adding_shows_progress_and_stopping_adds_the_articles_with_the_list_as_it_was(app, story_id, halted):
    before = cache.workspace().story(story_id).claims
    assert before
    look_over(app, TEXT)
    app.button(key="rev_add").click().run()
    assert not app.exception
    assert "Stopping adds the articles at once and leaves the claims as they are." in shown(app)
    assert len(cache.workspace().story(story_id).articles) == 2
    app.button(key="rev_stop_claims").click().run()
    assert not app.exception
    assert len(cache.workspace().story(story_id).articles) == 3
    assert cache.workspace().story(story_id).claims == before
    assert "You stopped, so the list stays as it was" in shown(app)
    assert not any(b.key == "rev_add" for b in app.button)
    assert cache.workspace().undo(story_id) == "adding 1 article"
    assert len(cache.workspace().story(story_id).articles) == 2


def test_adding_that_was_left_goes_on_when_its_page_is_opened_again(app, story_id, halted):
    look_over(app, TEXT)
    app.button(key="rev_add").click().run()
    app.switch_page("pages/methods.py").run()
    assert len(cache.workspace().story(story_id).articles) == 2
    halted.undo()
    app.switch_page("pages/articles.py").run()
    assert not app.exception
    assert len(cache.workspace().story(story_id).articles) == 3
    assert "proposed again from all articles" in shown(app)


def test_proposing_again_shows_progress_and_stopping_leaves_the_list(app, story_id, halted):
    app.switch_page("pages/claims.py").run()
    before = cache.workspace().story(story_id).claims
    cache.workspace().remove_claim(story_id, before[0].id)
    app.run()
    app.button(key="clm_propose").click().run()
    assert not app.exception
    assert "Stopping leaves the list as it is." in shown(app)
    app.button(key="clm_stop").click().run()
    assert any("the list of claims is as it was" in t.value for t in app.toast)
    assert cache.workspace().story(story_id).claims == before[1:]
    halted.undo()
    app.run()
    assert not any(b.key == "clm_stop" for b in app.button)
    app.button(key="clm_propose").click().run()
    assert any("claims proposed" in t.value for t in app.toast)


@pytest.fixture
def proposals(monkeypatch):
    """How many articles were read each time claims were proposed while a person waited."""
    read = []
    real = proposing.propose_in_steps

    def counting(articles):
        read.append(len(articles))
        return real(articles)

    monkeypatch.setattr(proposing, "propose_in_steps", counting)
    return read


def run_through(steps):
    """What work in steps comes to."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return done.value


def test_adding_proposes_once_and_only_while_the_list_is_parallaxs_own(story_id, proposals):
    opened = cache.workspace()
    fresh = reports(5)[2:]
    for n, article in enumerate(fresh, 3):
        story = opened.story(story_id)
        proposed = run_through(proposing.with_more(story, [article]))
        assert proposed == propose_claims((*story.articles, article))
        opened.add_articles(story_id, [article], proposed)
        assert proposals == list(range(3, n + 1))
    opened.undo(story_id)  # the list before the last article is known, too
    assert run_through(proposing.with_more(opened.story(story_id), fresh[2:])) is not None
    assert proposals == [3, 4, 5, 5]
    story = opened.story(story_id)
    opened.add_claim(story_id, "The board bought a boat.")
    assert run_through(proposing.with_more(opened.story(story_id), fresh[2:])) is None
    opened.undo(story_id)
    opened.remove_claim(story_id, story.claims[0].id)
    assert run_through(proposing.with_more(opened.story(story_id), fresh[2:])) is None
    assert proposals == [3, 4, 5, 5]


def test_a_list_from_elsewhere_is_compared_with_what_would_be_proposed(open_at, proposals):
    open_at("articles", [])
    opened = cache.workspace()
    articles = reports(3)
    story_id = opened.stories()[-1].id
    opened.add_articles(story_id, articles[:2])
    opened.propose_claims(story_id, propose_claims(articles[:2]))  # as of a bundle: it was not proposed here
    assert run_through(proposing.with_more(opened.story(story_id), articles[2:])) == propose_claims(articles)
    assert proposals == [2, 3]
    opened.set_claims(story_id, [Claim(id="", text="The ferry carries passengers.", origin="proposed")])
    assert run_through(proposing.with_more(opened.story(story_id), articles[2:])) is None
    assert proposals == [2, 3]
    assert run_through(proposing.with_more(opened.story(story_id), [])) is None
