"""The claims page: the matrix, the evidence, and every change an analyst makes there."""

import pytest

from components.analysis.model import Article, Claim, Decision
from components.ui import cache

HOSTILE = '<img src="http://evil.example/x.png" onerror="alert(1)"> ![x](http://evil.example/y.png) :material/home:'


def article(number, source, text, title=""):
    return Article(id=f"a{number}", source=source, title=title, text=text, original=text)


FERRY = [
    article(1, "City Herald", "The new ferry carries 400 passengers. It leaves the old harbour at nine each morning."),
    article(2, "Coast Radio", "The new ferry carries 250 passengers. It leaves the old harbour at nine each morning."),
    article(3, "Port Blog", "Bakers on the quay raised the price of bread. Rain is expected until Friday evening."),
]
BOTH = "Passengers are pleased: the new ferry carries 400 passengers. A band played when it came in on Monday."
DOGS = "Dogs may swim off the pier in winter. Their owners asked the council for a shower last autumn."
CLAIMS = ["The new ferry carries 400 passengers.", "The ferry leaves the old harbour at nine each morning."]


@pytest.fixture
def ferry(open_at):
    """The claims page on three ferry reports with two claims."""
    app = open_at("claims", FERRY)
    story_id = cache.workspace().stories()[-1].id
    cache.workspace().set_claims(story_id, [Claim(id="", text=text, origin="analyst") for text in CLAIMS])
    return app.run()


def story():
    return cache.workspace().story(cache.workspace().stories()[-1].id)


def shown(app):
    """All HTML on the page."""
    return "\n".join(h.value for h in app.html)


def matrix(app):
    return next(d.value for d in app.dataframe if "claim" in d.value.columns)


def field(app, kind, name):
    """The input whose key begins with the field's name."""
    return next(w for w in getattr(app, kind) if (w.key or "").startswith(f"clm_field_{name}"))


def press(app, label):
    next(b for b in app.button if b.label == label).click().run()
    assert not app.exception


def test_the_default_story_opens_on_a_possible_conflict(open_at):
    app = open_at("claims")
    listed = story_of_default()
    assert len(matrix(app)) == len(listed.claims) > 5
    page = shown(app)
    assert "Possible conflict in a number" in page
    assert 'class="px px-clash"' in page
    assert "≠ conflicts" in page


def story_of_default():
    return cache.workspace().story(cache.workspace().stories()[0].id)


def test_cells_say_what_the_verdicts_are(ferry):
    frame = matrix(ferry)
    by = {(v.claim_id, v.article_id): v.verdict for v in story().verdicts}
    first = story().claims[0].id
    assert by[first, "a1"] == "stated"
    assert by[first, "a2"] == "conflicts"
    assert list(frame.loc[0, ["s0", "s1", "s2"]]) == ["● stated", "≠ conflicts", "·"]
    assert list(frame["n"]) == [1, 2]


def test_a_link_to_a_claim_opens_it(ferry):
    second = story().claims[1]
    ferry.query_params["clm_claim"] = [second.id]
    ferry.text_input(key="clm_claim").set_value(second.id).run()
    assert f'px-claim">{second.text}' in shown(ferry)


def test_the_list_of_claims_reaches_every_claim(ferry):
    second = story().claims[1]
    ferry.selectbox(key="clm_pick").set_value(second.id).run()
    assert f'px-claim">{second.text}' in shown(ferry)
    assert ferry.query_params["clm_claim"] == [second.id] or ferry.query_params["clm_claim"] == second.id


def test_filters_and_search_narrow_the_matrix(ferry):
    ferry.selectbox(key="clm_view").set_value("Conflicts").run()
    assert list(matrix(ferry)["claim"]) == [CLAIMS[0]]
    ferry.selectbox(key="clm_view").set_value("All").run()
    ferry.text_input(key="clm_find").set_value("harbour LEAVES").run()
    assert list(matrix(ferry)["claim"]) == [CLAIMS[1]]
    ferry.text_input(key="clm_find").set_value("zebra").run()
    assert not ferry.dataframe
    assert "None of the 2 claims is in this view" in shown(ferry)


