"""What an analyst does with claims, in a real browser: every change is there after a restart of the server."""

import io
import re
from urllib.parse import urlencode

import pandas as pd
import pytest
from serving import choose, settle

from components.analysis.model import Article, Claim, Decision
from components.storage.workspace import Workspace
from components.ui.claims_matrix import HEAD_HEIGHT, ROW_HEIGHT

TEXTS = {
    "City Herald": "The new ferry carries 400 passengers. It leaves the old harbour at nine each morning.",
    "Coast Radio": "The new ferry carries 250 passengers. It leaves the old harbour at nine each morning.",
    "Port Blog": "Bakers on the quay raised the price of bread. Rain is expected until Friday evening.",
}
CLAIMS = ("The new ferry carries 400 passengers.", "The ferry leaves the old harbour at nine each morning.")
MANY = 30


@pytest.fixture(scope="module")
def workspace(server):
    """The server's own workspace."""
    opened = Workspace(str(server.folder / "workspace.sqlite"))
    yield opened
    opened.close()


@pytest.fixture
def story(workspace, request):
    """A story of this test's own: story() is how it is kept now."""
    info = workspace.create_story(f"Ferry {request.node.name.replace('_', ' ')[5:30]}")
    texts = enumerate(TEXTS.items())
    workspace.add_articles(info.id, [Article(id=f"a{n}", source=s, text=t, original=t) for n, (s, t) in texts])
    workspace.set_claims(info.id, [Claim(id="", text=text) for text in CLAIMS])
    return lambda: workspace.story(info.id)


@pytest.fixture
def many(workspace, story):
    """That story with many claims, twenty of which Ada and Ben both judged in one article."""
    claims = [Claim(id="", text=f"The ferry carries {n} passengers.") for n in range(MANY)]
    for n, claim in enumerate(workspace.set_claims(story().id, claims)[:20]):
        for coder, n_stated in (("Ada", 10), ("Ben", 9)):
            verdict = "stated" if n < n_stated else "not found"
            workspace.decide(story().id, Decision(claim_id=claim.id, article_id="a0", verdict=verdict, coder=coder))
    return story


@pytest.fixture
def claims(open_page, story):
    """The claims page on that story, opened at the claim of this place in the list."""

    def at(place=0, *, viewport=None, has_touch=False, is_mobile=False, **more):
        asked = {"story": story().title, "clm_claim": story().claims[place].id} | more
        options = {"viewport": viewport, "has_touch": has_touch, "is_mobile": is_mobile} if viewport else {}
        return open_page(f"/claims?{urlencode(asked)}", **options)

    return at


@pytest.fixture
def restart(server):
    """restart(page): the page is left, and the server ended and started anew."""

    def ended_and_started(page):
        page.context.close()
        server.stop()
        server.start()

    return ended_and_started


def body(page):
    return page.get_by_test_id("stMain").inner_text()


def open_form(page, name, at=-1):
    page.get_by_role("button", name=name).nth(at).click()
    popover = page.get_by_test_id("stPopoverBody")
    popover.wait_for()
    settle(page)
    return popover


def closed(page, settled):
    """The popover that a change was made in has closed by itself."""
    page.get_by_test_id("stPopoverBody").wait_for(state="detached", timeout=20_000)
    settled(page)


def shows(page, text, settled):
    """The claim with this wording is the one that is open."""
    page.locator(".px-claim").get_by_text(text, exact=True).wait_for()
    settled(page)


def test_a_verdict_is_overruled_kept_over_a_restart_and_undone(claims, story, settled, restart):
    page = claims(0, clm_source="Coast Radio")
    assert "Possible conflict in a number" in body(page)
    form = open_form(page, "Overrule")
    form.get_by_text("partly", exact=True).click()
    form.get_by_role("textbox", name="Note").fill("an older ship")
    form.get_by_role("textbox", name="Your name").fill("Ada")
    form.get_by_role("button", name="Keep this verdict").click()
    closed(page, settled)
    (decision,) = story().decisions
    assert (decision.verdict, decision.coder, decision.note) == ("partly", "Ada", "an older ship")
    assert "overruled (Parallax: conflicts) by Ada: an older ship" in body(page)
    assert "Judging as Ada" in body(page)
    assert "One possible conflict" not in body(page)
    restart(page)
    page = claims(0, clm_source="Coast Radio")
    assert "overruled (Parallax: conflicts) by Ada: an older ship" in body(page)
    page.get_by_role("button", name="Undo", exact=True).click()
    page.get_by_text("One possible conflict").wait_for()
    settled(page)
    assert story().decisions == ()
    assert "overruled" not in body(page)


