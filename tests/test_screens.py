"""The screens as Streamlit's own test runner sees them: what is asked, shown and refused; clicks have tests/browser."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfWriter
from streamlit.testing.v1 import AppTest

from geo.geocoders import Asked
from geo.model import Analysis
from geo.reading import MAX_BYTES
from geo.reading.examples import list_examples
from geo.view import session
from geo.view.markdown import escape_markdown

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = """Rebels shell Goma as residents flee

GOMA, Congo - Rebels shelled the city of Goma on Monday, killing at least 12 civilians, the army said.
"""


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()


def words_of(app: AppTest) -> str:
    parts = [*app.markdown, *app.caption, *app.title, *app.error, *app.warning, *app.info]
    return "\n".join(str(part.value) for part in parts)


def upload(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    uploader = app.file_uploader[0]
    for name, data in files:
        uploader = uploader.upload(name, data)
    return app.run()


def desk_of(app: AppTest):
    return app.session_state["desk"]


def test_the_empty_start_shows_what_to_do(app: AppTest) -> None:
    assert not app.exception
    assert "Open a news article" in words_of(app)
    assert len(app.file_uploader) == 1
    assert {f"example-{example.key}" for example in list_examples()} <= {button.key for button in app.button}


@pytest.mark.parametrize("example", [example.key for example in list_examples()])
def test_every_example_opens_with_one_click(app: AppTest, example: str) -> None:
    app.button(key=f"example-{example}").click().run()
    assert not app.exception
    assert not app.error
    desk = desk_of(app)
    assert len(desk.articles) == 1
    analysis = next(iter(desk.analyses.values()))
    assert analysis.events
    assert analysis.places


def test_an_uploaded_file_is_analysed(app: AppTest) -> None:
    upload(app, ("goma.txt", ARTICLE.encode()))
    assert not app.exception
    analysis = next(iter(desk_of(app).analyses.values()))
    assert any(event.category for event in analysis.events)
    assert "Rebels shell Goma as residents flee" in words_of(app)


def test_pasted_text_is_analysed(app: AppTest) -> None:
    app.text_area(key="pasted").set_value(ARTICLE).run()
    next(button for button in app.button if button.label == "Read this text").click().run()
    assert not app.exception
    assert len(desk_of(app).articles) == 1


def test_pasting_nothing_gives_one_sentence(app: AppTest) -> None:
    next(button for button in app.button if button.label == "Read this text").click().run()
    assert len(app.error) == 1
    assert not app.exception


def scan(password: str | None = None) -> bytes:
    """A PDF of one page without text, locked where there is a password."""
    writer = PdfWriter()
    writer.add_blank_page(300, 300)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


BAD = [
    ("empty.txt", b""),
    ("blank.txt", b" \n\t \n"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
    ("broken.docx", b"PK\x03\x04 not a document"),
    ("broken.pdf", b"%PDF-1.7 cut short"),
    ("scan.pdf", scan()),
    ("locked.pdf", scan("secret")),
    ("photo.jpg", b"\xff\xd8\xff" + bytes(range(256))),
    ("large.txt", b"a b c d " * (MAX_BYTES // 4)),
]


@pytest.mark.parametrize(("name", "data"), BAD, ids=[name for name, _ in BAD])
def test_a_file_that_cannot_be_read_gives_one_sentence_and_no_traceback(app: AppTest, name: str, data: bytes) -> None:
    upload(app, (name, data))
    assert not app.exception
    assert len(app.error) == 1
    assert name.replace(".", "\\.") in app.error[0].value
    assert not desk_of(app).articles


def test_a_bad_file_does_not_touch_the_others(app: AppTest) -> None:
    upload(app, *BAD[:2], ("goma.txt", ARTICLE.encode()))
    assert len(app.error) == 2
    assert [one.article.name for one in desk_of(app).articles.values()] == ["goma.txt"]


def test_an_article_without_any_place_is_shown_all_the_same(app: AppTest) -> None:
    upload(app, ("poem.txt", b"The rose is red.\n\nThe violet is blue, and so on it goes.\n"))
    assert not app.exception
    assert not app.error
    assert "No place was found in this article" in words_of(app)


OTHER_LANGUAGES = [
    (
        "French",
        "Des combats éclatent à Goma\n\nLes rebelles ont bombardé la ville de Goma lundi, tuant au moins douze civils, "
        "a déclaré l'armée. Des milliers d'habitants ont fui vers le Rwanda.\n",
    ),
    ("Arabic", "قالت القوات المسلحة إن اشتباكات عنيفة اندلعت يوم الاثنين في مدينة الخرطوم وأسفرت عن مقتل مدنيين.\n"),
    (
        "Russian",
        "Войска в понедельник обстреляли город Харьков, погибли двенадцать жителей, сообщили власти.\n",
    ),
]


@pytest.mark.parametrize(("language", "text"), OTHER_LANGUAGES, ids=[language for language, _ in OTHER_LANGUAGES])
def test_an_article_in_another_language_is_opened_with_one_sentence(app: AppTest, language: str, text: str) -> None:
    upload(app, ("goma.txt", ARTICLE.encode()))
    upload(app, ("other.txt", text.encode()))
    assert not app.exception
    assert not app.error
    assert [note.value for note in app.info if f"seems to be in {language}" in note.value]
    assert len(desk_of(app).articles) == 2


def test_a_bad_file_leaves_earlier_articles_open_and_its_sentence_can_be_hidden(app: AppTest) -> None:
    upload(app, ("goma.txt", ARTICLE.encode()))
    upload(app, ("empty.txt", b""))
    assert len(app.error) == 1
    assert desk_of(app).current().article.name == "goma.txt"
    app.button(key="hide-problems").click().run()
    assert not app.error
    assert desk_of(app).current().article.name == "goma.txt"


def test_the_same_file_is_opened_once_and_equal_names_are_told_apart(app: AppTest) -> None:
    upload(app, ("goma.txt", ARTICLE.encode()))
    upload(app, ("goma.txt", ARTICLE.encode()))
    assert len(desk_of(app).articles) == 1
    upload(app, ("goma.txt", f"{ARTICLE}\nFighting went on at night.\n".encode()))
    assert len(desk_of(app).articles) == 2
    assert len(set(app.selectbox[0].options)) == 2


def test_an_article_that_is_open_already_comes_to_the_front(app: AppTest) -> None:
    upload(app, ("goma.txt", ARTICLE.encode()), ("bukavu.txt", ARTICLE.replace("Goma", "Bukavu").encode()))
    app.selectbox[0].select_index(1).run()
    upload(app, ("goma.txt", ARTICLE.encode()))
    assert desk_of(app).current().article.name == "goma.txt"
    assert app.selectbox[0].index == 0


def test_a_date_in_the_future_is_questioned_and_can_be_taken_away(app: AppTest) -> None:
    upload(app, ("goma.txt", ARTICLE.encode()))
    app.date_input[0].set_value(date.today() + timedelta(days=40)).run()
    assert "lies in the future" in words_of(app)
    app.date_input[0].set_value(None).run()
    assert not app.exception
    assert desk_of(app).current().article.published is None
    assert "When was it published?" in words_of(app)


def test_a_failing_geocoder_gets_one_sentence_and_is_asked_again_only_on_request(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(analysis: Analysis, geocoder: object, tell: object) -> Asked:
        asked.append(analysis.article.name)
        return Asked(analysis, "The geocoder at http://localhost refused to answer.")

    monkeypatch.setattr(session, "ask_unplaced", refuse)
    upload(app, ("goma.txt", ARTICLE.encode()))
    assert not asked
    app.session_state["nominatim_on"] = True
    app.run()
    app.run()
    assert asked == ["goma.txt"]
    assert [warning.value for warning in app.warning if "refused to answer" in warning.value]
    next(button for button in app.button if button.label == "Ask again").click().run()
    assert asked == ["goma.txt", "goma.txt"]
    assert not app.exception


def test_an_unknown_date_is_asked_for_and_dates_the_events(app: AppTest) -> None:
    upload(app, ("goma.txt", ARTICLE.encode()))
    assert "When was it published?" in words_of(app)
    app.date_input[0].set_value(date(2025, 3, 5)).run()
    assert not app.exception
    assert "When was it published?" not in words_of(app)
    opened = desk_of(app).current()
    assert opened.article.published == date(2025, 3, 5)
    assert opened.article.published_from == "given"
    analysis = list(desk_of(app).analyses.values())[-1]
    assert any(event.interval.earliest == date(2025, 3, 3) for event in analysis.events)


RIVALS = """Rebels shell Goma as residents flee