def test_what_one_source_leaves_out(ferry):
    ferry.selectbox(key="clm_view").set_value("Left out by Port Blog").run()
    assert list(matrix(ferry)["claim"]) == [CLAIMS[1]]
    assert "No sentence comes near." in shown(ferry)
    assert "Port Blog leaves out most: one claim that others share" in shown(ferry)


def test_sources_that_leave_out_as_much_are_all_named(open_at):
    app = open_at("claims", [*FERRY[::2], article(4, "Quay Post", BOTH), article(5, "Tide Letter", DOGS)])
    cache.workspace().set_claims(story().id, [Claim(id="", text=CLAIMS[0], origin="analyst")])
    assert "Port Blog and Tide Letter leave out most: one claim each that others share" in shown(app.run())


def test_a_claim_of_one_other_source_is_no_omission(open_at):
    app = open_at("claims", [FERRY[0], FERRY[2], article(6, "Tide Letter", "Dogs may swim off the pier in winter.")])
    cache.workspace().set_claims(story().id, [Claim(id="", text=CLAIMS[1])])
    app.run()
    assert "No source leaves out what two others state" in shown(app)


def test_adding_a_claim_judges_it_at_once(ferry):
    field(ferry, "text_input", "new_").set_value("Bakers on the quay raised the price of bread.")
    press(ferry, "Add and judge it")
    assert [c.text for c in story().claims][-1].startswith("Bakers")
    assert matrix(ferry).loc[2, "s2"] == "● stated"
    assert 'px-claim">Bakers' in shown(ferry)


def test_an_empty_claim_is_refused_with_a_sentence(ferry):
    press(ferry, "Add and judge it")
    assert len(story().claims) == 2
    assert ferry.toast


def test_rewording_judges_again(ferry):
    claim = story().claims[0]
    ferry.selectbox(key="clm_pick").set_value(claim.id).run()
    field(ferry, "text_area", "text_").set_value("The new ferry carries 250 passengers.")
    field(ferry, "text_input", "about_").set_value("corrected")
    press(ferry, "Keep this wording")
    assert story().claims[0] == Claim(
        id=claim.id, text="The new ferry carries 250 passengers.", note="corrected", origin="analyst"
    )
    assert list(matrix(ferry).loc[0, ["s0", "s1"]]) == ["≠ conflicts", "● stated"]


def test_more_lines_split_a_claim(ferry):
    ferry.selectbox(key="clm_pick").set_value(story().claims[0].id).run()
    field(ferry, "text_area", "text_").set_value("The ferry is new.\nIt carries 400 passengers.")
    press(ferry, "Keep this wording")
    assert [c.text for c in story().claims] == ["The ferry is new.", "It carries 400 passengers.", CLAIMS[1]]


def test_merging_takes_the_other_claim_off_the_list(ferry):
    first, second = story().claims
    ferry.selectbox(key="clm_pick").set_value(first.id).run()
    field(ferry, "selectbox", "merge_").set_value(second.id).run()
    assert story().claims == (first,)


def test_removing_can_be_undone_and_says_what(ferry):
    press(ferry, "Remove")
    assert [c.text for c in story().claims] == CLAIMS[1:]
    assert len(matrix(ferry)) == 1
    undo = ferry.button(key="clm_undo")
    assert "removing claim “The new ferry carries 400 passengers”" in undo.help
    undo.click().run()
    assert [c.text for c in story().claims] == CLAIMS
    assert len(matrix(ferry)) == 2


def test_moving_changes_the_order(ferry):
    ferry.selectbox(key="clm_pick").set_value(story().claims[1].id).run()
    press(ferry, "Move up")
    assert [c.text for c in story().claims] == CLAIMS[::-1]
    assert ferry.button(key="clm_up").disabled


