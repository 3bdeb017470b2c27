"""The file of decisions: one a line, only ever added to, so that it survives every new load of the graph."""

import fcntl
import os
from pathlib import Path

from pydantic import ValidationError

from graph.decisions.decision import Decision, Standing, standing
from seeds.errors import BadData

NAME = "decisions.jsonl"


class Ledger:
    """The decisions in a file; read again where the file has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[int, int] | None = None
        self._decisions: tuple[Decision, ...] = ()
        self._standing = standing(())

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision in order; BadData names the line that is none."""
        self._look()
        return self._decisions

    def standing(self) -> Standing:
        """What stands of them."""
        self._look()
        return self._standing

    def add(self, decision: Decision) -> None:
        """Writes a decision, on disk when this returns; one that is there already is not written twice."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as out:
            fcntl.flock(out, fcntl.LOCK_EX)
            if decision.id not in {one.id for one in self.decisions()}:
                out.write(decision.model_dump_json() + "\n")
                out.flush()
                os.fsync(out.fileno())

    def _look(self) -> None:
        try:
            status = self.path.stat()
        except FileNotFoundError:
            seen = (0, 0)
        else:
            seen = (status.st_mtime_ns, status.st_size)
        if seen != self._seen:
            self._decisions = self._read() if seen != (0, 0) else ()
            self._standing = standing(self._decisions)
            self._seen = seen

    def _read(self) -> tuple[Decision, ...]:
        lines = enumerate(self.path.read_text("utf-8").splitlines(), 1)
        return tuple(self._decision(number, line) for number, line in lines if line.strip())

    def _decision(self, number: int, line: str) -> Decision:
        try:
            return Decision.model_validate_json(line)
        except ValidationError as exc:
            problem = exc.errors(include_url=False)[0]
            field = ".".join(map(str, problem["loc"])) or "the line"
            raise BadData(f"{self.path}, line {number}: {field}: {problem['msg']}") from exc
