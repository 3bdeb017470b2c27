"""By what the copy of the graph in triples is compared with the graph: a stamp for each article."""

from collections.abc import Iterator, Mapping

from pydantic import JsonValue
from pyoxigraph import Literal

from graph.rdf.holder import Holder
from graph.rdf.select import SECONDS, ArticleRecord
from graph.rdf.terms import VOCABULARY, Names
from graph.reading import query
from graph.store import Store

# when it came in, which run read it, whether it is current, how many statements, which of them count otherwise than it
Stamp = tuple[str, str, bool, int, frozenset[str]]
_IN_TRIPLES = """
PREFIX lb: <%s>
SELECT ?id ?loaded ?by ?current (COUNT(?statement) AS ?statements)
       (GROUP_CONCAT(COALESCE(IF(?counts != ?current, ?said, ""), ""); separator=" ") AS ?otherwise) WHERE {
  GRAPH ?g {
    ?article a lb:Article ; lb:id ?id ; lb:loaded ?loaded ; lb:current ?current ; lb:run ?run .
    OPTIONAL { ?statement lb:article ?article ; lb:id ?said ; lb:current ?counts }
  }
  OPTIONAL { GRAPH ?things { ?run lb:id ?by } }
} GROUP BY ?id ?loaded ?by ?current
"""


def marker(store: Store) -> str:
    """The mark that every change of the graph leaves."""
    rows = read(store, "MATCH (m:Lagebild) RETURN m.loaded AS loaded", {})
    return str(rows[0]["loaded"]) if rows else ""


def stamps_of_graph(store: Store) -> dict[str, Stamp]:
    """The stamp of every article in the graph."""
    rows = read(store, query("stamps"), {})
    return {
        str(row["id"]): _stamp(row["loaded"], row["run"], row["current"], row["statements"], row["otherwise"])
        for row in rows
    }


def stamps_of_triples(holder: Holder, names: Names) -> dict[str, Stamp]:
    """The same of the copy, counted in what it holds; an article whose run is missing has no stamp of the graph."""
    stamps: dict[str, Stamp] = {}
    for row in holder.rows(_IN_TRIPLES % (names.base + VOCABULARY)):
        id_, loaded, run, current, count, otherwise = (
            _text(row[name]) for name in ("id", "loaded", "by", "current", "statements", "otherwise")
        )
        stamps[id_] = _stamp(loaded, run, current == "true", int(count), [*otherwise.split()])
    return stamps


def stamp_of(record: ArticleRecord) -> Stamp:
    """The stamp of an article as it was read."""
    own = record.properties
    otherwise: list[JsonValue] = [one.statement.id for one in record.statements if one.current != own["current"]]
    return _stamp(own["loaded"], record.run.id, own["current"], len(record.statements), otherwise)


def _stamp(loaded: JsonValue, run: JsonValue, current: JsonValue, statements: JsonValue, otherwise: JsonValue) -> Stamp:
    ids_ = frozenset(map(str, otherwise)) if isinstance(otherwise, list) else frozenset[str]()
    return str(loaded), str(run), current is True, int(str(statements)), ids_


def _text(term: object) -> str:
    return term.value if isinstance(term, Literal) else ""


def read(store: Store, cypher: str, values: Mapping[str, JsonValue]) -> list[dict[str, JsonValue]]:
    """All rows."""
    return store.read(cypher, values, limit=None, seconds=SECONDS)


def ids(store: Store, name: str) -> Iterator[str]:
    """The ids that one of the texts of the views gives."""
    return (str(row["id"]) for row in read(store, query(name), {}))
