"""Loading articles: what is there already, what is new, what is no longer so, in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from graph.cypher import text
from graph.marker import now
from graph.origins.arriving import Arrived, arrive
from graph.origins.joining import regroup
from graph.origins.settling import peers, settle
from graph.origins.texts import PASSAGES
from graph.packet import Loaded, Packet
from graph.plain import Pair, Share, add_articles, plain_pair, recount, spoken_pair
from graph.rows import article_row, article_span
from graph.saying import forget_unnamed, named_by, say, say_more
from graph.statement import Statement
from graph.work import Row, Work
from seeds.errors import StoreForeign

COMPARED = ("title", "outlet", "published", "url", "language", "sample", "invented")


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store holds of an article: its properties, the confidence of each statement, the pairs it speaks of."""

    properties: Row
    confidence: dict[str, JsonValue]
    pairs: list[Pair]


def load_articles(work: Work, given: Sequence[Packet]) -> list[Loaded]:
    """Puts articles into the graph, one after the other as far as anybody can tell; known ones are left alone."""
    if _all_known(work, given):
        return [_known(new) for new in given]
    lock(work)
    stored = stored_articles(work, [new.article.id for new in given])
    return [loaded for some in _runs(given, stored.keys()) for loaded in _load(work, some, stored)]


def _all_known(work: Work, given: Sequence[Packet]) -> bool:
    """Whether nothing is to be done; mostly the first article tells already that there is."""
    for some in (given[:1], given):
        stored = stored_articles(work, [new.article.id for new in some])
        if not all(_same(new, stored.get(new.article.id)) for new in some):
            return False
    return True


def lock(work: Work) -> None:
    """Makes other writers wait until this transaction ends, and leaves a mark by which readers see a change."""
    if not work.run(text("lock"), {"now": now()}):
        raise StoreForeign("the database lost Lagebild's mark: somebody else emptied it; nothing was put in")


def _runs(given: Sequence[Packet], known: Iterable[str]) -> Iterator[list[Packet]]:
    """The articles in order: one that is known by then alone, new ones of different documents together."""
    seen, documents, run = {*known}, set[str](), list[Packet]()
    for new in given:
        if run and (new.article.id in seen or new.article.document in documents):
            yield run
            documents, run = set[str](), []
        run.append(new)
        if new.article.id in seen:
            yield run
            run = []
            continue
        seen.add(new.article.id)
        documents.add(new.article.document)
    if run:
        yield run


def _load(work: Work, given: list[Packet], stored: dict[str, Stored]) -> list[Loaded]:
    first = given[0]
    before = stored.get(first.article.id) or (stored_article(work, first.article.id) if len(given) == 1 else None)
    if before is None:
        return _load_new(work, given)
    return [_known(first) if _same(first, before) else _load_again(work, first, before)]


def _known(new: Packet) -> Loaded:
    return Loaded(new.article.id, 0, already_known=True, superseded=None)


def _load_new(work: Work, given: Sequence[Packet]) -> list[Loaded]:
    """Articles that were not there, of different documents; they take the place of older versions, if there are any."""
    documents: list[JsonValue] = [new.article.document for new in given]
    found = work.run(text("current_versions"), {"documents": documents})
    older = {str(row["document"]): str(row["article"]) for row in found}
    articles = {new.article.id: new.row() for new in given}
    said = {id_: each for new in given for id_, each in new.statements.items()}
    rows = [row for new in given for row in new.said()]
    arrived = arrive(work, list(articles.values()), rows)
    _write_new(work, given, articles, arrived)
    for new in given:
        if new.article.document in older:
            _supersede(work, newer=new.article.id, older=older[new.article.document])
    say(work, [*said.values()], [row | _settled(arrived, str(row["id"])) for row in rows])
    add_articles(work, [_share(new, arrived) for new in given], but=arrived.changed_pairs)
    return [
        Loaded(new.article.id, len(new.statements), already_known=False, superseded=older.get(new.article.document))
        for new in given
    ]


