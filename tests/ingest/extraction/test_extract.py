"""The whole way from text to statements: promises that hold for every text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.statement import make_article
from ingest.extraction.extract import read_articles, statements_of
from ingest.german.pipeline import german

SENTENCES = [
    "Norwegen hat 300 Soldaten nach Lettland verlegt.",
    "Laut der Nato seien 1.200 bis 1.500 Mann im Kosovo stationiert, darunter 40 Offiziere.",
    "Das bestätigte das Verteidigungsministerium in Oslo am Montag.",
    "„Wir schicken keine Truppen“, sagte Präsident Emmanuel Macron.",
    "Japan und die Philippinen unterzeichneten im Juli einen Vertrag über gegenseitigen Zugang.",
    "Der Kreml wies Berichte über Söldner in Niger zurück.",
    "Rund die Hälfte davon wurde getötet oder verwundet.",
    "Dort sollen sie ausgebildet werden.",
    "Präsident William Ruto traf in Nairobi den Sonderbeauftragten; sie sprachen über Haiti.",
]
MIXED = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)
HOSTILE = st.text(alphabet=st.characters(codec="utf-8"), max_size=200)
PIECES = st.lists(st.one_of(st.sampled_from(" ".join(SENTENCES).split()), HOSTILE), max_size=40).map(" ".join)


def check(text: str) -> None:
    if not text.strip():
        return
    article = make_article(text, published="2025-03-01")
    statements = statements_of(article, german()(article.text))
    assert len({s.id for s in statements}) == len(statements)
    for statement in statements:
        span = statement.evidence
        assert article.text[span.start : span.end] == span.text
        assert span.text.strip()
        assert statement.article == article.id
        assert [s.step for s in statement.sources] == sorted(s.step for s in statement.sources)


@settings(max_examples=60)
@given(MIXED)
def test_every_statement_has_its_evidence(text: str) -> None:
    check(text)


@settings(max_examples=150)
@given(st.one_of(HOSTILE, PIECES))
def test_hostile_texts_give_no_error_and_nothing_without_evidence(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text", ["Soldaten " * 400, "12.000 " * 300, "(((" * 200, "und " * 500 + "Soldaten", "„“" * 300]
)
def test_long_monotonous_texts(text: str) -> None:
    check(text)


def test_an_article_alone_and_in_a_batch_says_the_same() -> None:
    articles = [make_article(" ".join(SENTENCES[i:] + SENTENCES[:i]), published="2025-03-01") for i in range(5)]
    together = {article.id: statements for article, statements in read_articles(articles)}
    for article in articles:
        ((_, alone),) = read_articles([article])
        assert together[article.id] == alone


def test_reading_twice_gives_the_same_ids() -> None:
    article = make_article(" ".join(SENTENCES), published="2025-03-01")
    first, second = (
        [s.id for s in statements] for _, statements in [*read_articles([article]), *read_articles([article])]
    )
    assert first == second


def test_troop_reports_without_a_number_stand_once_a_sentence() -> None:
    text = (
        "Nordkoreanische Soldaten und nordkoreanische Truppen wurden nach Russland geschickt, Truppen Nordkoreas auch."
    )
    article = make_article(text, published="2025-03-01")
    reports = [s for s in statements_of(article, german()(article.text)) if s.kind == "troop_report"]
    keys = [(s.subject.id, s.predicate) for s in reports]
    assert len(keys) == len(set(keys))


def test_clauses_that_a_parse_makes_each_others_content_come_to_an_end() -> None:
    text = (
        "bestätigte  â Kreml  Âiãd\x8ek5V+¾Ú\x0e\U000d64d2 bestätigte  Das Âiãd\x8ek5V+¾Ú\x0e\U000d64d2 "
        "´f\x93\x8d\x88\x19Ê\nù bestätigte "
    )
    article = make_article(text)
    assert len(statements_of(article, german()(article.text))) < 5
