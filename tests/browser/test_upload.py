"""Three hundred mixed files dropped at once, in a real browser: progress, counts, the summary, and the way back."""

import json
import re
import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "ingest"))
import made_files as files

PLACES = "harbour pier bridge ferry market station library stadium airport tunnel".split()


def report(number):
    """A short report, each in words of its own."""
    place, other = PLACES[number % 10], PLACES[(number // 10) % 10]
    return [
        f"The {place} office said on Monday that work number {number} at the {other} will end in the spring, four "
        f"months later than it had promised to company {number * 7}.",
        f"Builders found {number + 2} old pipes under the {place}, and had to move them before going on, said the "
        f"head of works at the {other}, who leads {number + 3} people.",
    ]


def mixed_files():
    """300 files: 269 of one article each, a table of five, 15 that repeat others, 15 that cannot be read."""
    made = {
        "txt": lambda n: "\n\n".join(report(n)).encode(),
        "md": lambda n: f"# Report {n}\n\n{report(n)[0]}\n\n*{report(n)[1]}*".encode(),
        "csv": lambda n: f'source,title,text\nPaper {n},Report {n},"{" ".join(report(n))}"\n'.encode(),
        "html": lambda n: files.page(report(n), title=f"Report number {n} on the works", around=False),
        "docx": lambda n: files.word(report(n), title=f"Report number {n} on the works"),
        "pdf": lambda n: files.pdf([[line[i : i + 80] for line in report(n) for i in range(0, len(line), 80)]]),
        "rtf": lambda n: files.rtf(report(n)),
        "eml": lambda n: files.mail("\n\n".join(report(n)), Subject=f"Report {n}", From="desk@paper.example"),
        "xlsx": lambda n: files.workbook([["source", "text"], [f"Paper {n}", " ".join(report(n))]]),
        "json": lambda n: json.dumps({"source": f"Paper {n}", "text": " ".join(report(n))}).encode(),
    }
    kinds = list(made)
    sound = [(f"report-{n}.{kinds[n % 10]}", made[kinds[n % 10]](n)) for n in range(269)]
    table = "source,text\n" + "".join(f'Table {n},"{" ".join(report(n))}"\n' for n in range(300, 305))
    repeats = [("report-0.txt", sound[0][1])] * 8 + [("report-10.txt", sound[10][1])] * 7
    broken = [
        ("scan.pdf", b"%PDF-1.7\n"), ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)), ("empty.txt", b" "),
        ("photo.heic", b"x"), ("program.txt", b"MZ\x90\x00\x03"), ("blank.md", b"\n\n"), ("cut.xlsx", b"PK\x03\x04"),
        ("no.json", b"{"), ("bare.eml", b"\n\nwords"), ("page.html", b"<!-- -->"), ("notes", b"words"),
        ("film.mov", b"x"), ("head.csv", b"source,text\n"), ("noise.rtf", bytes(range(256))), ("a.zip", b"PK"),
    ]  # fmt: skip
    assert len(sound) + 1 + len(repeats) + len(broken) == 300
    return [*sound, ("table.csv", table.encode()), *repeats, *broken]


def payload(name, data):
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def main_text(page):
    return page.get_by_test_id("stMain").inner_text()


def start_a_story(page, settled, title):
    page.get_by_role("button", name="New story").click()
    page.get_by_role("textbox", name="Title of the story").last.fill(title)
    page.get_by_role("button", name="Make the story").click()
    page.get_by_text("Drop in the articles you want to compare").wait_for()
    settled(page)


def drop(page, given):
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files([payload(*file) for file in given])


def test_three_hundred_files_at_once(open_page, settled):
    page = open_page("/articles")
    start_a_story(page, settled, "Works on the coast")
    started = time.monotonic()
    drop(page, mixed_files())
    page.get_by_role("button", name="Stop reading").wait_for(timeout=60_000)
    page.get_by_text(re.compile(r"\d+ of 300 read, \d+ articles? so far")).first.wait_for()
    page.get_by_text("274 new articles, 15 already there, 15 refused").wait_for(timeout=120_000)
    settled(page)
    print(f"\n300 files read in {time.monotonic() - started:.1f} s")
    fold = page.get_by_text("15 refused", exact=True)
    fold.click()
    text = main_text(page)
    for name in ("scan.pdf", "old.docx", "photo.heic", "notes", "a.zip"):
        assert name in text
    page.get_by_role("button", name="Add 274 articles").click()
    page.get_by_text("274 articles added").wait_for(timeout=180_000)
    settled(page)
    print(f"added after {time.monotonic() - started:.1f} s")
    text = main_text(page)
    assert "15 already in the story, nothing changed." in text
    assert "15 refused, as listed below." in text
    assert "All 274 articles are measured" in text
    page.get_by_role("button", name="Take them out again").click()
    page.get_by_text("Drop in the articles you want to compare").wait_for(timeout=60_000)
    settled(page)
    print(f"taken out after {time.monotonic() - started:.1f} s")


IN_SIGHT = """body => {
  const button = [...body.querySelectorAll("button")].find(each => each.innerText === "Look it over")
  const scrolls = body.scrollHeight > body.clientHeight + 40
  return scrolls && body.scrollTop === 0 &&
    button.getBoundingClientRect().bottom <= body.getBoundingClientRect().bottom
}"""


def test_the_button_of_a_long_form_stays_in_sight(open_page):
    page = open_page("/articles", viewport={"width": 1440, "height": 700})
    page.get_by_role("button", name="Paste text").click()
    body = page.get_by_test_id("stPopoverBody")
    body.get_by_label("Text of the article").wait_for()
    page.wait_for_function(IN_SIGHT, arg=body.element_handle())
