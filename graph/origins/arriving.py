"""Origins of articles that are new: their own, and those of older statements that they change.

Only what new texts can change is looked at: groups of copies that they join, and in these the statements that name
nobody and now rest on another text, or for whose claim somebody is named now. It comes to what `settling` finds by
looking at everything around.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from graph.cypher import text
from graph.origins.joining import Joined, join
from graph.origins.said import Named, Said, changed_origins, texts, write_origins
from graph.origins.sameness import sameness
from graph.origins.texts import ARTICLES, PASSAGES
from graph.origins.vouching import origin_of_rank
from graph.plain import Pair
from graph.work import Row, Work

Ranks = dict[str, str]
Claims = list[JsonValue] | None  # None: all


@dataclass(frozen=True, slots=True)
class Arrived:
    """Of each new article and statement its group, of each new statement its origins.

    Pairs whose older statements have other origins than before are to be counted anew.
    """

    copies: Mapping[str, str]
    origins: Mapping[str, list[str]]
    changed_pairs: frozenset[Pair]


def arrive(work: Work, articles: Sequence[Row], statements: Sequence[Row]) -> Arrived:
    """Settles articles and statements that are not in the store yet, and what they change of those that are."""
    arrival = Arrival(work, articles, statements)
    older = {str(row["id"]): row for row in arrival.older_statements()}
    arrival.texts.relabel(work)
    arrival.passages.relabel(work)
    new = [arrival.new(row) for row in statements]
    origins = arrival.origins(new, [arrival.older(row) for row in older.values()])
    changed = changed_origins(older, origins)
    write_origins(work, changed, origins)
    pairs = frozenset(Pair.of_key(str(row["plain"])) for row in changed.values() if row["plain"] is not None)
    return Arrived({**arrival.texts.groups, **arrival.passages.groups}, origins, pairs)


class Arrival:
    """What new articles come to: the groups they join, and on whose text these rest before and after."""

    def __init__(self, work: Work, articles: Sequence[Row], statements: Sequence[Row]) -> None:
        self._work = work
        self._statements = statements
        self.texts = join(work, ARTICLES, articles)
        self.passages = join(work, PASSAGES, statements)
        self._article_of = {str(row["id"]): str(row["article"]) for row in statements}
        self._texts_before = self._ranks("articles", self.texts.old)
        own = {str(row["id"]): str(row["text_rank"]) for row in articles}
        self._texts_after = _least(self.texts, self._texts_before | own)
        self._touching = self._touched()
        self._before = self._ranks("passages", {*self.passages.old, *(passage for _, passage in self._touching)})
        self._after = self._passages_after()

    def _ranks(self, kind: str, groups: Iterable[str]) -> Ranks:
        wanted: list[JsonValue] = [*sorted(groups)]
        rows = self._work.run(text(f"ranks_{kind}"), {"groups": wanted}) if wanted else []
        return {str(row["group"]): str(row["text_rank"]) for row in rows}

    def _touched(self) -> list[tuple[str, str]]:
        """Groups of articles in the store whose text comes from somebody else now, with the passages in them."""
        changed: list[JsonValue] = [
            old for old, rank in self._texts_before.items() if self._texts_after[self.texts.goes_on(old)] != rank
        ]
        rows = self._work.run(text("touching_passages"), {"groups": changed}) if changed else []
        return [(str(row["group"]), str(row["copies"])) for row in rows]

    def _passages_after(self) -> Ranks:
        """Whom the texts of passages come from now, by the groups as they go on."""
        after = _least(self.passages, self._before)
        told = [(article, passage) for passage, article in self._article_of.items()]
        for article, passage in (*told, *self._touching):
            group, rank = self.passages.goes_on(passage), self._texts_after[self.texts.goes_on(article)]
            after[group] = min(after.get(group, rank), rank)
        return after

    def older_statements(self) -> list[Row]:
        """Statements in the store that name nobody and may rest on others now."""
        retold: dict[str, Claims] = {
            passage: None
            for passage, rank in self._before.items()
            if self._after[self.passages.goes_on(passage)] != rank
        }
        own = {id_: id_ for id_ in self._article_of}
        found = self._unvouched("passages", self._named_now(self.passages, own) | retold)
        return found + self._unvouched("articles", self._named_now(self.texts, self._article_of))

    def _named_now(self, joined: Joined, of: Mapping[str, str]) -> dict[str, Claims]:
        """Groups in the store with the claims for which more are named now; all claims where groups became one."""
        claims: dict[str, set[str]] = {}
        for row in self._statements:
            if row["vouchers"]:
                claims.setdefault(joined.goes_on(of[str(row["id"])]), set()).add(str(row["claim"]))
        together: dict[str, list[str]] = {}
        for old in joined.old:
            together.setdefault(joined.goes_on(old), []).append(old)
        return {
            old: None if len(olds) > 1 else [*sorted(claims.get(group, ()))]
            for group, olds in together.items()
            for old in olds
        }

    def _unvouched(self, kind: str, groups: Mapping[str, Claims]) -> list[Row]:
        rows: list[JsonValue] = [
            {"group": group, "claims": claims} for group, claims in groups.items() if claims is None or claims
        ]
        return self._work.run(text(f"unvouched_{kind}"), {"rows": rows}) if rows else []

    def new(self, row: Row) -> Said:
        """A new statement."""
        passage, article = self.passages.goes_on(str(row["id"])), self.texts.goes_on(str(row["article"]))
        vouchers = tuple(texts(row["vouchers"]))
        return Said(str(row["id"]), str(row["claim"]), passage, article, vouchers, row["unsupported"] is True)

    def older(self, row: Row) -> Said:
        """One in the store that names nobody."""
        passage, article = self.passages.goes_on(str(row["copies"])), self.texts.goes_on(str(row["text"]))
        return Said(str(row["id"]), str(row["claim"]), passage, article, (), unsupported=False)

    def origins(self, new: Sequence[Said], older: Sequence[Said]) -> dict[str, list[str]]:
        """The origins of statements; not of older ones whose text stays whose it was, and for whom nobody is named."""
        groups = (*map(self.passages.goes_on, self._before), *map(self.texts.goes_on, self.texts.old))
        named = Named(self._work, new, groups).by_copies(said for said in (*new, *older) if said.is_silent)
        same = sameness(self._work)
        found: dict[str, list[str]] = {}
        for said in (*new, *older):
            keys = (named[said.key] or self._text_origin(said)) if said.is_silent else list(said.vouchers)
            if keys is not None:
                found[said.id] = sorted({same.get(key, key) for key in keys})
        return found

    def _text_origin(self, said: Said) -> list[str] | None:
        """Whom the text of a statement comes from; None where that is as it was."""
        rank = self._after.get(said.passage)
        return None if rank is None else [origin_of_rank(rank)]


def _least(joined: Joined, ranks: Ranks) -> Ranks:
    """The smallest rank in each group as it goes on."""
    found: Ranks = {}
    for id_, rank in ranks.items():
        group = joined.goes_on(id_)
        found[group] = min(found.get(group, rank), rank)
    return found