def test_a_claim_is_split_merged_and_each_step_undone(claims, story, settled, restart):
    before = story()
    page = claims(0)
    form = open_form(page, "Edit")
    form.get_by_role("textbox", name="Wording").fill("The ferry is new.\nThe ferry carries 400 passengers.")
    form.get_by_role("button", name="Keep this wording").click()
    closed(page, settled)
    assert [c.text for c in story().claims] == ["The ferry is new.", "The ferry carries 400 passengers.", CLAIMS[1]]
    page.get_by_role("button", name="Confirm").click()
    page.get_by_text("confirmed by Analyst").wait_for()
    settled(page)
    page.keyboard.press("j")
    shows(page, "The ferry carries 400 passengers.", settled)
    assert page.get_by_test_id("stPopoverBody").count() == 0  # what was closed does not open again with the next key
    restart(page)
    page = claims(1)
    form = open_form(page, "Edit")
    others = form.get_by_role("combobox", name="Merge another claim into this one").last
    choose(page, others, page.get_by_role("option", name="The ferry is new"))
    closed(page, settled)
    merged = story()
    assert [c.text for c in merged.claims] == ["The ferry carries 400 passengers.", CLAIMS[1]]
    assert [d.claim_id for d in merged.decisions] == [merged.claims[0].id]
    restart(page)
    page = claims(0)
    assert "confirmed by Analyst" in body(page)
    for label in ("merging claim", "the verdict on claim", "splitting claim"):
        page.get_by_role("button", name="Undo", exact=True).click()
        page.get_by_text(re.compile(f"Undone:.? {label}")).wait_for()
        settled(page)
    assert story() == before
    shows(page, CLAIMS[0], settled)


def test_a_list_goes_out_and_comes_in_again(claims, story, settled, restart):
    page = claims(0)
    settled(page)
    form = open_form(page, "The list", at=0)
    with page.expect_download() as started:
        form.get_by_role("button", name="The list as CSV").click()
    exported = started.value.path().read_bytes()
    table = pd.read_csv(io.BytesIO(exported))
    assert list(table.columns) == ["claim_id", "claim", "note"]
    assert list(table["claim"]) == list(CLAIMS)
    more = exported + b",Bakers on the quay raised the price of bread.,ours\r\n,,\r\n"
    form.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        {"name": "list.csv", "mimeType": "text/csv", "buffer": more}
    )
    form.get_by_text("3 claims read, 1 refused.").wait_for()
    form.get_by_text("Row 5: the claim is empty").wait_for()
    form.get_by_role("button", name="Replace the list").click()
    closed(page, settled)
    assert [(c.text, c.note) for c in story().claims][2:] == [("Bakers on the quay raised the price of bread.", "ours")]
    restart(page)
    page = claims(2)
    shows(page, "Bakers on the quay raised the price of bread.", settled)
    assert "Note: ours" in body(page)
    assert story().verdicts[-1].verdict == "stated"


