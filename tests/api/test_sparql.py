"""The SPARQL 1.1 protocol at /sparql, clause by clause, and `lagebild sparql`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, XML, SPARQLWrapper
from starlette.testclient import TestClient

from api.app import create_app
from api.local import LocalDesk
from graph.assessment.ledger import Ledger
from graph.embedded import EmbeddedStore
from graph.rdf.terms import BASE
from ingest.readers.read import read
from tests.api.command import Command
from tests.api.making import numbers_of_soldiers
from tests.api.serving import served

PREFIX = "PREFIX lb: <vocabulary#> "
SELECT = (
    PREFIX + "SELECT ?name WHERE { ?s a lb:TroopReport ; lb:subject/lb:name ?name ; lb:count/lb:min ?n } ORDER BY ?n"
)
ASK = PREFIX + "ASK { ?s lb:subject ?e }"
CONSTRUCT = PREFIX + "CONSTRUCT { ?e lb:name ?name } WHERE { ?e a lb:Entity ; lb:name ?name }"
COUNT = PREFIX + "SELECT (COUNT(*) AS ?n) WHERE { ?s lb:subject ?e }"
QUERY = "application/sparql-query"
JSON_TABLE = "application/sparql-results+json"


def ask(client: TestClient, query: str, accept: str = JSON_TABLE, **parameters: str) -> Any:
    answer = client.get("/sparql", params={"query": query, **parameters}, headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    return answer


def test_get_and_both_posts_answer_alike(client: TestClient) -> None:
    accept = {"Accept": JSON_TABLE}
    answers = [
        client.get("/sparql", params={"query": SELECT}, headers=accept),
        client.post("/sparql", data={"query": SELECT}, headers=accept),
        client.post("/sparql", content=SELECT, headers={**accept, "Content-Type": f"{QUERY}; charset=utf-8"}),
    ]
    for answer in answers:
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == JSON_TABLE
        rows = answer.json()["results"]["bindings"]
        assert [row["name"]["value"] for row in rows] == ["Kenia", "Kenia"]


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", JSON_TABLE),
        ("*/*", JSON_TABLE),
        ("application/*", JSON_TABLE),
        ("application/json", JSON_TABLE),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/html, application/xml;q=0.9, */*;q=0.8", "application/sparql-results+xml"),
        ("text/csv;q=0.5, application/sparql-results+json;q=0.1", "text/csv; charset=utf-8"),
        ("application/x-binary-rdf-results-table, */*;q=0.1", JSON_TABLE),
    ],
)
@pytest.mark.parametrize("query", [SELECT, ASK])
def test_tables_in_the_format_that_is_wanted(client: TestClient, query: str, accept: str, given: str) -> None:
    answer = ask(client, query, accept)
    assert answer.headers["content-type"] == given
    assert answer.content


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", "text/turtle"),
        ("text/turtle", "text/turtle"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("application/trig;q=0.9, application/n-quads;q=0.2", "application/trig"),
        ("application/n-quads", "application/n-quads"),
    ],
)
def test_graphs_in_the_format_that_is_wanted(client: TestClient, accept: str, given: str) -> None:
    answer = ask(client, CONSTRUCT, accept)
    assert answer.headers["content-type"].partition(";")[0] == given
    form = RdfFormat.from_media_type(given)
    assert form is not None
    assert len([*parse(answer.content, form)]) == 3


def test_what_cannot_be_given_is_not_acceptable(client: TestClient) -> None:
    for query, accept in ((SELECT, "image/png"), (CONSTRUCT, "text/csv"), (SELECT, "text/csv;q=0")):
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
        assert answer.status_code == 406 and "there are" in answer.json()["detail"], answer.text


BAD: dict[str, tuple[Mapping[str, Any], int, str]] = {
    "no query": ({"data": {"other": "x"}}, 400, "give one query, not 0"),
    "two queries": ({"params": {"query": ASK}, "content": ASK, "headers": {"Content-Type": QUERY}}, 400, "not 2"),
    "malformed": ({"data": {"query": "SELECT * WHERE {"}}, 400, "cannot be understood: error at 1:"),
    "no UTF-8": ({"content": b"ASK { ?s ?p '\xff' }", "headers": {"Content-Type": QUERY}}, 400, "not UTF-8"),
    "another kind": ({"content": ASK, "headers": {"Content-Type": "text/plain"}}, 415, "a query comes as"),
    "no kind": ({"content": ASK.encode()}, 415, "a query comes as"),
    "update body": ({"content": "CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}}, 403, "refused"),
    "update field": ({"data": {"update": "CLEAR ALL"}}, 403, "updates are refused"),
    "update as query": ({"data": {"query": "INSERT DATA { <a:a> <a:b> <a:c> }"}}, 403, "updates are refused"),
    "another server": ({"data": {"query": "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}}, 400, "SERVICE"),
    "escaped": ({"data": {"query": "ASK { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}}, 400, "SERVICE"),
    "no graph": ({"data": {"query": ASK, "default-graph-uri": "no address"}}, 400, "cannot be answered"),
    "too long": ({"data": {"query": "#" * 1_100_000}}, 413, ""),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_said(client: TestClient, case: str) -> None:
    request, status, said = BAD[case]
    answer = client.post("/sparql", **request)
    assert answer.status_code == status, answer.text
    assert said in answer.json()["detail"]


def test_words_in_strings_names_and_comments_are_no_clauses(client: TestClient) -> None:
    query = """
        PREFIX service: <http://example.org/service#> # SERVICE <x>
        SELECT ?service WHERE { ?s ?p ?service
          FILTER(?service != "SERVICE" && ?s != service:service && ?s != <SERVICE>) }
        LIMIT 1"""
    assert len(ask(client, query).json()["results"]["bindings"]) == 1


def test_graphs_are_articles(client: TestClient) -> None:
    graphs = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s a <vocabulary#TroopReport> } } ORDER BY ?g"
    names = [row["g"]["value"] for row in ask(client, graphs).json()["results"]["bindings"]]
    assert len(names) == 2 and all(name.startswith(f"{BASE}article/") for name in names)

    def number(query: str, **parameters: str) -> int:
        return int(ask(client, query, **parameters).json()["results"]["bindings"][0]["n"]["value"])

    assert number(COUNT) == 2
    assert number(COUNT, **{"default-graph-uri": names[0]}) == 1
    assert number(COUNT, **{"named-graph-uri": names[0]}) == 0
    inside = PREFIX + "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s lb:subject ?e } }"
    assert number(inside, **{"named-graph-uri": names[0]}) == 1
    assert number(COUNT.replace("WHERE", f"FROM <{names[1]}> WHERE")) == 1
    # the protocol's graphs win over those of the query
    assert number(COUNT.replace("WHERE", f"FROM <{names[1]}> WHERE"), **{"default-graph-uri": "urn:none"}) == 0


@pytest.mark.parametrize("accept", ["", "text/turtle", "application/rdf+xml", "application/ld+json"])
def test_it_describes_itself(client: TestClient, accept: str) -> None:
    answer = client.get("/sparql", headers={"Accept": accept})
    form = RdfFormat.from_media_type(answer.headers["content-type"].partition(";")[0])
    assert answer.status_code == 200 and form is not None
    said = {(q.predicate.value.rpartition("#")[2], str(q.object)) for q in parse(answer.content, form)}
    assert ("endpoint", "<http://localhost:8000/sparql>") in said
    assert ("feature", "<http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph>") in said
    assert sum(name == "namedGraph" for name, _ in said) == 5  # two articles, things, edges, claims


def test_a_query_sees_what_was_just_stored(client: TestClient) -> None:
    assert len(ask(client, SELECT).json()["results"]["bindings"]) == 2
    text = "Kenia hat 900 Soldaten nach Haiti entsandt, teilte der Sprecher am Abend mit. Mehr ist nicht bekannt."
    posted = client.post("/articles?outlet=Abendblatt", content=text, headers={"Content-Type": "text/plain"})
    assert posted.status_code == 201, posted.text
    assert len(ask(client, SELECT).json()["results"]["bindings"]) == 3


def test_the_clients_of_others(desk: LocalDesk, tmp_path: Path) -> None:
    with served(desk, tmp_path / "data") as entry:
        address = f"{entry.address}/sparql"
        wrapper: Any = SPARQLWrapper(address)
        wrapper.setQuery(SELECT)
        wrapper.setReturnFormat(JSON)
        assert [row["name"]["value"] for row in wrapper.queryAndConvert()["results"]["bindings"]] == ["Kenia", "Kenia"]
        wrapper.setMethod(POST)
        wrapper.setReturnFormat(XML)
        assert wrapper.queryAndConvert().toxml().count("Kenia") == 2
        for method in ("GET", "POST", "POST_FORM"):
            graph = rdflib.Graph(SPARQLStore(address, method=method))
            assert [str(row[0]) for row in graph.query(SELECT)] == ["Kenia", "Kenia"]  # type: ignore[index]


def test_the_forms_of_yasgui(client: TestClient) -> None:
    headers = {"Accept": "application/sparql-results+json,*/*;q=0.9", "Origin": "http://localhost:8000"}
    form = client.post("/sparql", data={"query": SELECT}, headers=headers)
    assert form.status_code == 200 and len(form.json()["results"]["bindings"]) == 2
    graph = client.post("/sparql", data={"query": CONSTRUCT}, headers={**headers, "Accept": "text/turtle,*/*;q=0.9"})
    assert graph.status_code == 200 and "Kenia" in graph.text


def test_command_and_service_answer_alike(lagebild: Command, desk: LocalDesk, tmp_path: Path) -> None:
    for name, text in (("a.rq", SELECT), ("b.rq", CONSTRUCT), ("c.rq", "SELECT *"), ("d.rq", "CLEAR ALL")):
        (tmp_path / name).write_text(text, "utf-8")
    runs = [
        ("a.rq", "csv"),
        ("a.rq", "json"),
        ("b.rq", "ntriples"),
        ("c.rq", "csv"),
        ("d.rq", "csv"),
        ("a.rq", "turtle"),
    ]

    def answers() -> list[tuple[int, str, str]]:
        done = [lagebild("sparql", tmp_path / n, "--format", f, "--data", tmp_path / "data") for n, f in runs]
        return [(one.code, "".join(sorted(one.out)), one.err) for one in done]

    with served(desk, tmp_path / "data"):
        through = answers()
    desk.close()
    assert through == answers()
    assert [code for code, _, _ in through] == [0, 0, 0, 2, 2, 2]


def test_the_command_prints_the_answer(lagebild: Command, articles: Path, tmp_path: Path) -> None:
    lagebild("ingest", articles)
    (tmp_path / "a.rq").write_text(SELECT, "utf-8")
    assert lagebild("sparql", tmp_path / "a.rq").out.splitlines() == ["name", "Kenia", "Kenia"]
    asked = json.loads(lagebild("sparql", tmp_path / "a.rq", "--format", "json").out)
    assert len(asked["results"]["bindings"]) == 2
    assert lagebild("sparql", tmp_path / "none.rq").code == 2
    assert lagebild("sparql", "competing-figures").out.startswith("article,force,predicate,figure")


def test_the_copy_lies_in_the_data_directory(lagebild: Command, articles: Path, tmp_path: Path) -> None:
    lagebild("ingest", articles)
    (tmp_path / "a.rq").write_text(ASK, "utf-8")
    assert not Path("data/rdf").exists()
    assert lagebild("sparql", tmp_path / "a.rq", "--format", "json").code == 0
    assert Path("data/rdf").is_dir()
    with LocalDesk(EmbeddedStore(Path("data")), numbers_of_soldiers, ledger=Ledger(Path("data"))) as desk:
        list(desk.ingest(read([articles])))
        assert TestClient(create_app(desk), base_url="http://localhost").get("/health").status_code == 200
