import pytest

from components.ingest.intake import take_in
from components.ingest.quality import notes_on

BODY = (
    "The harbour office said on Monday that the new pier will open in the spring, four months late. Builders found an "
    "old sewer under the site, and had to move it before they could go on with the work that the city had ordered."
)
GERMAN = (
    "Das Hafenamt teilte am Montag mit, dass der neue Pier im Frühjahr eröffnet wird, vier Monate später als geplant. "
    "Die Bauleute fanden unter dem Gelände einen alten Kanal und mussten ihn verlegen, "
    "bevor sie weiterarbeiten konnten, sagte die Leiterin des Amtes in der Sitzung des Rates."
)
DUTCH = (
    "Het havenbedrijf zei maandag dat de nieuwe pier in het voorjaar open gaat, vier maanden later dan was beloofd. "
    "Onder het terrein werd een oud riool gevonden, en dat moest worden verlegd voordat men verder kon met het werk in "
    "de haven, zo is te lezen in een brief aan de raad."
)
SPANISH = (
    "La oficina del puerto dijo el lunes que el nuevo muelle se abrirá en primavera, cuatro meses más tarde de lo que "
    "había prometido. Los obreros encontraron una vieja alcantarilla bajo el terreno y tuvieron que moverla antes de "
    "seguir con los cimientos, según la ciudad."
)
RUSSIAN = "Портовая служба сообщила в понедельник, что новый причал откроется весной, на четыре месяца позже срока."
JAPANESE = (
    "港の事務所は月曜日に、新しい桟橋は約束より四か月遅れて春に開くと発表した。"
    "工事の人々は敷地の下に古い下水道を見つけた。"
)


def notes(text):
    return list(map(str, notes_on(text)))


def test_an_ordinary_article_has_no_notes():
    assert notes(BODY) == []
    assert notes("\n\n".join([BODY, BODY.replace("pier", "quay"), "Read on the pier.", "Read on the pier."])) == []


@pytest.mark.parametrize("text", [GERMAN, DUTCH, SPANISH])
def test_other_languages_are_noted(text):
    (note,) = notes(text)
    assert "probably not English" in note


@pytest.mark.parametrize("text", [RUSSIAN * 2, JAPANESE * 2])
def test_other_letters_are_noted(text):
    assert any("judge by its letters" in note for note in notes(text))


def test_foreign_names_and_a_quotation_do_not_make_a_text_foreign():
    assert notes(f"{BODY} „{DUTCH[:60]}“, said Håkan Łukasiewicz of Ørsted.") == []


def test_repeated_paragraphs_are_noted_with_their_share():
    first, second = BODY.split(". ")
    (note,) = notes(f"{first}.\n\n{second}\n\n{second}")
    again = len(second.split()) / (len(first.split()) + 2 * len(second.split()))
    assert note.startswith(f"{again:.0%} of its words stand in paragraphs that are repeated")


@pytest.mark.parametrize(
    "wall",
    [
        "Subscribe now to continue reading.",
        "This article is reserved for our subscribers.",
        "Already a subscriber? Sign in.",
        "You’ve reached your monthly limit.",
        "To keep reading, please log in.",
    ],
)
def test_a_notice_for_subscribers_is_noted(wall):
    (note,) = notes(f"{BODY}\n\n{wall}")
    assert "notice for subscribers" in note


@pytest.mark.parametrize(
    "words",
    ["Readers subscribe to the weekly paper.", "They read the article and the story.", "The limit was reached."],
)
def test_words_about_subscriptions_are_no_notice(words):
    assert notes(f"{BODY}\n\n{words}") == []


def test_notes_come_with_the_article_and_refuse_nothing():
    intake = take_in([("a.txt", GERMAN.encode())])
    assert len(intake.articles) == 1
    (problem,) = intake.problems
    assert (problem.file, problem.field, problem.refused) == ("a.txt", "text", False)


def test_the_shares_rest_on_words_that_are_there():
    assert notes("") == ["The text has only 0 words: it was taken in, but most measures need more."]
    assert notes("12 34 56 " * 20) == []
