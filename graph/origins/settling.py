"""Settling origins: what a changed article, or one that went away, means for its statements and their copies.

An article's text comes from the agency it is marked with, else from its outlet; of copies, one speaks for all: a
marked one, else the earliest. A statement rests on the origins it names. Where it names none, it rests on those that
another copy of its passage or article names for the same claim, else on the origin of its text. What somebody rejected
lends its origins to nobody, and merged entities are one origin. All of that follows from what the store holds, so that
the order of loading does not matter.
"""

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

from graph.cypher import text
from graph.origins.said import changed_origins, texts, write_origins
from graph.origins.sameness import sameness
from graph.origins.texts import ARTICLES, PASSAGES, Copies, Kind, groups_of
from graph.origins.vouching import origin_of_rank
from graph.plain import Pair
from graph.work import Row, Work


def settle(work: Work, changed: Iterable[str], beside: Iterable[str] = ()) -> frozenset[Pair]:
    """Makes the origins right after articles changed; `beside` are statements whose copies went away.

    Gives the pairs whose statements have other origins than before.
    """
    articles, passages = Copies(work, ARTICLES), Copies(work, PASSAGES)
    articles.around(groups_of(work, ARTICLES, changed))
    passages.around(row["copies"] for row in _said(work, articles))
    passages.around(groups_of(work, PASSAGES, beside))
    rows = passages.rows()
    articles.around(groups_of(work, ARTICLES, {str(row["article"]) for row in rows.values()} - {*articles.rows()}))
    origins = Origins(articles, passages, _said(work, articles), sameness(work)).all()
    others = changed_origins(rows, origins)
    write_origins(work, others, origins)
    return frozenset(Pair.of_key(str(row["plain"])) for row in others.values() if row["plain"] is not None)


def _said(work: Work, articles: Copies) -> list[Row]:
    ids: list[JsonValue] = [*articles.rows()]
    return work.run(text("origin_statements"), {"articles": ids}) if ids else []


def peers(work: Work, kind: Kind, ids: Iterable[str]) -> list[str]:
    """The texts that are copies of these, without them."""
    given = {*ids}
    copies = Copies(work, kind)
    copies.around(groups_of(work, kind, given))
    return sorted({*copies.rows()} - given)


class Origins:
    """The origins of statements, by the groups of copies that they and their articles belong to."""

    def __init__(self, articles: Copies, passages: Copies, around: Iterable[Row], same: Mapping[str, str]) -> None:
        self._same = same
        self._texts = articles.rows()
        self._rows = passages.rows()
        self._named: dict[tuple[JsonValue, JsonValue], set[str]] = {}
        for row in {str(row["id"]): row for row in (*self._rows.values(), *around)}.values():
            if row["rejected"] is None:
                for group in (row["copies"], self._article_group(row)):
                    self._named.setdefault((group, row["claim"]), set()).update(texts(row["vouchers"]))
        ranks = _smallest((row["copies"], str(row["text_rank"])) for row in self._texts.values())
        self._ranks = _smallest((row["copies"], ranks[self._article_group(row)]) for row in self._rows.values())

    def all(self) -> dict[str, list[str]]:
        """The origins of every statement whose passage was looked for."""
        return {id_: sorted({self._same.get(key, key) for key in self._of(row)}) for id_, row in self._rows.items()}

    def _article_group(self, row: Row) -> JsonValue:
        return self._texts[str(row["article"])]["copies"]

    def _of(self, row: Row) -> Iterable[str]:
        if own := texts(row["vouchers"]):
            return own
        if row["unsupported"]:
            return []
        groups = (row["copies"], self._article_group(row))
        named = {key for group in groups for key in self._named.get((group, row["claim"]), ())}
        return named or [origin_of_rank(self._ranks[row["copies"]])]


def _smallest(pairs: Iterable[tuple[JsonValue, str]]) -> dict[JsonValue, str]:
    """The smallest rank of each group."""
    found: dict[JsonValue, str] = {}
    for group, rank in pairs:
        found[group] = min(found.get(group, rank), rank)
    return found
