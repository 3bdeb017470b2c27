"""Sentences with the counts they hold, and what the marks beside a count say."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.counts.find import CountMention, find_counts
from ingest.extraction.tree import make_tree
from ingest.german.pipeline import german

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
PIECES = [
    "Soldaten",
    "12.000",
    "12",
    "000",
    "\xa0",
    "und",
    "der",
    "von",
    "ihnen",
    "rund",
    "bis",
    "zu",
    "ein",
    ",",
    "Hälfte",
    "darunter",
    "Offiziere",
    "die",
    "zehn-",
    "Millionen",
    "je",
    "mehrere",
    "Tausend",
    ".",
    "“",
    "„",
    "weitere",
    "davon",
]


def counts(text: str) -> list[CountMention]:
    return find_counts(german()(text))


def only(text: str) -> CountMention:
    (mention,) = counts(text)
    return mention


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[:60])
def test_sentence(case: Mapping[str, object]) -> None:
    found = [
        [m.count.min, m.count.max, m.count.modifier, m.count.unit, m.count.text]
        + ([] if m.whole is None else [m.whole])
        for m in counts(str(case["text"]))
    ]
    assert found == case["counts"]


def test_the_text_runs_from_the_modifier_to_the_noun() -> None:
    text = "Insgesamt sind rund 12\u00a0000 nordkoreanische Soldaten dort."
    mention = only(text)
    doc = german()(text)
    assert doc[mention.start : mention.end].text == mention.count.text == "rund 12\u00a0000 nordkoreanische Soldaten"
    assert mention.noun is not None and mention.head == mention.noun and doc[mention.noun].text == "Soldaten"


def test_a_whole_is_written_into_the_part() -> None:
    whole, officers, generals = counts("Von 12.000 Soldaten ist die Rede, darunter 500 Offiziere und drei Generäle.")
    assert whole.whole is None and whole.count.of is None
    for part in (officers, generals):
        assert part.whole == 0
        assert part.count.of is not None and (part.count.of.min, part.count.of.max) == (12000, 12000)


def test_marks() -> None:
    assert only("Fünf Länder schicken je 300 Soldaten.").each
    assert only("Das Land schickt weitere 300 Soldaten.").further
    assert only("300 zusätzliche Soldaten trafen ein.").further
    assert only("Ein Soldat wurde gefangen genommen.").singular
    assert not only("Rund 300 Soldaten trafen ein.").further


def test_how_the_unit_is_known() -> None:
    assert only("Rund 300 Kenianer trafen ein.").by_demonym
    assert only("Rund 300 Soldaten trafen ein.").by == "noun"
    assert only("Es gab mindestens 30 Tote.").by == "fate"
    assert only("Rund 150 Männer und Frauen dienen dort.").by == "person"
    assert only("Drei Brigaden rücken vor.").by == "unit"


def test_an_elliptic_count_points_to_the_noun_it_leaves_out() -> None:
    text = "Mali meldet 300 Söldner im Norden. Mindestens 40 von ihnen sind tot."
    first, second = counts(text)
    assert second.noun is None and second.by == "ellipsis"
    assert second.antecedent == first.noun
    assert second.count.of is None  # a whole stands in the same sentence


def test_dead_among_losses_do_not_name_the_losses() -> None:
    losses, dead = counts("Die russischen Verluste gab Kiew mit 600.000 an, darunter 150.000 Tote.")
    assert (losses.by, dead.by) == ("ellipsis", "fate")
    assert losses.antecedent is not None and losses.antecedent < losses.start


def test_a_count_of_other_things_is_no_antecedent() -> None:
    assert counts("Die Armee wehrte 80 Drohnen ab. 50 seien abgefangen worden.") == []


def test_doc_and_tree_give_the_same() -> None:
    doc = german()("12.000 Soldaten, darunter 500 Offiziere, stehen bereit.")
    assert find_counts(doc) == find_counts(make_tree(doc))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
def test_any_order_of_words_gives_well_formed_counts(words: list[str]) -> None:
    doc = german()("Es " + " ".join(words))
    found = find_counts(doc)
    for mention in found:
        assert 0 <= mention.start <= mention.head < mention.end <= len(doc)
        assert doc[mention.start : mention.end].text.startswith(mention.count.text)
        assert mention.whole is None or found[mention.whole] is not mention
