"""Long work can be stopped and gone on with; what is done is kept."""

import pytest

from components.analysis.model import Article
from components.analysis.remembered import STEP, measure_missing, n_missing
from components.ui import cache

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
