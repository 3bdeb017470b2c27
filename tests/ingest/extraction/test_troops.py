"""Troop reports, passage by passage: who, what, where, how many, how sure."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NotRequired, TypedDict, cast

import pytest
import yaml

from graph.statement import Statement
from ingest.extraction.tables import read_data

Read = Callable[[str], Sequence[Statement]]


class Passage(TypedDict):
    text: str
    reports: list[str]
    none: NotRequired[list[str]]


def passages() -> list[Passage]:
    path = Path(__file__).with_name("troops.yaml")
    return cast("list[Passage]", yaml.safe_load(path.read_text("utf-8")))


def line(statement: Statement) -> str:
    count = statement.count
    bounds = ("" if n is None else str(n) for n in (count.min, count.max)) if count else ()
    parts = [
        statement.subject.name,
        statement.predicate,
        statement.object.name if statement.object else "-",
        *([f"[{'..'.join(bounds)} {count.unit}]"] if count else []),
        *(["NEGATED"] if statement.polarity == "negated" else []),
        statement.modality,
    ]
    return " ".join(parts)


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage["text"][:40])
def test_reports_of_a_passage(passage: Passage, statements_in: Read) -> None:
    found = [line(s) for s in statements_in(passage["text"]) if s.kind == "troop_report"]
    assert [expected for expected in passage["reports"] if expected not in found] == []
    assert [wrong for wrong in passage.get("none", []) if wrong in found] == []


def test_a_number_of_something_else_is_no_troop_report(statements_in: Read) -> None:
    text = (
        "Das Flugzeug kann 400 Soldaten transportieren. Der Umbau kostet 12 Millionen Euro. "
        "Rund 100.000 Menschen flohen, der Krieg forderte 20.000 Tote. Die Front ist 1.000 Kilometer lang."
    )
    assert [s for s in statements_in(text) if s.kind == "troop_report" and s.count is not None] == []


def test_a_count_with_parts_gives_a_report_each(statements_in: Read) -> None:
    text = "Norwegen hat 900 Soldaten nach Estland verlegt, darunter 40 Offiziere und zwei Generäle."
    counts = [s.count for s in statements_in(text) if s.count is not None]
    assert [(c.min, c.unit, c.of.min if c.of else None) for c in counts] == [
        (900, "soldiers", None),
        (40, "officers", 900),
        (2, "generals", 900),
    ]


def test_what_the_text_denies_itself_is_negated(statements_in: Read) -> None:
    (report,) = [s for s in statements_in("Ungarn hat keine Soldaten nach Mali entsandt.") if s.kind == "troop_report"]
    assert (report.polarity, report.predicate, report.count) == ("negated", "SENT", None)


def test_what_somebody_denies_is_affirmed_with_that_stance(statements_in: Read) -> None:
    text = "Serbien bestreitet, dass 300 serbische Soldaten an der Grenze zum Kosovo stehen."
    (report,) = [s for s in statements_in(text) if s.kind == "troop_report"]
    assert report.polarity == "affirmed"
    assert [(s.entity.name, s.stance) for s in report.sources] == [("Serbien", "denies")]


def test_no_word_stands_twice_in_a_list() -> None:
    raw = read_data("troops.yaml")

    def lists(value: object, where: str) -> Iterator[tuple[str, list[object]]]:
        if isinstance(value, list):
            yield where, cast("list[object]", value)
        elif isinstance(value, dict):
            for key, entry in cast("dict[str, object]", value).items():
                yield from lists(entry, f"{where}: {key}")

    assert [where for where, words in lists(dict(raw), "troops.yaml") if len(set(words)) < len(words)] == []
