"""The file of assessments: only added to, the last word counts, bad lines are named."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.assessment.ledger import NAME, Assessment, Ledger
from seeds.errors import BadStatement, StoreUnavailable


def made(grade: str | None = "B", key: str = "nis-kr", why: str = "bisher bestätigt – „meist“ 🙂\nso") -> Assessment:
    return Assessment(target="source", key=key, name="NIS", grade=grade, who="Ä. Muster", when="2025-01-01", why=why)


def test_nothing_is_there_before_the_first(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "none")
    assert (ledger.history(), ledger.current()) == ((), {})
    assert not (tmp_path / "none").exists()


def test_the_last_word_counts_and_all_stay(tmp_path: Path) -> None:
    said = [made("B"), made("C"), made("A", key="bnd-de"), made(None, key="bnd-de", why="doch nicht")]
    for each in said:
        Ledger(tmp_path).add([each])
    assert Ledger(tmp_path).history() == tuple(said)
    assert Ledger(tmp_path).current() == {("source", "nis-kr"): said[1]}


def test_many_may_add_at_once(tmp_path: Path) -> None:
    def add(number: int) -> None:
        Ledger(tmp_path).add([made(key=f"k{number}")])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(64)))
    assert len(Ledger(tmp_path).current()) == 64


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    Ledger(tmp_path).add([made()])
    with (tmp_path / NAME).open("a", encoding="utf-8") as out:
        out.write('{"target": "weather"}\n')
    with pytest.raises(BadStatement, match=rf"{NAME}, line 2, target"):
        Ledger(tmp_path).history()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match=NAME):
        Ledger(tmp_path / "file").add([made()])
