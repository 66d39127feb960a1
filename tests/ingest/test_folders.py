import hashlib
import os
from pathlib import Path

import pytest

from components.ingest.intake import take_paths

BODY = (
    "The harbour office said on Monday that the new pier will open in the spring, four months late. "
    "Builders found an old sewer under the site, and had to move it before they could go on."
)
STORY = Path(__file__).parents[2] / "data" / "stories" / "alexandr-wang-joins-meta"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "pier"
    folder.mkdir()
    (folder / "b.txt").write_text(BODY)
    (folder / "a.txt").write_text(BODY + " It cost more.")
    (folder / "rows.csv").write_text(f'source,text\nStated,"{BODY} One."\n,"{BODY} Two."\n')
    (folder / ".hidden").write_text("x")
    return folder


def test_a_story_file_gives_title_order_metadata_and_short_names(folder):
    (folder / "story.toml").write_text(
        """
title = "The pier"
[[article]]
file = "b.txt"
source = "Port Weekly"
short_name = "Port"
group = "trade press"
title = "Pier late"
date = 2026-06-03
author = "Dana Whitlow"
url = "https://example.org/pier"
[[article]]
file = "rows.csv"
source = "From the story file"
short_name = "Rows"
"""
    )
    found = take_paths([folder])
    assert found.title == "The pier"
    assert found.problems == ()
    assert [a.source for a in found.articles] == ["Port Weekly", "Stated", "From the story file", "a"]
    first = found.articles[0]
    assert (first.title, first.date, first.author) == ("Pier late", "2026-06-03", "Dana Whitlow")
    assert first.url == "https://example.org/pier"
    assert found.short_names == (("Port Weekly", "Port"), ("From the story file", "Rows"))
    assert found.groups == (("Port Weekly", "trade press"),)


def test_a_folder_without_a_story_file_has_its_own_name(folder):
    found = take_paths([folder])
    assert found.title == "pier"
    assert [a.source for a in found.articles] == ["a", "b", "Stated", "rows row 3"]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("title = ", "not valid TOML"),
        ("article = 3", "not tables"),
        ('[[article]]\nsource = "A"', "names no file"),
        ("title = 3", "not a text"),
        ('[[article]]\nfile = "../../etc/passwd"', "not in the folder"),
        ('[[article]]\nfile = "gone.txt"', "lists gone.txt"),
    ],
)
def test_a_broken_story_file_is_named_and_the_articles_go_in(folder, told, says):
    (folder / "story.toml").write_text(told)
    found = take_paths([folder])
    assert len(found.articles) == 4
    (problem,) = found.problems
    assert problem.file == "story.toml"
    assert says in problem.reason


def test_files_and_what_is_missing(folder):
    found = take_paths([folder / "a.txt", folder / "none.txt", str(folder / "b.txt")])
    assert found.title == ""
    assert [a.source for a in found.articles] == ["a", "b"]
    assert [p.file for p in found.problems] == [str(folder / "none.txt")]


def test_two_folders_with_files_of_one_name_keep_their_sources_apart(folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text(BODY + " Elsewhere.")
    found = take_paths([other, folder])
    assert [a.source for a in found.articles if "a" in a.source][:2] == ["a", "pier/a.txt"]


def test_links_are_not_followed_and_unreadable_files_are_named(folder, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text(BODY + " Secret.")
    (folder / "link.txt").symlink_to(outside)
    locked = folder / "locked.txt"
    locked.write_text(BODY)
    locked.chmod(0)
    found = take_paths([folder])
    assert not any("Secret" in a.text for a in found.articles)
    if os.geteuid() != 0:  # root reads anything
        assert [p.file for p in found.problems] == ["locked.txt"]


def test_the_default_story_is_as_it_was_found_and_named_by_what_it_shows():
    found = take_paths([STORY])
    assert found.problems == ()
    assert found.title == "Alexandr Wang joins Meta"
    assert [(a.source, a.date, a.author, len(a.text.split())) for a in found.articles] == [
        ("Industry brief (unnamed)", "2026-06-03", "", 518),
        ("Heloies", "", "", 707),
        ("Career blog (unnamed)", "", "", 911),
        ("News agency report (unnamed)", "", "", 495),
    ]
    assert found.articles[3].title == ""
    assert [name for _, name in found.short_names] == ["Industry brief", "Heloies", "Career blog", "Agency report"]
    digests = {p.name: hashlib.sha256(p.read_bytes()).hexdigest()[:12] for p in sorted(STORY.glob("*.txt"))}
    assert digests == {
        "agency-report.txt": "7952313ff66f",
        "career-blog.txt": "dea67bf0c70b",
        "heloies-blog.txt": "1b3d698666be",
        "industry-brief.txt": "6d1b3001f765",
    }


def test_what_surrounds_the_default_articles_is_cut_with_its_reason():
    reasons = [[c.reason for c in a.cuts] for a in take_paths([STORY]).articles]
    assert reasons == [
        ["navigation", "date row", "headline", "hashtags", "share row", "related links"],
        [
            *("headline", "avatar", "share row", "disclaimer", "teaser among page rows", "tags", "hashtags", "tags"),
            *("avatar", "comment form", "plug-in notice", "subscription box", "related links"),
        ],
        ["headline", "comment form"],
        [],
    ]
