"""Settling origins: what a new or changed article means for its own statements and for those of its copies.

An article's text comes from the agency it is marked with, else from its outlet; of copies, one speaks for all: a
marked one, else the earliest. A statement rests on the origins it names. Where it names none, it rests on those that
another copy of its passage or article names for the same claim, else on the origin of its text. What somebody rejected
lends its origins to nobody, and merged entities are one origin. All of that follows from what the store holds, so that
the order of loading does not matter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from graph.cypher import text
from graph.origins.sameness import sameness
from graph.origins.texts import ARTICLES, PASSAGES, Copies
from graph.origins.vouching import text_origin
from graph.plain import Pair
from graph.work import Row, Work


@dataclass(frozen=True, slots=True)
class Settled:
    """The origins of every statement looked at, and the pairs whose statements elsewhere have others than before."""

    origins: dict[str, list[str]]
    changed_pairs: frozenset[Pair]


def settle(work: Work, changed: Iterable[str], beside: Iterable[str] = (), *, new: str | None = None) -> Settled:
    """Makes the origins right after articles came or changed; `beside` are statements whose copies went away.

    The pairs of the `new` article are not among those that changed: nothing has counted them yet.
    """
    articles, passages = Copies(work, ARTICLES), Copies(work, PASSAGES)
    articles.around(work.run(text("origin_articles"), {"ids": [*changed]}))
    passages.around(work.run(text("origin_statements"), {"articles": [*articles.rows()]}))
    kept: list[JsonValue] = [*beside]
    passages.around(work.run(text("origin_passages"), {"ids": kept}) if kept else [])
    rows = passages.rows()
    elsewhere: list[JsonValue] = [*sorted({str(row["article"]) for row in rows.values()} - {*articles.rows()})]
    articles.around(work.run(text("origin_articles"), {"ids": elsewhere}) if elsewhere else [])
    whole: list[JsonValue] = [*articles.rows()] if elsewhere else []
    around = work.run(text("origin_statements"), {"articles": whole}) if whole else []
    return _write(work, rows, Origins(articles, passages, around, sameness(work)).all(), new)


def peers(work: Work, statements: Iterable[str]) -> list[str]:
    """The statements whose passages are copies of these, without them."""
    ids = [*statements]
    if not ids:
        return []
    passages = Copies(work, PASSAGES)
    passages.around(work.run(text("origin_passages"), {"ids": [*ids]}))
    return sorted({other for id_ in passages.rows() if id_ in ids for other in passages.group(id_)} - {*ids})


def copies(work: Work, given: Iterable[str]) -> list[str]:
    """The articles whose texts are copies of these, without them."""
    ids = [*given]
    articles = Copies(work, ARTICLES)
    articles.around(work.run(text("origin_articles"), {"ids": [*ids]}))
    return sorted({*articles.rows()} - {*ids})


class Origins:
    """The origins of statements, by the groups of copies that they and their articles belong to."""

    def __init__(self, articles: Copies, passages: Copies, around: Iterable[Row], same: Mapping[str, str]) -> None:
        self._same = same
        self._articles = articles
        self._passages = passages
        self._texts = articles.rows()
        self._rows = passages.rows()
        self._in_article: dict[str, dict[str, Row]] = {}
        for row in (*self._rows.values(), *around):
            self._in_article.setdefault(str(row["article"]), {})[str(row["id"])] = row
        self._named: dict[tuple[frozenset[str], frozenset[str], JsonValue], list[str]] = {}
        self._of_text: dict[frozenset[str], str] = {}

    def all(self) -> dict[str, list[str]]:
        """The origins of every statement whose passage was looked for."""
        return {id_: sorted({self._same.get(key, key) for key in self._of(row)}) for id_, row in self._rows.items()}

    def _of(self, row: Row) -> list[str]:
        if own := _texts(row["vouchers"]):
            return own
        if row["unsupported"]:
            return []
        passage, article = self._passages.group(str(row["id"])), self._articles.group(str(row["article"]))
        key = (passage, article, row["claim"])
        if key not in self._named:
            self._named[key] = self._named_by_copies(*key)
        if passage not in self._of_text:
            self._of_text[passage] = self._text_origin(passage)
        return self._named[key] or [self._of_text[passage]]

    def _named_by_copies(self, passage: frozenset[str], articles: frozenset[str], claim: JsonValue) -> list[str]:
        """Whom the copies name for the same claim: those of the passage, and the articles that are copies."""
        copies = [self._rows[other] for other in passage]
        copies += [row for article in articles for row in self._in_article.get(article, {}).values()]
        same = (row for row in copies if row["claim"] == claim and row["rejected"] is None)
        return [*{key for row in same for key in _texts(row["vouchers"])}]

    def _text_origin(self, passage: frozenset[str]) -> str:
        """The smallest origin of the articles with this passage, whose copies speak for all of them."""
        groups = {self._articles.group(str(self._rows[other]["article"])) for other in passage}
        return min(text_origin(self._texts[each]) for group in groups for each in group)[2]


def _write(work: Work, rows: dict[str, Row], origins: dict[str, list[str]], new: str | None) -> Settled:
    changed = {id_: keys for id_, keys in origins.items() if keys != _texts(rows[id_]["origins"])}
    if changed:
        work.run(text("origins"), {"rows": [{"id": id_, "origins": [*keys]} for id_, keys in changed.items()]})
    others = (rows[id_]["plain"] for id_ in changed if rows[id_]["article"] != new)
    pairs = frozenset(Pair.of_key(str(key)) for key in others if key is not None)
    return Settled(origins, pairs)


def _texts(value: JsonValue) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
