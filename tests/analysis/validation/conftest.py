"""Small labelled sets of our own in the shape of the published ones."""

import csv
import json

import pytest


def write_csv(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def write_lines(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


CLAIMS = {
    "1": ("The harbour bridge closed on Monday.", "Engineers found 14 cracks.", "Repairs will cost 3 million euros."),
    "2": ("Dora Lindqvist won the election.", "The count took four days.", "Her rival conceded on Friday."),
}
SUMMARIES = {
    "full": "{} {} {}",
    "first": "{} Residents had feared it for years, a spokesman added.",
    "none": "Rain fell over the valley and the weekly market moved indoors for the day.",
}
STATED = {"full": (1, 1, 1), "first": (1, 0, 0), "none": (0, 0, 0)}


def realsumm(folder):
    write_lines(
        folder / "summaries.jsonl",
        [
            {"doc": doc, "system": system, "summary": text.format(*claims)}
            for doc, claims in CLAIMS.items()
            for system, text in SUMMARIES.items()
        ],
    )
    write_csv(
        folder / "presence.csv",
        [
            {
                "doc": doc,
                "system": system,
                "claim": number,
                "claim_text": claim,
                "label": STATED[system][number],
                "votes_present": 3 * STATED[system][number],
                "votes_absent": 3 - 3 * STATED[system][number],
            }
            for doc, claims in CLAIMS.items()
            for system in SUMMARIES
            for number, claim in enumerate(claims)
        ],
    )


LIGHTHOUSE = [
    "The lighthouse at Cape Orrin is a listed building.",
    "It was designed by the engineer Tomas Vale and completed in 1871.",
    "A museum in the former keeper's house opened in 1998.",
]


def propsegment(folder):
    write_lines(folder / "docs.jsonl", [{"cluster": "c", "doc": "a", "sentences": LIGHTHOUSE}])
    common = {"cluster": "c", "premise_doc": "a"}
    write_lines(
        folder / "pairs_dev.jsonl",
        [
            {**common, "proposition": proposition, "label": label, "support_sentences": support}
            for proposition, label, support in (
                ("The lighthouse was designed by Tomas Vale", "entails", [1]),
                ("A museum opened in the keeper's house", "entails", [2]),
                ("Ferries to the island leave twice a day", "neither", []),
                ("Sheep graze behind the village school", "neither", []),
                ("The lamp was electrified", "tie", []),
            )
        ],
    )


def qags(folder):
    text = " ".join(LIGHTHOUSE)
    write_lines(folder / "articles.jsonl", [{"set": s, "doc": 7, "article": text} for s in ("cnndm", "xsum")])
    write_csv(
        folder / "sentences.csv",
        [
            {"set": part, "doc": 7, "sentence": sentence, "yes": 3 * label, "raters": 3, "label": label}
            for part in ("cnndm", "xsum")
            for sentence, label in (
                ("The lighthouse at Cape Orrin is a listed building.", 1),
                ("Smugglers burned the harbour office down.", 0),
            )
        ],
    )


def factual_errors(folder):
    text = " ".join(LIGHTHOUSE)
    write_lines(
        folder / "pairs.jsonl",
        [
            {"origin": origin, "doc": text, "claim": claim, "label": label}
            for origin in ("cnndm", "xsum")
            for claim, label in (
                ("The lighthouse is a listed building. A museum opened in 1998.", "supported"),
                (
                    "The lighthouse is a listed building. A museum opened in 1998. Its director resigned over debts.",
                    "unsupported",
                ),
                ("The lighthouse was completed in 1899 by the engineer Tomas Vale.", "contradicted"),
                ("Noise.", "noise"),
            )
        ],
    )


def vader(folder):
    rows = [
        {"mean": 3.0, "text": "The wonderful rescue delighted every happy family."},
        {"mean": 0.1, "text": "The committee meets on the second floor of the annex."},
        {"mean": -3.0, "text": "The horrible disaster killed and injured innocent children."},
    ]
    write_csv(folder / "nytEditorialSnippets.csv", rows)
    write_csv(folder / "nyt_articles.csv", rows)


def babe(folder):
    loaded = "The shameless, disgraceful cabal is of course lying and wreaking utter chaos again."
    plain = "The ministry said on Tuesday that 412 schools had applied for the programme."
    write_csv(
        folder / "sg1.csv",
        [
            {
                "text": text,
                "outlet": outlet,
                "topic": topic,
                "label_bias": label,
                "biased_words": words,
                "url": f"{outlet}/{topic}/{number // 3}",
            }
            for outlet, text, label, words in (
                ("x", loaded, "Biased", "shameless|utter chaos"),
                ("y", plain, "Non-biased", ""),
            )
            for topic in ("a", "b")
            for number in range(8)
        ]
        + [
            {
                "text": plain,
                "outlet": "x",
                "topic": "a",
                "label_bias": "No agreement",
                "biased_words": "",
                "url": "x/a/0",
            }
        ],
    )


def clickbait(folder):
    write_csv(
        folder / "headlines.csv",
        [
            {"headline": headline, "clickbait": label}
            for headline, label in (
                ("21 things you should never say to your plumber", 1),
                ("This is why everyone is talking about soup", 1),
                ("Parliament adopts the water bill after late session", 0),
                ("Two held after theft at the regional archive", 0),
            )
        ],
    )


def stories(folder):
    sentence = "The council reviewed the report on the harbour and set a date for the next hearing. "
    write_lines(
        folder / "docs.jsonl",
        [
            {"set": "onestopenglish", "doc": f"story {n}-{level}", "text": sentence * (12 + n)}
            for n in range(4)
            for level in ("adv", "ele")
        ]
        + [{"set": "propsegment_wiki", "doc": "5", "text": sentence * 20}],
    )


EASY = "The dog ran to the red barn. It was a hot day. The man sat on a log. He had a hat on. "
MIDDLE = "The dog ran across the field to the old red barn. It was a hot day in the middle of summer. "
HARD = (
    "Notwithstanding considerable institutional opposition, the municipal administration inaugurated an "
    "extraordinarily comprehensive infrastructural rehabilitation programme throughout metropolitan territories. "
)


def clear(folder):
    write_csv(
        folder / "clear.csv",
        [
            {"excerpt": text * 8, "bt_easiness": ease}
            for text, ease in ((EASY, 1.0), (MIDDLE, 0.2), (HARD, -2.5))
        ],
    )  # fmt: skip


def onestop(folder):
    texts = {"ele": EASY * 6, "int": MIDDLE * 6, "adv": HARD * 8}
    swapped = {"ele": HARD * 8, "int": MIDDLE * 6, "adv": EASY * 6}
    half_right = {"ele": EASY * 6, "int": HARD * 8, "adv": MIDDLE * 6}
    write_lines(
        folder / "texts.jsonl",
        [
            {"article": story, "level": level, "text": text}
            for story, versions in (("one", texts), ("two", texts), ("three", swapped), ("four", half_right))
            for level, text in versions.items()
        ],
    )


def golden_rules(folder):
    write_lines(
        folder / "golden_rules_en.jsonl",
        [
            {"text": "Dr. Vale came. She left.", "sentences": ["Dr. Vale came.", "She left."]},
            {"text": "One sentence only.", "sentences": ["One sentence", "only."]},
        ],
    )


MADE = {
    "realsumm_scu": realsumm,
    "propsegment_wiki": propsegment,
    "qags": qags,
    "news_factual_errors": factual_errors,
    "vader_gold": vader,
    "babe": babe,
    "clickbait_headlines": clickbait,
    "multisource_stories": stories,
    "clear": clear,
    "onestopenglish": onestop,
    "sentence_golden_rules": golden_rules,
}


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A folder with every labelled set, made up."""
    folder = tmp_path_factory.mktemp("labelled")
    for name, make in MADE.items():
        make(folder / name)
    return folder
