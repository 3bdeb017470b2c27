"""By what the copy of the graph in triples is compared with the graph: a stamp for each article."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from pydantic import JsonValue
from pyoxigraph import Literal, NamedNode

from graph.rdf.holder import Holder
from graph.rdf.select import SECONDS, ArticleRecord
from graph.rdf.terms import VOCABULARY, Names
from graph.reading import query
from graph.store import Store

# when it came in, which run read it, whether it is current, how many statements, which of them count otherwise than it,
# and a hash of what they claim and on which origins they rest, which other articles can change
Stamp = tuple[str, str, bool, int, frozenset[str], int]
# Each gives rows as they lie in the store: one query for all of it takes a time that grows with the square.
_ARTICLES = """
PREFIX lb: <%s>
SELECT ?article ?id ?loaded ?by ?current WHERE {
  GRAPH ?g { ?article a lb:Article ; lb:id ?id ; lb:loaded ?loaded ; lb:current ?current ; lb:run ?run }
  OPTIONAL { GRAPH ?things { ?run lb:id ?by } }
}
"""
_STATEMENTS = """
PREFIX lb: <%s>
SELECT ?article ?said ?counts ?claim WHERE {
  GRAPH ?g { ?statement lb:article ?article ; lb:id ?said ; lb:current ?counts ; lb:claim ?claim }
}
"""
_ORIGINS = """
PREFIX lb: <%s>
SELECT ?article ?said ?origin WHERE {
  GRAPH ?g { ?statement lb:article ?article ; lb:id ?said ; lb:restsOn ?origin }
}
"""
_BITS = 96


def marker(store: Store) -> str:
    """The mark that every change of the graph leaves."""
    rows = read(store, "MATCH (m:Lagebild) RETURN m.loaded AS loaded", {})
    return str(rows[0]["loaded"]) if rows else ""


def stamps_of_graph(store: Store) -> dict[str, Stamp]:
    """The stamp of every article in the graph."""
    rows = read(store, query("stamps"), {})
    return {str(row["id"]): _stamp(row, _texts(row["otherwise"]), _resting_of(row)) for row in rows}


def _resting_of(row: Mapping[str, JsonValue]) -> int:
    ids_, claims, origins = _texts(row["ids"]), _texts(row["claims"]), row["origins"]
    given = map(_texts, origins if isinstance(origins, list) else [])
    said = zip(ids_, claims, given, strict=False)  # an article that says nothing has one row without a statement
    return _sum(line for id_, claim, of in said for line in _resting(id_, claim, of))


def stamps_of_triples(holder: Holder, names: Names) -> dict[str, Stamp]:
    """The same of the copy, counted in what it holds; an article whose run is missing has no stamp of the graph."""
    statements, resting = Counter[str](), defaultdict[str, int](int)
    otherwise: dict[str, set[str]] = defaultdict(set)
    articles = [*_rows(holder, _ARTICLES, names)]
    current = {article: counts for article, _, _, _, counts in articles}
    for article, said, counts, claim in _rows(holder, _STATEMENTS, names):
        statements[article] += 1
        resting[article] += _hash(_line(said, claim.rpartition("/")[2]))
        if counts != current.get(article):
            otherwise[article].add(said)
    for article, said, origin in _rows(holder, _ORIGINS, names):
        resting[article] += _hash(_line(said, origin))
    return {
        id_: (loaded, by, counts == "true", statements[article], frozenset(otherwise[article]), _cut(resting[article]))
        for article, id_, loaded, by, counts in articles
    }


def stamp_of(record: ArticleRecord) -> Stamp:
    """The stamp of an article as it was read."""
    own, said = record.properties, record.statements
    otherwise = [one.statement.id for one in said if one.current != own["current"]]
    lines = (_resting(one.statement.id, record.claims[one.statement.id], one.origins) for one in said)
    row: dict[str, JsonValue] = {**own, "run": record.run.id, "statements": len(said)}
    return _stamp(row, otherwise, _sum(line for each in lines for line in each))


def _stamp(row: Mapping[str, JsonValue], otherwise: Iterable[str], resting: int) -> Stamp:
    number = int(str(row["statements"]))
    return str(row["loaded"]), str(row["run"]), row["current"] is True, number, frozenset(otherwise), resting


def _resting(id_: str, claim: str, origins: Iterable[str]) -> Iterator[str]:
    """What a statement claims and on which origins it rests, a line for each."""
    yield _line(id_, claim)
    yield from (_line(id_, origin) for origin in origins)


def _line(id_: str, value: str) -> str:
    return f"{id_}\x1f{value}"


def _sum(lines: Iterable[str]) -> int:
    """A hash of lines that does not depend on their order."""
    return _cut(sum(map(_hash, lines)))


def _hash(line: str) -> int:
    return int.from_bytes(sha256(line.encode()).digest()[: _BITS // 8])


def _cut(number: int) -> int:
    return number % (1 << _BITS)


def _rows(holder: Holder, text: str, names: Names) -> Iterator[list[str]]:
    return ([_text(value) for value in row] for row in holder.rows(text % (names.base + VOCABULARY)))


def _text(term: object) -> str:
    return term.value if isinstance(term, Literal | NamedNode) else ""


def _texts(value: JsonValue) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def read(store: Store, cypher: str, values: Mapping[str, JsonValue]) -> list[dict[str, JsonValue]]:
    """All rows."""
    return store.read(cypher, values, limit=None, seconds=SECONDS)


def ids(store: Store, name: str) -> Iterator[str]:
    """The ids that one of the texts of the views gives."""
    return (str(row["id"]) for row in read(store, query(name), {}))
