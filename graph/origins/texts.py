"""Which texts are one: articles and passages with their copies, kept in the store under the smallest id among them."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import JsonValue

from graph.cypher import text
from graph.origins.likeness import ARTICLE, PASSAGE, Measure
from graph.work import Row, Work


@dataclass(frozen=True, slots=True)
class Kind:
    """What is compared: by which measure, under which property, and the ending of the texts of the package for it."""

    measure: Measure
    said: str
    name: str


ARTICLES = Kind(ARTICLE, "text", "articles")
PASSAGES = Kind(PASSAGE, "evidence_text", "passages")


class Copies:
    """Whole groups of copies around some rows, as the store knows them."""

    def __init__(self, work: Work, kind: Kind) -> None:
        self._work = work
        self._kind = kind
        self._rows: dict[str, Row] = {}
        self._groups: set[str] = set()

    def around(self, groups: Iterable[JsonValue]) -> None:
        """Fetches what belongs to these groups."""
        new = {str(group) for group in groups} - self._groups
        if new:
            rows = self._work.run(text(f"copies_{self._kind.name}"), {"groups": [*sorted(new)]})
            self._rows |= {str(row["id"]): row for row in rows}
            self._groups |= new

    def rows(self) -> dict[str, Row]:
        """The rows of every group by id."""
        return self._rows


def groups_of(work: Work, kind: Kind, ids: Iterable[str]) -> list[str]:
    """The groups that these belong to."""
    given: list[JsonValue] = [*ids]
    return [str(row["copies"]) for row in work.run(text(f"groups_{kind.name}"), {"ids": given})] if given else []
