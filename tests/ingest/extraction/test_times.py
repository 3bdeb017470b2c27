"""Which time a troop report is given: that of its own event, also where a joined clause leaves it out."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest

from graph.statement import Statement

Read = Callable[[str], Sequence[Statement]]


class Case(NamedTuple):
    """The time of the report with this count."""

    text: str
    at: int
    start: str | None
    end: str | None


CASES = [
    Case(
        "Am 3. Mai 2024 wurden in Mali drei Soldaten Malis getötet und fünf verwundet.", 5, "2024-05-03", "2024-05-03"
    ),
    Case("Togo verlor am 3. Mai 2024 sechs Soldaten, elf weitere wurden verwundet.", 11, "2024-05-03", "2024-05-03"),
    Case("Ghana entsandte im Mai 2023 Ausrüstung; 40 ghanaische Soldaten fielen.", 40, None, None),
    Case("Vier Togoer Soldaten fielen, zwei davon 2021 bei einem Unfall in Togo.", 4, None, None),
    Case("Indien hatte nach dem Krieg von 1971 rund 4000 Soldaten in Dhaka stationiert.", 4000, None, None),
    Case("Sieben polnische Soldaten überwachen den Waffenstillstand von 1953.", 7, None, None),
    Case("Erstmals seit 2011 hat Kenia 400 Soldaten nach Juba entsandt.", 400, None, None),
    Case("Uganda meldete für den Mai 2024 zwölf gefallene Soldaten.", 12, "2024-05", "2024-05"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_time_of_the_event(case: Case, statements_in: Read) -> None:
    counted = [s for s in statements_in(case.text) if s.count is not None and case.at in (s.count.min, s.count.max)]
    times = [(s.time.start, s.time.end) if s.time else (None, None) for s in counted]
    assert times == [(case.start, case.end)]
