"""What an analyst does with claims, in a real browser: every change is there after a restart of the server."""

import re

import pytest

from components.analysis.model import Article, Claim
from components.storage.workspace import Workspace

TEXTS = {
    "City Herald": "The new ferry carries 400 passengers. It leaves the old harbour at nine each morning.",
    "Coast Radio": "The new ferry carries 250 passengers. It leaves the old harbour at nine each morning.",
    "Port Blog": "Bakers on the quay raised the price of bread. Rain is expected until Friday evening.",
}
CLAIMS = ("The new ferry carries 400 passengers.", "The ferry leaves the old harbour at nine each morning.")


@pytest.fixture(scope="module")
def workspace(server):
    """The server's own workspace, with a story to work on."""
    opened = Workspace(str(server.folder / "workspace.sqlite"))
    articles = [Article(id=f"a{n}", source=s, text=t, original=t) for n, (s, t) in enumerate(TEXTS.items())]
    work = opened.create_story("Ferry timetable")
    opened.add_articles(work.id, articles)
    opened.set_claims(work.id, [Claim(id="", text=text) for text in CLAIMS])
    yield opened
    opened.close()


@pytest.fixture
def story(workspace):
    """story() -> the story to work on as it is kept now."""
    (info,) = (i for i in workspace.stories() if i.title == "Ferry timetable")
    return lambda: workspace.story(info.id)


@pytest.fixture
def claims(open_page, story):
    """The claims page on that story, opened at the claim of this place in the list."""

    def at(place=0, more=""):
        claim = story().claims[place]
        return open_page(f"/claims?story=Ferry+timetable&clm_claim={claim.id}{more}")

    return at


def body(page):
    return page.get_by_test_id("stMain").inner_text()


def open_form(page, name):
    page.get_by_role("button", name=name).last.click()
    popover = page.get_by_test_id("stPopoverBody")
    popover.wait_for()
    return popover


def closed(page, settled):
    """The popover that a change was made in has closed by itself."""
    page.get_by_test_id("stPopoverBody").wait_for(state="detached", timeout=20_000)
    settled(page)


def test_a_verdict_is_overruled_kept_over_a_restart_and_undone(claims, story, settled, server):
    page = claims(0, "&clm_source=Coast+Radio")
    assert "Possible conflict in a number" in body(page)
    form = open_form(page, "Overrule")
    form.get_by_text("partly", exact=True).click()
    form.get_by_label("Note").fill("an older ship")
    form.get_by_label("Your name").fill("Ada")
    form.get_by_role("button", name="Keep this verdict").click()
    closed(page, settled)
    (decision,) = story().decisions
    assert (decision.verdict, decision.coder, decision.note) == ("partly", "Ada", "an older ship")
    assert "overruled (Parallax: conflicts) by Ada: an older ship" in body(page)
    assert "Judging as Ada" in body(page)
    assert "One possible conflict" not in body(page)
    server.stop()
    server.start()
    page = claims(0, "&clm_source=Coast+Radio")
    assert "overruled (Parallax: conflicts) by Ada: an older ship" in body(page)
    page.get_by_role("button", name=re.compile("Undo the verdict on claim")).click()
    page.get_by_text("One possible conflict").wait_for()
    settled(page)
    assert story().decisions == ()
    assert "overruled" not in body(page)