def test_overruling_marks_the_cell_and_keeps_who_and_why(ferry):
    ferry.selectbox(key="clm_pick").set_value(story().claims[0].id).run()
    field(ferry, "radio", "verdict_").set_value("partly")
    field(ferry, "text_input", "note_").set_value("an older ship")
    field(ferry, "text_input", "coder_").set_value("Ada")
    press(ferry, "Keep this verdict")
    (decision,) = story().decisions
    assert (decision.verdict, decision.coder, decision.note) == ("partly", "Ada", "an older ship")
    cells = list(matrix(ferry).loc[0, ["s0", "s1"]])
    assert "◐ partly *" in cells
    assert "overruled (Parallax: conflicts) by Ada: an older ship" in shown(ferry)
    press(ferry, "Withdraw")
    assert story().decisions == ()
    assert not any("*" in cell for cell in matrix(ferry).loc[0, ["s0", "s1"]])


def test_confirming_keeps_the_verdict_without_a_star(ferry):
    ferry.selectbox(key="clm_pick").set_value(story().claims[0].id).run()
    press(ferry, "Confirm")
    (decision,) = story().decisions
    assert decision.verdict == "conflicts"
    assert "confirmed by Analyst" in shown(ferry)
    assert matrix(ferry).loc[0, "s1"] == "≠ conflicts"


def test_agreement_is_shown_once_enough_cells_are_judged(ferry):
    told = story()
    opened = cache.workspace()
    for number, verdict in enumerate(told.verdicts):
        word = "partly" if number == 0 else verdict.machine_verdict
        opened.decide(
            told.id, Decision(claim_id=verdict.claim_id, article_id=verdict.article_id, verdict=word, coder="Ada")
        )
    ferry.run()
    assert "People judged 6 cells and kept Parallax&#x27;s verdict in 5" in shown(ferry)
    assert "<td>Parallax and Ada</td><td>6</td><td>83%</td><td>–</td><td>–</td>" in shown(ferry)
    lines = [Claim(id="", text=f"{text} {n}") for n in range(10) for text in CLAIMS]
    for verdict in (opened.set_claims(told.id, lines), story().verdicts)[1][:20]:
        opened.decide(told.id, Decision(claim_id=verdict.claim_id, article_id=verdict.article_id,
                                        verdict=verdict.machine_verdict, coder="Ada"))  # fmt: skip
    ferry.run()
    assert "<td>Parallax and Ada</td><td>20</td><td>100%</td><td>1.00</td><td>1.00</td>" in shown(ferry)


def judge_as(app, name, verdict):
    """Overrule the cell that is open under this name."""
    field(app, "radio", "verdict_").set_value(verdict)
    field(app, "text_input", "coder_").set_value(name)
    press(app, "Keep this verdict")


def test_two_people_are_kept_side_by_side_and_the_last_one_counts(ferry):
    claim = story().claims[0]
    ferry.selectbox(key="clm_pick").set_value(claim.id).run()
    judge_as(ferry, "Ada", "partly")
    judge_as(ferry, "Ben", "stated")
    assert [(d.coder, d.verdict) for d in story().decisions] == [("Ada", "partly"), ("Ben", "stated")]
    assert matrix(ferry).loc[0, "s1"] == "● stated **"
    page = shown(ferry)
    assert "overruled (Parallax: conflicts) by Ben" in page
    assert "before that partly by Ada" in page
    assert "Ada and Ben agree on 0 of 1 cells" in page
    assert "People disagree (1)" in ferry.selectbox(key="clm_view").options
    press(ferry, "Withdraw")
    assert [d.coder for d in story().decisions] == ["Ada"]
    assert matrix(ferry).loc[0, "s1"] == "◐ partly *"


def test_the_name_is_typed_once_a_session(ferry):
    ferry.text_input(key="clm_coder").set_value("  Ada  King ").run()
    press(ferry, "Confirm")
    assert story().decisions[0].coder == "Ada King"
    assert "confirmed by Ada King" in shown(ferry)


def test_the_machines_name_is_refused_and_nothing_typed_is_lost(ferry):
    field(ferry, "text_input", "note_").set_value("an older ship")
    judge_as(ferry, "Parallax", "partly")
    assert story().decisions == ()
    assert "give your own name" in ferry.toast[0].value
    assert field(ferry, "text_input", "note_").value == "an older ship"


