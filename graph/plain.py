"""Plain edges: what the statements about a pair of entities come to, as one relationship between the two.

An edge exists where a current, affirmed statement that is asserted or reported carries it and not all its
sources deny it. A new article is added to an edge that is there; where an article is read anew or superseded,
or no edge is there yet, the pair's statements are counted again. Both come to the same, in any order of loading.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from graph.cypher import text
from graph.statement import Statement
from graph.work import Row, Work
from seeds.vocabulary import vocabulary

COUNTS = ("asserted", "reported", "denied", "doubted")
VOICES = ("carried", *COUNTS)
VOUCHED = frozenset({"asserted", "reported"})  # voices that stand for the edge: their origins count
NONE: Mapping[str, str] = {}
SPOKEN = frozenset({"asserted", "reported"})


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two entities and the plain edge between them; the direction of a symmetric one is the order of the ids."""

    edge: str
    source: str
    target: str

    @property
    def key(self) -> str:
        """What the statements that speak of this pair have in common, indexed in the store."""
        return "\x1f".join((self.edge, self.source, self.target))

    @classmethod
    def of_key(cls, key: str) -> "Pair":
        """The pair of that key."""
        return cls(*key.split("\x1f"))

    @property
    def ends(self) -> Row:
        """The pair as a row of parameters."""
        return {"key": self.key, "source": self.source, "target": self.target}


def plain_pair(predicate: str, subject: str, object_: str | None) -> Pair | None:
    """The pair that a statement speaks of, or None where its predicate has no plain edge or it has no object."""
    term = vocabulary().predicates[predicate]
    if term.plain_edge is None or object_ is None:
        return None
    if term.symmetric and object_ < subject:
        subject, object_ = object_, subject
    return Pair(term.plain_edge, subject, object_)


def voices(statement: Statement) -> list[str]:
    """What a statement says of the plain edge of its pair: that it is `carried`, and which of COUNTS it adds to.

    Nothing where it is planned, possible or suspected. Negated content denies: "X hat keine Truppen entsandt"
    speaks against the same edge as "X bestreitet, Truppen entsandt zu haben".
    """
    if statement.modality not in SPOKEN:
        return []
    stances = {source.stance for source in statement.sources}
    affirmed = statement.polarity == "affirmed"
    held = not stances or bool(stances - {"denies", "doubts"})
    said = {
        "carried": affirmed and stances != {"denies"},
        "asserted": affirmed and statement.modality == "asserted",
        "reported": affirmed and statement.modality == "reported" and held,
        "denied": not affirmed or "denies" in stances,
        "doubted": "doubts" in stances,
    }
    return [voice for voice, speaks in said.items() if speaks]


def spoken_pair(statement: Statement, same: Mapping[str, str] = NONE) -> Pair | None:
    """The pair whose plain edge a statement speaks for or against, if any; `same` are ids that count as others."""
    if not voices(statement):
        return None
    subject, object_ = statement.subject.id, statement.object.id if statement.object else None
    return plain_pair(statement.predicate, same.get(subject, subject), same.get(object_, object_) if object_ else None)


@dataclass(frozen=True, slots=True)
class Share:
    """A new article's part in plain edges: what it says, the origins of each statement, when and where it came out."""

    article: str
    statements: tuple[Statement, ...]
    origins: Mapping[str, list[str]]
    published: str | None
    outlet: str | None
    sample: bool

    def row(self, said: Iterable[Statement]) -> Row:
        """What these statements add to the edge of their pair."""
        given = list(said)
        spoken = {voice for statement in given for voice in voices(statement)}
        counts: Row = {name: int(name in spoken) for name in VOICES}
        day = None if self.published is None or self.published.startswith("--") else self.published
        origins = {key for each in given if VOUCHED & {*voices(each)} for key in self.origins[each.id]}
        rest: Row = {
            "articles": 1,
            "predicate": min(statement.predicate for statement in given),
            "first": day,
            "last": day,
            "sample": self.sample,
            "outlet_names": [] if self.outlet is None else [self.outlet],
            "origin_keys": [*origins],
        }
        return counts | rest

    def by_pair(self) -> dict[Pair, Row]:
        """What the article adds to each edge."""
        said: dict[Pair, list[Statement]] = {}
        for statement in self.statements:
            if pair := spoken_pair(statement):
                said.setdefault(pair, []).append(statement)
        return {pair: self.row(each) for pair, each in said.items()}