def test_two_people_agree_beyond_chance_and_a_third_judges_blind(claims, many, settled, restart):
    page = claims()
    page.get_by_text("Ada and Ben agree on 19 of 20 cells").wait_for()
    # kappa: po = .95, pe = .5 * .45 + .5 * .55 = .5; alpha: 19 of 40 stated, 1 - .05 / (2 * 19 * 21 / (40 * 39)) = .902
    assert re.search(r"Ada and Ben\s+20\s+95%\s+0\.90\s+0\.90\b", body(page))
    form = open_form(page, "Judging as")
    form.get_by_role("textbox", name="Your name").fill("Cy")
    form.get_by_role("textbox", name="Your name").press("Enter")
    page.get_by_role("button", name="Judging as Cy").wait_for()
    closed(page, settled)
    open_form(page, "Judging as Cy").get_by_role("button", name="Judge blind").click()
    page.get_by_text("Cy judges blind: 0 of 90 cells").wait_for()
    closed(page, settled)
    assert "probability" not in body(page)
    assert "Ada" not in body(page)
    page.keyboard.press("1")
    page.get_by_text("Cy judges blind: 1 of 90 cells").wait_for()
    settled(page)
    (made,) = [d for d in many().decisions if d.coder == "Cy"]
    assert (made.verdict, made.article_id) == ("stated", "a0")
    page.get_by_role("button", name="Stop judging blind").click()
    page.get_by_text("People agree on").wait_for()
    settled(page)
    restart(page)
    page = claims()
    page.get_by_text("Ada and Cy").wait_for()
    again = body(page)
    assert re.search(r"Ada and Cy\s+1\s+\d+%\s+–\s+–", again)
    assert re.search(r"Ada and Ben\s+20\s+95%\s+0\.90\s+0\.90\b", again)


def test_a_click_below_the_fold_leaves_the_matrix_where_it_was(claims, many, settled):
    page = claims()
    grid = page.locator(".st-key-wide_matrix [data-testid=stDataFrame]")
    place = grid.bounding_box()
    page.mouse.move(place["x"] + 200, place["y"] + 200)
    page.mouse.wheel(0, 400)
    scrolled = "document.querySelector('.st-key-wide_matrix .dvn-scroller').scrollTop"
    page.wait_for_function(f"{scrolled} > 300")
    before = page.evaluate(scrolled)
    opened = page.locator(".px-claim").inner_text()
    page.mouse.click(place["x"] + 200, place["y"] + 400)
    page.wait_for_function("text => document.querySelector('.px-claim').innerText !== text", arg=opened)
    settled(page)
    assert page.evaluate(scrolled) == before
    assert grid.bounding_box() == place


def test_on_a_phone_the_matrix_is_a_link_away_and_no_key_is_named(claims):
    page = claims(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.get_by_text(CLAIMS[0]).first.wait_for()
    page.locator("kbd").first.wait_for(state="hidden")
    page.locator(".st-key-wide_matrix").wait_for(state="hidden")
    page.get_by_role("link", name="All 2 claims by sources").tap()
    table = page.get_by_role("table", name="All claims by sources")
    table.locator("th").nth(len(TEXTS)).wait_for()
    assert table.locator("th").all_inner_texts()[1:] == list(TEXTS)


FOCUSED = "document.activeElement.innerText"


def test_a_verdict_moves_nothing_and_leaves_the_keyboard_where_it_was(claims, settled):
    page = claims(0, clm_source="Coast Radio")
    grid = page.locator(".st-key-wide_matrix [data-testid=stDataFrame]")
    place = grid.bounding_box()
    page.get_by_role("button", name="Confirm").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Withdraw").wait_for()
    settled(page)
    assert page.evaluate(FOCUSED) == "Withdraw"
    assert grid.bounding_box() == place
    controls = [page.get_by_role("button", name=name).last.bounding_box() for name in ("Withdraw", "Overrule", "Edit")]
    assert len({round(box["y"]) for box in controls}) == 1
    form = open_form(page, "Overrule")
    form.get_by_text("partly", exact=True).click()
    form.get_by_role("button", name="Keep this verdict").click()
    closed(page, settled)
    page.wait_for_function(f"{FOCUSED}.startsWith('Overrule')")


def test_a_link_to_a_claim_far_down_shows_its_whole_row(claims, many):
    page = claims(MANY - 2)
    scroller = page.locator(".st-key-wide_matrix .dvn-scroller")
    page.wait_for_function("document.querySelector('.st-key-wide_matrix .dvn-scroller')?.scrollTop > 0")
    top, room = scroller.evaluate("s => [s.scrollTop, s.clientHeight]")
    rows = [(MANY - 2) * ROW_HEIGHT, (MANY - 1) * ROW_HEIGHT]
    assert top <= rows[0]
    assert rows[1] <= top + room - HEAD_HEIGHT