def test_judging_blind_shows_nobodys_verdict_and_begins_with_the_others_cells(ferry):
    told = story()
    first = Decision(claim_id=told.claims[1].id, article_id="a3", verdict="partly", coder="Ada", note="hm")
    cache.workspace().decide(told.id, first)
    ferry.text_input(key="clm_coder").set_value("Ben").run()
    press(ferry, "Judge blind")
    page = shown(ferry)
    assert "Ben judges blind: 0 of 6 cells" in page
    assert CLAIMS[1] in page
    assert "Port Blog" in page
    assert not ferry.dataframe
    assert not {"probability", "Ada", "hm", "possible conflict"} & set(page.split())
    press(ferry, "· not found")
    assert [(d.coder, d.verdict) for d in story().decisions] == [("Ada", "partly"), ("Ben", "not found")]
    for done in range(1, 6):
        assert f"Ben judges blind: {done} of 6 cells" in shown(ferry)
        press(ferry, "Later") if done == 1 else None
        press(ferry, "● stated")
    assert "Every cell is judged" in shown(ferry)
    press(ferry, "Stop judging blind")
    assert "Ada and Ben agree on 0 of 1 cells" in shown(ferry)


def test_a_conflict_that_a_person_finds_is_listed_and_one_overruled_is_gone(ferry):
    ferry.selectbox(key="clm_pick").set_value(story().claims[0].id).run()
    assert "One possible conflict" in shown(ferry)
    judge_as(ferry, "Ada", "stated")
    assert "One possible conflict" not in shown(ferry)
    ferry.text_input(key="clm_claim").set_value(story().claims[1].id).run()
    field(ferry, "selectbox", "article_").set_value("a2")
    judge_as(ferry, "Ada", "conflicts")
    assert "possible conflict, found by a person" in shown(ferry)


def test_a_link_to_a_claim_that_is_not_there_says_so(ferry):
    ferry.text_input(key="clm_claim").set_value("c99").run()
    assert "no claim" in ferry.info[0].value
    assert len(matrix(ferry)) == 2
    press(ferry, "Next") if not ferry.button(key="clm_next").disabled else press(ferry, "Previous")
    assert not ferry.info


def test_sorting(ferry):
    ferry.selectbox(key="clm_sort").set_value("Most sources first").run()
    assert list(matrix(ferry)["number"]) == [2, 1]
    ferry.selectbox(key="clm_sort").set_value("Conflicts first").run()
    assert list(matrix(ferry)["number"]) == [1, 2]


def test_merging_keeps_the_verdicts_of_people(ferry):
    first, second = story().claims
    cache.workspace().decide(
        story().id, Decision(claim_id=second.id, article_id="a3", verdict="partly", coder="Ada", note="hm")
    )
    ferry.run()
    ferry.selectbox(key="clm_pick").set_value(first.id).run()
    field(ferry, "selectbox", "merge_").set_value(second.id).run()
    (kept,) = story().decisions
    assert (kept.claim_id, kept.verdict, kept.note) == (first.id, "partly", "hm")
    assert "1 verdict of people came over" in ferry.toast[0].value


def upload(app, text):
    next(u for u in app.file_uploader if u.key.startswith("clm_import")).upload("list.csv", text.encode()).run()


def test_an_imported_list_names_its_problems_and_loses_nothing(ferry):
    kept = story().claims[1]
    upload(ferry, f"claim_id,claim,note\n{kept.id},{kept.text},seen\n,Rain is expected until Friday evening.,\n,,\n")
    texts = "\n".join(t.value for t in ferry.text)
    assert "2 claims read, 1 refused." in texts
    assert "Row 4: the claim is empty" in texts
    press(ferry, "Add to the list")
    assert [c.text for c in story().claims] == [*CLAIMS, "Rain is expected until Friday evening."]
    assert story().claims[1].note == "seen"