def add_articles(work: Work, shares: Sequence[Share], but: Collection[Pair] = ()) -> None:
    """Adds what new articles say to the plain edges of their pairs; those in `but` are counted anew."""
    by_pair: dict[Pair, list[Row]] = {}
    for share in shares:
        for pair, row in share.by_pair().items():
            by_pair.setdefault(pair, []).append(row)
    rows = {pair: pair.ends | _together(each) for pair, each in sorted(by_pair.items()) if pair not in but}
    added = {
        key
        for edge, group in _by_edge(rows).items()
        for row in work.run(text("plain_add", edge), {"rows": group})
        for key in _leaves(row["keys"])
    }
    left = {pair: row for pair, row in rows.items() if pair.key not in added}
    spoken = _spoken_before(work, left, shares)
    _write(work, {pair: row for pair, row in left.items() if pair not in spoken})
    recount(work, [*but, *spoken])


def _spoken_before(work: Work, pairs: Iterable[Pair], shares: Iterable[Share]) -> set[Pair]:
    """Those of the pairs of which other articles than these speak, too."""
    keys: list[JsonValue] = [pair.key for pair in pairs]
    articles: list[JsonValue] = [share.article for share in shares]
    rows = work.run(text("plain_spoken"), {"keys": keys, "articles": articles}) if keys else []
    return {Pair.of_key(key) for row in rows for key in _leaves(row["keys"])}


def _together(rows: Sequence[Row]) -> Row:
    """What several articles add to one edge."""
    days = [str(row["first"]) for row in rows if row["first"] is not None]
    return {
        **{name: sum(int(str(row[name])) for row in rows) for name in ("articles", *VOICES)},
        "predicate": min(str(row["predicate"]) for row in rows),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "sample": all(row["sample"] is True for row in rows),
        **{
            name: [*sorted({key for row in rows for key in _leaves(row[name])})]
            for name in ("outlet_names", "origin_keys")
        },
    }


def recount(work: Work, pairs: Iterable[Pair]) -> None:
    """Makes, changes or removes the plain edges of these pairs by all that is said of them."""
    by_key = {pair.key: pair for pair in sorted(set(pairs))}
    if not by_key:
        return
    counted = {str(row["key"]): row for row in work.run(text("plain_count"), {"keys": [*by_key]})}
    there = {by_key[key]: by_key[key].ends | _flat(row) for key, row in counted.items()}
    carried = _write(work, there)
    gone = {pair: pair.ends for pair in by_key.values() if pair not in carried}
    for edge, rows in _by_edge(gone).items():
        work.run(text("plain_drop", edge), {"rows": rows})


def _write(work: Work, counted: Mapping[Pair, Row]) -> Collection[Pair]:
    """Makes or changes the edges of these pairs that are carried; gives them."""
    carried = {pair: row for pair, row in counted.items() if row["carried"]}
    for edge, rows in _by_edge(carried).items():
        work.run(text("plain_write", edge), {"rows": rows})
    return carried.keys()


def _flat(row: Row) -> Row:
    """A row with the origins of all articles and statements in one list."""
    keys: Row = {"origin_keys": [*sorted(_leaves(row["origins"]))]}
    return row | keys


def _leaves(value: JsonValue) -> set[str]:
    """The texts in lists of lists."""
    return {leaf for each in value for leaf in _leaves(each)} if isinstance(value, list) else {str(value)}


def _by_edge(rows: Mapping[Pair, Row]) -> dict[str, list[JsonValue]]:
    groups: dict[str, list[JsonValue]] = {}
    for pair, row in rows.items():
        groups.setdefault(pair.edge, []).append(row)
    return groups
