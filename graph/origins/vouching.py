"""Who vouches for what a statement says, as keys that can be counted: equal keys are one origin."""

from collections.abc import Iterable
from functools import cache

from graph.statement import Source, Statement, digest
from graph.work import Row
from seeds.reference import reference
from seeds.vocabulary import vocabulary

_UNDATED = "9999"
_BETWEEN = "\x1f"
AGAINST = frozenset({"denies", "doubts"})


def vouchers(statement: Statement) -> list[str]:
    """The named origins that stand for the content, nearest to the fact; else the nearest medium that is named.

    Empty where nobody is named, and where all who are named deny or doubt it.
    """
    held = [source for source in statement.sources if source.stance not in AGAINST]
    origins = [source for source in held if source.role == "origin"]
    nearest = _nearest(origins or held)
    return sorted({_source_key(source) for source in nearest})


def first_origins(statement: Statement, article: Row) -> list[str]:
    """The origins of a statement as long as no copy of its text is known."""
    if unsupported(statement):
        return []
    return vouchers(statement) or [origin_of_rank(text_rank(article))]


def unsupported(statement: Statement) -> bool:
    """Whether all who are named speak against the content, so that not even the article stands for it."""
    return bool(statement.sources) and all(source.stance in AGAINST for source in statement.sources)


def _nearest(sources: list[Source]) -> Iterable[Source]:
    step = min((source.step for source in sources), default=0)
    return (source for source in sources if source.step == step)


def _source_key(source: Source) -> str:
    return outlet_key(source.entity.name) if source.role == "outlet" else source.entity.id


def outlet_key(outlet: str) -> str:
    """The key of a medium by its name: the id that the tables have for it, else the name in small letters."""
    name = outlet.strip().casefold()
    return _media().get(name, f"outlet:{name}")


def text_rank(article: Row) -> str:
    """Whom an article's text comes from as far as it says: rank, date and key; of copies the smallest is right."""
    published = str(article["published"] or _UNDATED)
    day = _UNDATED if published.startswith("--") else published
    if article["agency"] is not None:
        return _BETWEEN.join(("0", day, str(article["agency"])))
    if article["outlet"] is not None:
        return _BETWEEN.join(("1", day, outlet_key(str(article["outlet"]))))
    return _BETWEEN.join(("2", day, f"document:{article['document']}"))


def origin_of_rank(rank: str) -> str:
    """The key at the end of a rank."""
    return rank.split(_BETWEEN, 2)[2]


@cache
def _media() -> dict[str, str]:
    rows = [row for row in reference().entities.values() if row.type == "Organization"]
    return {name.casefold(): row.id for row in reversed(rows) for name in (*row.aliases, row.name)}


def claim_key(statement: Statement) -> str:
    """The same for statements that say the same thing, whoever says it.

    Of a troop report with a number that is force, kind and number, for many articles leave the place out; of any
    other statement subject, predicate and object.
    """
    count = statement.count
    said: Row = {"predicate": statement.predicate, "polarity": statement.polarity, "subject": statement.subject.id}
    said |= {"object": statement.object.id if statement.object else None}
    said |= {name: getattr(count, name) if count else None for name in ("unit", "min", "max")}
    return claim_of(said)


def claim_of(said: Row) -> str:
    """The same from a row of the store, where other entities may have taken the place of those that are named."""
    predicate, subject, object_ = str(said["predicate"]), str(said["subject"]), str(said["object"] or "")
    head = (predicate, str(said["polarity"]))
    if said["min"] is not None or said["max"] is not None:
        return digest(*head, subject, str(said["unit"]), str(said["min"]), str(said["max"]))
    if vocabulary().predicates[predicate].symmetric:
        return digest(*head, *sorted((subject, object_)))
    return digest(*head, subject, object_)
