"""Sentences with the times they hold, and what is known beside a time."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extraction.tree import make_tree
from ingest.german.pipeline import german
from ingest.times.find import TimeMention, find_times

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
DAY = date(2025, 2, 4)
PIECES = [
    "am",
    "8.",
    "und",
    "dem",
    "13.",
    "Oktober",
    "2024",
    "bis",
    "seit",
    "vor",
    "zwei",
    "Wochen",
    "zuvor",
    "in",
    "der",
]
PIECES.extend(
    [
        "Nacht",
        "zum",
        "Freitag",
        "vergangenen",
        "Mitte",
        "Herbst",
        "zwischen",
        ",",
        ".",
        "Tag",
        "Jahres",
        "30.",
        "Februar",
    ]
)


def times(text: str, published: date | None = DAY) -> list[TimeMention]:
    return find_times(german()(text), published)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[:60])
def test_sentence(case: Mapping[str, object]) -> None:
    published = case["published"]
    assert published is None or isinstance(published, date)
    found = [[m.time.start, m.time.end, m.time.text] for m in times(str(case["text"]), published)]
    assert found == case["times"]


def test_the_verb_tells_the_event_from_the_speech() -> None:
    doc = german()("Die Soldaten wurden im Januar verlegt, sagte der Minister am Freitag.")
    event, speech = find_times(doc, DAY)
    assert doc[event.governor].text == "verlegt"
    assert doc[speech.governor].text == "sagte"


def test_a_time_that_hangs_on_a_noun_says_so() -> None:
    doc = german()("Der Vertrag vom Juni wurde ratifiziert.")
    (mention,) = find_times(doc, DAY)
    assert doc[mention.attached].text == "Vertrag"
    assert doc[mention.governor].text == "ratifiziert"
    assert doc[mention.head].text == "Juni"


def test_the_direction_of_the_verb_is_told() -> None:
    assert [m.future for m in times("Im März sollen 300 Soldaten folgen.")] == [True]
    assert [m.future for m in times("Im März wurden 300 Soldaten verlegt.")] == [False]


def test_the_day_before_is_reckoned_from_the_day_named_last() -> None:
    found = times("Der Dienst meldete das am Freitag. Die Stadt war einen Tag zuvor gefallen.")
    assert [m.time.start for m in found] == ["2025-01-31", "2025-01-30"]


def test_words_without_a_date_keep_their_text() -> None:
    (mention,) = times("Die Truppen sollen bald abziehen.")
    assert not mention.resolved
    assert mention.time.text == "bald"


def test_doc_and_tree_give_the_same() -> None:
    doc = german()("Am Freitag wurden 300 Soldaten verlegt.")
    assert find_times(doc, DAY) == find_times(make_tree(doc), DAY)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.none() | st.dates())
def test_any_order_of_words_gives_well_formed_times(words: list[str], published: date | None) -> None:
    doc = german()("Es " + " ".join(words))
    last = 0
    for mention in find_times(doc, published):
        assert last <= mention.end and mention.start < mention.end <= len(doc)
        assert mention.start <= mention.head < mention.end
        assert doc[mention.start : mention.end].text.startswith(mention.time.text)
        last = mention.end
