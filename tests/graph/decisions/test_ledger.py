"""The file of decisions: kept in order, each once, damage named."""

from pathlib import Path

import pytest

from graph.decisions.decision import Decision
from graph.decisions.ledger import Ledger
from seeds.errors import BadData

FIRST = Decision(id="1", kind="reject", who="Ada", when="2025-01-01", why="falsch", statement="s")
UNDO = Decision(id="2", kind="undo", who="Ben", when="2025-01-02", why="doch richtig", undoes="1")


def test_nothing_is_made_by_reading(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "deep" / "decisions.jsonl")
    assert ledger.decisions() == () and not ledger.path.parent.exists()


def test_others_see_what_was_added(tmp_path: Path) -> None:
    one, other = Ledger(tmp_path / "d.jsonl"), Ledger(tmp_path / "d.jsonl")
    one.add(FIRST)
    assert other.standing().rejected == {"s": FIRST}
    other.add(UNDO)
    other.add(UNDO)
    assert one.decisions() == (FIRST, UNDO) and one.standing().rejected == {}


@pytest.mark.parametrize("line", ["{", '{"id": "1"}', FIRST.model_dump_json().replace("reject", "maybe")])
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    ledger = Ledger(tmp_path / "d.jsonl")
    ledger.add(FIRST)
    ledger.path.write_text(ledger.path.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(BadData, match=r"d\.jsonl, line 2"):
        ledger.decisions()
