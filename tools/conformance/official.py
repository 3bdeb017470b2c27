"""Running the official tests through the program: queries by its engine, requests by its endpoint."""

import re
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat, parse
from pyoxigraph import Store as Triples

from graph.rdf.engine import Format, Oxigraph, Query
from graph.rdf.sparql import Sparql
from seeds.errors import BadInput, LagebildError
from tools.conformance.answers import Answer, alike, canonical, comma_separated, expected, read, table
from tools.conformance.given import endpoint
from tools.conformance.manifests import Official, manifests, tests_of

NOT_UNDERSTOOD = "cannot be understood"  # else it is right, but asks for what is not there
DEFAULT = "urn:the-default-graph"
DATA = (".ttl", ".rdf", ".nt", ".n3")
ACCEPTS = {"JSON": QueryResultsFormat.JSON, "XML": QueryResultsFormat.XML, "TSV": QueryResultsFormat.TSV}
UPDATES = "updates are refused"
LEFT_OUT = {
    "entailment": "no entailment regime is offered",
    "service": "calls to other servers are refused",
    "syntax-fed": "calls to other servers are refused",
    "http-rdf-update": "the graph store protocol would write",
}
_FROM = re.compile(r"\bFROM\b", re.I)


@dataclass(slots=True)
class Suite:
    """What came of the tests of one folder."""

    passed: int = 0
    failed: dict[str, str] = field(default_factory=dict[str, str])
    left_out: Counter[str] = field(default_factory=Counter[str])


def run_all(root: Path) -> dict[str, Suite]:
    """Every test below a folder, by the folder of its manifest."""
    found: dict[str, Suite] = {}
    for manifest in manifests(root):
        for test in tests_of(manifest, root):
            suite = found.setdefault(test.folder, Suite())
            if reason := left_out(test):
                suite.left_out[reason] += 1
            elif problem := problem_of(test):
                suite.failed[test.id] = problem
            else:
                suite.passed += 1
    return found


def left_out(test: Official) -> str | None:
    """Why a test does not apply, None where it does."""
    last = test.folder.rpartition("/")[2]
    if last in LEFT_OUT:
        return LEFT_OUT[last]
    if (
        "Update" in test.kind
        or (test.query and test.query.suffix == ".ru")
        or (test.kind == "ProtocolTest" and test.id.startswith("update_"))
    ):
        return UPDATES
    if test.kind in ("ProtocolTest", "ServiceDescriptionTest", "GraphStoreProtocolTest") and not test.requests:
        return "told in words only; our own cases ask the same"
    return None


def problem_of(test: Official) -> str | None:
    """What is wrong with the answer to a test, None where nothing is."""
    try:
        if test.kind == "ProtocolTest":
            return _protocol(test)
        if "Syntax" in test.kind:
            return _syntax(test)
        return _evaluation(test)
    except (LagebildError, SyntaxError, ValueError) as exc:
        return f"{type(exc).__name__}: {exc}"[:200]


def _text(test: Official) -> str:
    assert test.query is not None
    return test.query.read_bytes().decode("utf-8")


def _base(test: Official) -> str:
    assert test.query is not None
    return test.query.resolve().as_uri()


def _syntax(test: Official) -> str | None:
    try:
        Oxigraph(Triples(), _base(test)).evaluate(Query(_text(test)))
    except BadInput as exc:
        understood, said = NOT_UNDERSTOOD not in str(exc), str(exc)[:200]
    else:
        understood, said = True, "taken, though it is malformed"
    return None if understood != test.kind.startswith("Negative") else said


def _evaluation(test: Official) -> str | None:
    assert test.result is not None
    triples = _triples(test)
    sparql = Sparql(lambda: Oxigraph(triples, _base(test)))
    query = _query(test)
    if test.result.suffix == ".csv":
        given = _written(sparql, query, QueryResultsFormat.CSV, RdfFormat.TURTLE).decode("utf-8")
        wanted = test.result.read_bytes().decode("utf-8")
        return None if comma_separated(given) == comma_separated(wanted) else f"gives {given!r}"
    wanted_answer = expected(test.result)
    wrong = [
        name for name, form in ACCEPTS.items() if not _fits(sparql, query, form, wanted_answer, often=not test.lax)
    ]
    return f"another answer ({', '.join(wrong)})" if wrong else None


def _fits(sparql: Sparql, query: Query, form: QueryResultsFormat, wanted: Answer, *, often: bool) -> bool:
    if isinstance(wanted, frozenset):
        raw = _written(sparql, query, form, RdfFormat.N_TRIPLES)
        return canonical(parse(raw, RdfFormat.N_TRIPLES)) == wanted
    if isinstance(wanted, bool) and form == QueryResultsFormat.TSV:
        return True  # the format has no truth values
    given = table(_written(sparql, query, form, RdfFormat.N_TRIPLES), form)
    return alike(given, wanted, often=often)


def _written(sparql: Sparql, query: Query, table_form: QueryResultsFormat, graph_form: RdfFormat) -> bytes:
    out = BytesIO()

    def choose(kind: str) -> Format:
        return table_form if kind == "table" else graph_form

    sparql.answer(query, choose, out)
    return out.getvalue()


def _query(test: Official) -> Query:
    """With named graphs the data set is named in the request; without, it is what the store has."""
    if not test.named:
        return Query(_text(test))
    return Query(_text(test), (DEFAULT,), tuple(name for name, _ in test.named))


def _triples(test: Official) -> Triples:
    """A store with the data of a test; those that the query takes itself (FROM) lie beside it."""
    triples = Triples()
    default = NamedNode(DEFAULT) if test.named else None
    for path in test.data:
        triples.extend(read(path, default))
    for name, path in test.named:
        triples.extend(read(path, NamedNode(name)))
    if not (test.data or test.named) and test.query is not None and _FROM.search(_text(test)):
        for path in sorted(test.query.parent.iterdir()):
            if path.suffix in DATA and path != test.result and path.name != "manifest.ttl":
                triples.extend(read(path, NamedNode(path.resolve().as_uri())))
    return triples


def _protocol(test: Official) -> str | None:
    quads = [quad for name, path in test.named for quad in read(path, NamedNode(name))]
    with endpoint(quads) as client:
        for request in test.requests:
            path = request.path.replace("/sparql/", "/sparql", 1)
            answer = client.request(request.method, path, content=request.body, headers=dict(request.headers))
            if f"{answer.status_code // 100}xx" not in request.statuses:
                return f"status {answer.status_code}"
            if request.boolean is not None and answer.json().get("boolean") is not request.boolean:
                return f"answers {answer.text}"
    return None