def _settled(arrived: Arrived, id_: str) -> Row:
    return {"copies": arrived.copies[id_], "origins": [*arrived.origins[id_]]}


def _write_new(work: Work, given: Sequence[Packet], articles: dict[str, Row], arrived: Arrived) -> None:
    rows: list[JsonValue] = [
        new.stamped(articles[new.article.id]) | {"copies": arrived.copies[new.article.id]} for new in given
    ]
    work.run(text("new_articles"), {"rows": rows})


def _share(new: Packet, arrived: Arrived) -> Share:
    article = new.article
    origins = {each: arrived.origins[each] for each in new.statements}
    statements = tuple(new.statements.values())
    return Share(article.id, statements, origins, article.published, article.outlet, sample=new.origin != "real")


def _supersede(work: Work, *, newer: str, older: str) -> None:
    before = stored_article(work, older)
    work.run(text("supersede"), {"newer": newer, "older": older})
    if before:
        recount(work, before.pairs)


def _load_again(work: Work, new: Packet, stored: Stored) -> Loaded:
    """A known article with another reading or other particulars; what it said before gives way."""
    article = new.row()
    work.run(text("known_article"), {"article": new.stamped(article)})
    gone = [key for key in stored.confidence if key not in new.statements]
    named, alike = named_by(work, gone), peers(work, PASSAGES, gone)
    work.run(text("forget_statements"), {"ids": [*gone]})
    regroup(work, PASSAGES, alike)
    kept = [statement for key, statement in new.statements.items() if key in stored.confidence]
    work.run(text("kept_statements"), {"rows": [_kept_row(new, each) for each in kept]})
    fresh = [statement for key, statement in new.statements.items() if key not in stored.confidence]
    say_more(work, fresh, article, current=bool(stored.properties["current"]))
    settled = settle(work, [new.article.id], alike)
    recount(work, {*stored.pairs, *(pair for pair in map(spoken_pair, fresh) if pair), *settled})
    forget_unnamed(work, named)
    return Loaded(new.article.id, len(fresh), already_known=True, superseded=None)


def _kept_row(new: Packet, statement: Statement) -> Row:
    own: Row = {"id": statement.id, "confidence": statement.confidence}
    return own | article_span(statement, article_row(new.article, new.origin))


def stored_article(work: Work, article: str) -> Stored | None:
    """What the store holds of an article, None where it is unknown."""
    return stored_articles(work, [article]).get(article)


def stored_articles(work: Work, articles: Sequence[str]) -> dict[str, Stored]:
    """The same of several, by id."""
    ids: list[JsonValue] = [*articles]
    found = {str(row["id"]): Stored(row, {}, []) for row in work.run(text("stored_articles"), {"ids": ids})}
    for row in work.run(text("stored_statements"), {"ids": [*found]}) if found else []:
        of = found[str(row["article"])]
        of.confidence[str(row["id"])] = row["confidence"]
        of.pairs.extend(pair for pair in [_stored_pair(row)] if pair)
    return found


def _same(new: Packet, stored: Stored | None) -> bool:
    given = article_row(new.article, new.origin)
    return (
        stored is not None
        and all(given[name] == stored.properties[name] for name in COMPARED)
        and stored.confidence == {key: statement.confidence for key, statement in new.statements.items()}
    )


def drop_statement(work: Work, id_: str, article: str) -> None:
    """Takes a statement out, and whom nothing else names."""
    pairs = [pair for row in work.run(text("pairs_of"), {"ids": [id_]}) if (pair := _stored_pair(row))]
    named, alike = named_by(work, [id_]), peers(work, PASSAGES, [id_])
    work.run(text("forget_statements"), {"ids": [id_]})
    regroup(work, PASSAGES, alike)
    recount(work, [*pairs, *settle(work, [article], alike)])
    forget_unnamed(work, named)


def _stored_pair(row: Row) -> Pair | None:
    end = row["object"]
    return plain_pair(str(row["predicate"]), str(row["subject"]), None if end is None else str(end))
