"""The values of the contract: what they refuse, and ids that depend on what is said and on nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from graph.statement import (
    Article,
    Count,
    Evidence,
    Statement,
    Time,
    make_article,
    make_statement,
    statement_id,
)
from tests.graph.making import ABEL, ABOUT_900, ARLAND, BORLAND, article, met, sent, source
from tests.graph.strategies import articles, readings


@given(readings())
def test_an_id_does_not_depend_on_confidence_or_on_the_order_of_fields(
    reading: tuple[Article, list[Statement]],
) -> None:
    for statement in reading[1]:
        fields = statement.model_dump(mode="json")
        assert statement_id(dict(reversed(fields.items())) | {"confidence": 0.123}) == statement.id


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("predicate", "PRESENT"),
        ("subject", BORLAND),
        ("object", None),
        ("count", ABOUT_900),
        ("polarity", "negated"),
        ("modality", "planned"),
        ("sources", (source("denies"),)),
        ("place", BORLAND),
        ("time", Time(start="2025", end="2025", text="2025")),
        ("evidence", Evidence(start=0, end=6, text="Arland")),
    ],
)
def test_an_id_depends_on_every_part_of_the_content(field: str, value: object) -> None:
    before, after = sent(article(), source()), sent(article(), source(), **{field: value})
    assert before.id != after.id


def test_an_id_depends_on_the_article() -> None:
    assert sent(article(1)).id != sent(article(2)).id


def test_a_wrong_id_is_refused() -> None:
    fields = sent(article()).model_dump() | {"id": "0" * 24}
    with pytest.raises(ValidationError, match="is not the hash of the content"):
        Statement.model_validate(fields)


def test_a_statement_never_changes() -> None:
    statement = sent(article())
    with pytest.raises(ValidationError):
        setattr(statement, "modality", "planned")  # noqa: B010 - the type checker knows better already


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"predicate": "FLEW"}, "'FLEW' is no predicate"),
        ({"modality": "sure"}, "'sure' is no modality"),
        ({"kind": "relation"}, "SENT is a troop_report"),
        ({"subject": ABEL}, "the subject of SENT is"),
        ({"object": ABEL}, "the object of SENT is"),
        ({"items": (ARLAND,)}, "SENT takes no items"),
        ({"confidence": 1.1}, "less than or equal to 1"),
    ],
)
def test_what_the_contract_forbids_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        sent(article(), **wrong)


def test_a_relation_needs_both_ends_and_takes_no_count() -> None:
    relation = met(article(), ABEL, ABEL.model_copy(update={"id": "test-other"}))
    for wrong, said in (({"object": None}, "MET needs an object"), ({"count": ABOUT_900}, "MET takes no count")):
        with pytest.raises(ValidationError, match=said):
            make_statement(**{**dict(relation), **wrong})


@pytest.mark.parametrize(
    "bad", [{"min": 5, "max": 4}, {"min": -1, "max": 4}, {"modifier": "roughly"}, {"unit": "tanks"}]
)
def test_impossible_counts_are_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Count.model_validate({"min": 1, "max": 4, "modifier": "between", "unit": "soldiers", "text": "x"} | bad)


@pytest.mark.parametrize("date", ["2024-6", "24", "June", "--6", "2024-06-19T10:00"])
def test_dates_are_iso_at_the_precision_said(date: str) -> None:
    with pytest.raises(ValidationError, match="is no ISO date"):
        Time(start=date, end=None, text="x")


def test_evidence_has_the_length_of_its_span() -> None:
    with pytest.raises(ValidationError, match=r"has 3 characters, the span 0\.\.4 has 4"):
        Evidence(start=0, end=4, text="🙂äß")


@given(articles())
def test_an_article_is_the_same_for_the_same_document_and_text(made: Article) -> None:
    assert Article.model_validate_json(made.model_dump_json()) == made


def test_versions_share_a_document_and_reprints_do_not() -> None:
    first = make_article("Erste Fassung.", url="test:1")
    second = make_article("Zweite Fassung.", url="test:1")
    reprint = make_article("Erste Fassung.", url="test:2")
    assert first.document == second.document and first.id != second.id
    assert first.sha256 == reprint.sha256 and first.id != reprint.id


@given(st.sampled_from(["U\u0308ber", "Café", "cafe\u0301 🙂"]), st.booleans())
def test_text_is_normalised_once_and_begins_with_the_title(title: str, twice: bool) -> None:
    body = f"{title}\nText." if twice else "Text."
    made = make_article(body, title=title)
    assert made.title is not None and made.text == f"{made.title}\nText."
    assert make_article(body, title=title, with_title=False).text.endswith("Text.")
    assert "\u0301" not in made.text and "\u0308" not in made.text
