"""Answers to be compared: tables, truth values and graphs, whatever their blank nodes are called."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

Term = NamedNode | BlankNode | Literal | Triple
Row = dict[str, Term]
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
VARIABLE = "urn:variable:"
TABLES = {".srx": QueryResultsFormat.XML, ".srj": QueryResultsFormat.JSON, ".tsv": QueryResultsFormat.TSV}
DOUBLE = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {f"{DOUBLE}{name}" for name in ("decimal", "double", "float")}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, in an order where one is wanted."""

    variables: frozenset[str]
    rows: tuple[Row, ...]
    ordered: bool = False


Answer = Table | bool | frozenset[Quad]


def expected(path: Path) -> Answer:
    """What a file of results says."""
    if path.suffix in TABLES:
        return table(path.read_bytes(), TABLES[path.suffix])
    quads = read(path)
    return (
        _result_set(quads)
        if any(quad.predicate.value == f"{RS}resultVariable" for quad in quads)
        else (_boolean(quads) if any(quad.predicate.value == f"{RS}boolean" for quad in quads) else canonical(quads))
    )


def read(path: Path, graph: NamedNode | None = None) -> list[Quad]:
    """The triples of a file, with its address as their base."""
    found = parse(
        path.read_bytes(),
        RdfFormat.from_extension(path.suffix[1:]),
        base_iri=path.resolve().as_uri(),
        rename_blank_nodes=True,
    )
    return [Quad(q.subject, q.predicate, q.object, graph) if graph else q for q in found]


def table(raw: bytes, form: QueryResultsFormat) -> Table | bool:
    """A result in one of the formats that can be read back."""
    found = parse_query_results(raw, form)
    if isinstance(found, QueryBoolean):
        return bool(found)
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    rows = [{name: value for name in names if (value := row[name]) is not None} for row in found]
    return Table(frozenset(names), tuple(rows))


def alike(one: Answer, other: Answer, *, often: bool = True) -> bool:
    """Whether two answers say the same; without `often` a row may come more than once or not."""
    if isinstance(one, Table) and isinstance(other, Table):
        ordered = one.ordered or other.ordered
        rows, wanted = (canonical(_rows(each, ordered=ordered, often=often)) for each in (one, other))
        return one.variables == other.variables and rows == wanted
    return type(one) is type(other) and one == other


def comma_separated(raw: str) -> tuple[frozenset[str], Counter[frozenset[tuple[str, str]]]]:
    """The head and the rows of a CSV answer, columns by name; blank nodes are all alike."""
    head, *rows = [*csv.reader(StringIO(raw, newline=""))]
    plain = (
        {name: "_:" if cell.startswith("_:") else cell for name, cell in zip(head, row, strict=True)} for row in rows
    )
    return frozenset(head), Counter(frozenset(row.items()) for row in plain)


def canonical(quads: Iterable[Quad]) -> frozenset[Quad]:
    """The same with blank nodes that are called by what is said of them."""
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return frozenset(dataset)


def _rows(of: Table, *, ordered: bool, often: bool) -> Iterator[Quad]:
    """A table as triples: rows that are the same are one, with their number."""
    counted = Counter((number if ordered else 0, _key(row)) for number, row in enumerate(of.rows))
    for node_number, ((position, row), times) in enumerate(counted.items()):
        node = BlankNode(f"row{node_number}")
        yield Quad(node, NamedNode("urn:times"), Literal(times if often else 1))
        yield Quad(node, NamedNode("urn:position"), Literal(position))
        for name, value in row:
            yield Quad(node, NamedNode(VARIABLE + name), value)


def _key(row: Row) -> frozenset[tuple[str, Term]]:
    return frozenset((name, _by_value(term)) for name, term in row.items())


def _by_value(term: Term) -> Term:
    """Fractions by value: 2.0 and 2 are the same decimal."""
    if isinstance(term, Literal) and term.datatype.value in NUMBERS:
        try:
            return Literal(repr(float(term.value)), datatype=term.datatype)
        except ValueError:
            return term
    return term


def _result_set(quads: list[Quad]) -> Table:
    """A table that is written as RDF."""
    about = dict[object, list[Quad]]()
    for quad in quads:
        about.setdefault(quad.subject, []).append(quad)

    def values(node: object, name: str) -> list[Term]:
        return [quad.object for quad in about.get(node, ()) if quad.predicate.value == RS + name]

    (whole,) = {quad.subject for quad in quads if quad.predicate.value == f"{RS}resultVariable"}
    solutions = values(whole, "solution")
    indexes = {node: int(str(getattr(found[0], "value", 0))) for node in solutions if (found := values(node, "index"))}
    rows = [
        {
            str(getattr(values(one, "variable")[0], "value", "")): values(one, "value")[0]
            for one in values(node, "binding")
        }
        for node in sorted(solutions, key=lambda node: indexes.get(node, 0))
    ]
    names = frozenset(str(getattr(name, "value", "")) for name in values(whole, "resultVariable"))
    return Table(names, tuple(rows), ordered=bool(indexes))


def _boolean(quads: list[Quad]) -> bool:
    return any(q.predicate.value == f"{RS}boolean" and getattr(q.object, "value", "") == "true" for q in quads)