Published 7 March 2025, updated 10 March 2025

GOMA, Congo - Rebels shelled the city of Goma on Monday, killing at least 12 civilians, the army said.
"""


def first_days(app: AppTest) -> set[date | None]:
    desk = desk_of(app)
    named = session.name_article(desk.current().article)
    analysis = next(one for key, one in desk.analyses.items() if key.startswith(named))
    return {event.interval.earliest for event in analysis.events}


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def test_what_tells_the_date_is_listed_and_a_rival_is_taken_with_one_click(app: AppTest) -> None:
    upload(app, ("goma.txt", RIVALS.encode()))
    assert "published Friday 7 March 2025 (from the text)" in words_of(app)
    assert "could also be 10 March 2025" in words_of(app)
    quote = escape_markdown("Published 7 March 2025, updated 10 March 2025")
    assert f"**7 March 2025** – from the text “{quote}” · **in use**" in words_of(app)
    assert date(2025, 3, 3) in first_days(app)
    press(app, "Use 10 March 2025 (from the text)")
    assert desk_of(app).current().article.published == date(2025, 3, 10)
    assert date(2025, 3, 10) in first_days(app)
    assert "read as 7 March 2025 (from the text)" in words_of(app)
    press(app, "Use 7 March 2025 (from the text)")
    article = desk_of(app).current().article
    assert (article.published, article.published_from) == (date(2025, 3, 7), "text")
    assert article == desk_of(app).current().original


def test_a_date_is_removed_and_what_tells_it_stays_at_hand(app: AppTest) -> None:
    upload(app, ("goma.txt", RIVALS.encode()))
    press(app, "Remove the date")
    assert "When was it published?" in words_of(app)
    assert first_days(app) == {None}
    assert [button for button in app.button if button.label == "Remove the date"] == []
    press(app, "Use 7 March 2025 (from the text)")
    assert date(2025, 3, 3) in first_days(app)


def test_quotes_of_what_tells_the_date_are_shown_as_text(app: AppTest) -> None:
    upload(app, ("goma.txt", RIVALS.replace("updated 10 March 2025", "updated 10 March 2025 <i>**x**$y$").encode()))
    quotes = [part.value for part in app.markdown if "10 March 2025" in part.value and "from the text" in part.value]
    assert quotes
    for quote in quotes:
        assert "\\<i\\>\\*\\*x\\*\\*\\$y\\$" in quote


def test_where_the_text_tells_its_date_can_be_shown(app: AppTest) -> None:
    upload(app, ("goma.txt", RIVALS.encode()))
    [button for button in app.button if button.label == "Show in the text"][1].click().run()
    assert desk_of(app).jump == session.Jump("evidence", "1", 1)
    press(app, "Show in the text")
    assert desk_of(app).jump == session.Jump("evidence", "0", 2)


def test_the_details_say_what_dates_count_from_and_why(app: AppTest) -> None:
    upload(app, ("goma.txt", RIVALS.encode()))
    analysis = next(iter(desk_of(app).analyses.values()))
    assert "Dates count from publication, 7 March 2025" in words_of(app)
    assert analysis.modes[0].reason
    press(app, "Remove the date")
    assert "Dates count from publication, which is not known" in words_of(app)


def test_a_document_that_tells_no_date_says_so(app: AppTest) -> None:
    upload(app, ("goma.txt", ARTICLE.encode()))
    assert "Nothing in the document tells its day." in words_of(app)


def test_times_are_a_table_that_words_narrow(app: AppTest) -> None:
    upload(app, ("goma.txt", RIVALS.encode()))
    table = next(one.value for one in app.dataframe if "TIMEX3 value" in one.value.columns)
    assert "Monday" in set(table["Time in the text"])
    next(field for field in app.text_input if field.label == "Only times with these words").set_value("zebra").run()
    assert "No time is like this." in words_of(app)


def test_title_and_source_can_be_corrected(app: AppTest) -> None:
    upload(app, ("goma.txt", ARTICLE.encode()))
    next(field for field in app.text_input if field.label == "Title").set_value("Another *title*").run()
    next(field for field in app.text_input if field.label == "Source").set_value("A wire").run()
    assert not app.exception
    article = desk_of(app).current().article
    assert (article.title, article.source) == ("Another *title*", "A wire")
    assert "Another \\*title\\*" in words_of(app)


def test_what_was_passed_over_can_be_taken_back_in(app: AppTest) -> None:
    app.button(key="example-" + list_examples()[0].key).click().run()
    opened = desk_of(app).current()
    assert opened.article.boilerplate
    app.toggle[0].set_value(True).run()
    assert not app.exception
    assert not desk_of(app).current().article.boilerplate
    app.toggle[0].set_value(False).run()
    assert desk_of(app).current().article.boilerplate == opened.original.boilerplate


def test_several_articles_are_read_each_by_itself(app: AppTest) -> None:
    upload(app, ("one.txt", ARTICLE.encode()), ("two.txt", ARTICLE.replace("Goma", "Bukavu").encode()))
    assert not app.exception
    assert len(desk_of(app).articles) == 2
    assert len(desk_of(app).analyses) == 1
    app.selectbox[0].select_index(1).run()
    assert desk_of(app).current().article.name == "two.txt"
    assert len(desk_of(app).analyses) == 2


def test_an_article_can_be_closed(app: AppTest) -> None:
    upload(app, ("goma.txt", ARTICLE.encode()))
    next(button for button in app.button if button.label == "Close this article").click().run()
    assert not app.exception
    assert not desk_of(app).articles
    assert "Open a news article" in words_of(app)


def test_a_name_is_never_markdown(app: AppTest) -> None:
    upload(app, ("**b**<img src=x>$x$.txt", b""))
    assert app.error[0].value.count("\\*") == 4
    assert "<img" not in app.error[0].value.replace("\\<", "")


@pytest.mark.parametrize("page", ["pages/settings.py", "pages/about.py"])
def test_the_other_pages_stand(app: AppTest, page: str) -> None:
    app.switch_page(page).run()
    assert not app.exception
    assert app.title


def test_nominatim_is_off_until_it_is_switched_on(app: AppTest) -> None:
    app.switch_page("pages/settings.py").run()
    assert app.toggle[0].value is False
    app.toggle[0].set_value(True).run()
    assert app.session_state["nominatim_on"] is True
    assert app.text_input[0].value.startswith("https://")