def test_an_imported_list_without_ids_rewords_no_claim_of_ours(ferry):
    ferry.selectbox(key="clm_pick").set_value(story().claims[0].id).run()
    press(ferry, "Confirm")
    upload(ferry, "claim\nRain is expected until Friday evening.\n")
    press(ferry, "Replace the list")
    assert [c.text for c in story().claims] == ["Rain is expected until Friday evening."]
    assert story().decisions == ()
    assert matrix(ferry).loc[0, "s2"] == "● stated"


def test_a_file_without_a_claim_column_is_refused_in_words(ferry):
    upload(ferry, "statement\nRain.\n")
    assert any("needs a column named claim" in t.value for t in ferry.text)
    assert not any(b.label == "Replace the list" for b in ferry.button)


def test_proposing_again_keeps_the_analysts_own(ferry):
    press(ferry, "Propose again")
    texts = [c.text for c in story().claims]
    assert texts[-2:] == CLAIMS or set(CLAIMS) <= set(texts)
    assert len(texts) > 2 or set(texts) == set(CLAIMS)


def test_a_reworded_claim_is_not_proposed_again_beside_its_new_wording(ferry):
    press(ferry, "Remove")
    press(ferry, "Remove")
    press(ferry, "Propose again")
    before = [c.text for c in story().claims]
    new = "Each of the crossings is announced by a bell."
    cache.workspace().edit_claim(story().id, story().claims[0].id, text=new)
    press(ferry.run(), "Propose again")
    assert sorted(c.text for c in story().claims) == sorted([*before[1:], new])
    assert any("One more was left out" in n.value for n in [*ferry.toast, *ferry.info])


def test_without_claims_the_page_offers_to_add_or_propose(ferry):
    press(ferry, "Remove")
    press(ferry, "Remove")
    assert story().claims == ()
    assert "No claims yet" in shown(ferry)
    assert {"Add and judge it", "Propose again"} <= {b.label for b in ferry.button}


def test_one_source_has_no_count_of_sources(open_at):
    app = open_at("claims", FERRY[:1])
    cache.workspace().set_claims(story().id, [Claim(id="", text=CLAIMS[0])])
    app.run()
    assert "City Herald states 1 of 1 claim" in shown(app)
    assert not app.segmented_control
    assert "possible conflict" not in shown(app).lower()


def test_an_empty_story_says_what_to_do(open_at):
    app = open_at("claims", [])
    assert "No articles yet" in shown(app)
    assert not app.dataframe


def test_hostile_text_is_shown_as_text(open_at):
    bad = [article(n, f"{HOSTILE} {n}", f"{HOSTILE} The ferry carries {n}00 passengers.", HOSTILE) for n in (4, 5)]
    app = open_at("claims", bad)
    story_id = cache.workspace().stories()[-1].id
    cache.workspace().set_claims(story_id, [Claim(id="", text=f"The ferry carries 400 passengers. {HOSTILE}")])
    app.run()
    assert not app.exception
    page = shown(app)
    assert "<img" not in page
    assert "&lt;img" in page
    for kind in ("button", "popover", "expander", "checkbox", "radio", "segmented_control", "markdown", "caption"):
        for element in app.get(kind):
            assert "![x](http" not in str(getattr(element, "label", "")) + str(getattr(element, "value", ""))
    press(app, "Remove")
    assert app.toast
    assert all("![x](http" not in t.value for t in app.toast)


def test_the_share_that_each_of_many_sources_states_stands_above_the_claims(open_at):
    more = [article(n, f"Paper {n}", FERRY[n % 2].text) for n in range(4, 7)]
    app = open_at("claims", [*FERRY, *more])
    cache.workspace().set_claims(story().id, [Claim(id="", text=text) for text in CLAIMS])
    shares = matrix(app.run()).iloc[0]
    assert list(shares[["s0", "s1", "s2"]]) == ["100%", "50%", "0%"]
    assert matrix(app).iloc[1]["claim"] == CLAIMS[0]
    assert "first row: share of all claims stated" in shown(app)
