"""A claims CSV: what is read, what is refused with its line and a reason, and what is never lost."""

import pytest

from components.analysis.claims.claim_list import MAX_CLAIM_WORDS, read_claims
from components.analysis.model import Claim


def read(text: str, *, number: bool = True) -> tuple[list[tuple[str, str, str]], list[tuple[int, str]]]:
    claims, refused = read_claims(text.encode(), number=number)
    assert all(isinstance(c, Claim) for c in claims)
    return [(c.id, c.text, c.note) for c in claims], list(refused)


def test_a_column_of_claims_is_enough() -> None:
    assert read("claim\nNordis paid $4.\n") == ([("c1", "Nordis paid $4.", "")], [])


def test_headings_in_any_case_with_a_byte_order_mark() -> None:
    claims, refused = read_claims("\ufeffNote,CLAIM, Claim_ID \nold,Nordis paid $4.,c7\n".encode())
    assert [(c.id, c.text, c.note) for c in claims] == [("c7", "Nordis paid $4.", "old")]
    assert refused == ()


@pytest.mark.parametrize("mark", [";", "\t", ","])
def test_columns_parted_by_other_marks(mark: str) -> None:
    assert read(f"claim_id{mark}claim\nc4{mark}Nordis paid $4.\n")[0] == [("c4", "Nordis paid $4.", "")]


def test_lines_that_end_as_on_an_old_macintosh() -> None:
    assert [text for _, text, _ in read("claim\rNordis paid $4.\rFerrow slept.\r")[0]] == [
        "Nordis paid $4.",
        "Ferrow slept.",
    ]


def test_a_cell_beyond_all_measure_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="save it as CSV anew"):
        read("claim\n" + "x" * 200_000 + "\n")


def test_without_the_column_the_file_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match=r"needs a column named claim; it has: statement, note"):
        read("statement,note\nNordis paid $4.,\n")


def test_an_id_that_stands_twice_is_refused_once_and_named() -> None:
    claims, refused = read("claim_id,claim\nc1,Nordis paid $4.\nc1,Ferrow slept.\n,Tessar won.\n")
    assert [text for _, text, _ in claims] == ["Nordis paid $4.", "Tessar won."]
    assert len({claim_id for claim_id, _, _ in claims}) == 2
    ((line, reason),) = refused
    assert line == 3
    assert "c1" in reason


def test_an_empty_and_an_endless_claim_are_refused_by_line() -> None:
    claims, refused = read("claim\n  \n" + "word " * (MAX_CLAIM_WORDS + 1) + "\n" + "word " * MAX_CLAIM_WORDS + "\n")
    assert len(claims) == 1
    assert [line for line, _ in refused] == [2, 3]


@pytest.mark.parametrize("claim", ["Nordis", "\U0001f600 Nordis \U0001f680", "12 34 5600", "Nordis – a yard"])
def test_odd_claims_are_kept_as_they_are(claim: str) -> None:
    assert read(f"claim\n{claim}\n")[0][0][1] == claim


def test_the_guard_of_an_export_comes_off_again() -> None:
    assert read("claim\n'=Nordis paid $4.\n")[0][0][1] == "=Nordis paid $4."


def test_ids_can_wait_until_the_list_is_known() -> None:
    assert read("claim\nNordis paid $4.\n", number=False)[0] == [("", "Nordis paid $4.", "")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_a_spreadsheet_writes_is_read_whatever_its_encoding(encoding):
    ((claim,), refused) = read_claims("claim_id,claim,note\nc1,Zoë’s café paid €30.,naïve\n".encode(encoding))
    assert (claim.id, claim.text, claim.note, refused) == ("c1", "Zoë’s café paid €30.", "naïve", ())


def test_signs_alone_are_no_claim_a_number_is():
    claims, refused = read_claims("claim\n😀 !\n2025\n".encode())
    assert [c.text for c in claims] == ["2025"]
    assert refused == ((2, "the claim has no letter and no digit: nothing can be looked for"),)
