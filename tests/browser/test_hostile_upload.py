"""Files full of script, uploaded for real: nowhere does it run or fetch anything, and no CSV starts a formula."""

import csv
import io
import re
import sys
import zipfile
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "ingest"))
import made_files as files
import openpyxl

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)><iframe srcdoc='<b>alert(4)</b>'>"
MARKDOWN = "![x](http://evil.example/pixel.png) [y](javascript:alert(5)) :material/home: $$x$$ <b>bold</b>"
FORMULA = '=HYPERLINK("http://evil.example","x")'
TURNED = "\u202efdp.exe\u2066 txet\u2069"
BODY = " ".join([*files.BODY, SCRIPT, MARKDOWN]) + "\n\n" + FORMULA + "\n\n" + files.SECOND
PAGES = ("", "claims", "tone", "hype", "readability", "reader", "articles", "downloads", "methods")


def cell(text):
    return '"' + text.replace('"', '""') + '"'


def hostile_files():
    rows = [["source", "title", "text", "author", "date"], [SCRIPT, SCRIPT, BODY, SCRIPT, "2026-06-03"],
            [FORMULA, FORMULA, "\n\n".join(files.BODY) + "\n\n" + FORMULA, "@SUM(1)", ""],
            ["-2+3+cmd|' /C calc'!A0", "+1", BODY + " again", "", ""]]  # fmt: skip
    return {
        "fields.csv": "\n".join(",".join(map(cell, row)) for row in rows).encode(),
        "sheet.xlsx": files.workbook([rows[0], [f"{MARKDOWN} sheet", *rows[1][1:]]]),
        "columns.csv": "\n".join(",".join(map(cell, r)) for r in [[SCRIPT, MARKDOWN], [FORMULA, BODY]]).encode(),
        f"<img src=x onerror=alert(6)>_2026-06-03_{TURNED}.txt".replace("/", ""): (BODY + TURNED).encode(),
        "<script>alert(7)<script>.xyz": b"x",
        f"{FORMULA.replace('/', '')}.txt": (BODY + " in a file named like a formula").encode(),
        "page.html": files.page([*files.BODY, f"&lt;script&gt;alert(8) {SCRIPT}"], title="&lt;img src=x&gt;"),
        "release.docx": files.word([*files.BODY, BODY], title=SCRIPT),
        "mail.eml": files.mail(BODY, Subject="<script>alert(10)</script>", From="x@evil.example"),
        "note.md": f"---\ntitle: {FORMULA}\nsource: {TURNED}\n---\n{BODY}".encode(),
        "data.json": b'[{"source": "javascript:alert(11)", "url": "javascript:alert(12)", "text": %s}]'
        % ('"' + BODY.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"').encode(),
    }  # fmt: skip


def formulas(data):
    """Text cells of a CSV that a spreadsheet would run; a number may begin with a minus."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    started = [c for row in rows for c in row if c[:1] in tuple("=+-@\t\r")]
    return [c for c in started if not re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", c)]


def test_script_shows_as_text_everywhere(open_page, settled):
    page = open_page("/articles")  # it watches for errors, dialogs and requests that leave this machine
    said = []
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    page.get_by_role("button", name="New story").click()
    page.get_by_role("textbox", name="Title of the story").last.fill(f"Hostile {SCRIPT[:40]}")
    page.get_by_role("button", name="Make the story").click()
    page.get_by_text("Drop in the articles you want to compare").wait_for()
    settled(page)
    given = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in hostile_files().items()
    ]
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(given)
    page.get_by_text("columns.csv: which column holds what?").wait_for(timeout=60_000)
    settled(page)
    page.get_by_role("button", name="Read it with these columns").click()
    page.get_by_text("which column holds what?").wait_for(state="detached", timeout=60_000)
    settled(page)
    page.get_by_role("button", name=re.compile(r"^Add \w+ articles$")).click()
    page.get_by_text(re.compile("articles added")).first.wait_for(timeout=120_000)
    settled(page)
    for name in PAGES:
        page.get_by_role("link", name=(name or "compare").capitalize(), exact=True).first.click()
        page.wait_for_url(re.compile(f"/{name}(\\?|$)"))
        settled(page)
        page.wait_for_timeout(500)
        assert page.locator("iframe[srcdoc], img[src='x'], [onerror], [onload]").count() == 0, name
        if name == "downloads":
            check_downloads(page)
        if name == "reader":
            assert "<script>alert(1)</script>" in page.get_by_test_id("stMain").inner_text()
    mine = [line for line in said if "_stcore" not in line and "404" not in line]
    assert not mine
    # a table's own toolbar writes cells as they are: it offers no download
    for box in page.get_by_test_id("stDataFrame").all():
        box.hover()
    assert page.get_by_role("button", name=re.compile("Download as CSV")).count() == 0


def download(page, name):
    with page.expect_download() as started:
        page.get_by_role("button", name=name, exact=True).click()
    return started.value.path().read_bytes()


def check_downloads(page):
    archive = zipfile.ZipFile(io.BytesIO(download(page, "Download the bundle")))
    tables = [name for name in archive.namelist() if name.endswith(".csv")]
    assert len(tables) >= 9
    for name in tables:
        assert not formulas(archive.read(name)), name
    content = download(page, "articles.csv")
    assert not formulas(content)
    assert b"'=HYPERLINK" in content
    book = openpyxl.load_workbook(io.BytesIO(download(page, "Download the workbook")))
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    report = download(page, "Download the report").decode()
    assert "<script>alert" not in report
    assert "onerror=alert(2)>" not in report
