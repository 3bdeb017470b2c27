"""`lagebild import`: what was exported comes back, with and without a service, and takes nothing away."""

import json
from pathlib import Path

import pytest

from api.local import LocalDesk
from graph.assessment.ledger import Ledger
from graph.embedded import EmbeddedStore
from tests.api.command import Command
from tests.api.making import numbers_of_soldiers
from tests.api.serving import served


def ids(lagebild: Command, data: Path) -> list[str]:
    listed = json.loads(lagebild("statements", "--json", "--superseded", "--data", data).out)
    return sorted(item["statement"]["id"] for item in listed["items"])


@pytest.mark.parametrize(
    ("face", "format_", "ending"),
    [("plain", "rdfxml", "rdf"), ("rdf12", "trig", "trig"), ("nanopub", "jsonld", "jsonld")],
)
def test_an_export_comes_back(
    lagebild: Command, articles: Path, tmp_path: Path, face: str, format_: str, ending: str
) -> None:
    lagebild("ingest", articles)
    file = tmp_path / f"graph.{ending}"
    assert lagebild("export", "--face", face, "--format", format_, "--with-text", "--output", file).code == 0
    first = lagebild("import", file, "--data", tmp_path / "other")
    assert first.code == 0 and first.out == "2 articles, 2 new statements\n", first
    again = json.loads(lagebild("import", file, "--data", tmp_path / "other", "--json").out)
    assert (again["already_known"], again["new_statements"]) == (2, 0)
    assert ids(lagebild, tmp_path / "other") == ids(lagebild, Path("data")) != []


def test_through_the_service_that_holds_the_store(lagebild: Command, articles: Path, tmp_path: Path) -> None:
    lagebild("ingest", articles)
    file = tmp_path / "graph.nt"
    lagebild("export", "--format", "ntriples", "--with-text", "--output", file)
    with (
        LocalDesk(EmbeddedStore(tmp_path / "other"), numbers_of_soldiers, ledger=Ledger(tmp_path / "other")) as desk,
        served(desk, tmp_path / "other"),
    ):
        assert lagebild("import", file, "--data", tmp_path / "other").out == "2 articles, 2 new statements\n"
    assert ids(lagebild, tmp_path / "other") == ids(lagebild, Path("data"))


def test_a_part_takes_nothing_away(lagebild: Command, articles: Path, tmp_path: Path) -> None:
    lagebild("ingest", articles)
    before = ids(lagebild, Path("data"))
    file = tmp_path / "part.ttl"
    lagebild("export", "--since", "2024-06-26", "--output", file)
    done = lagebild("import", file)
    assert done.code == 0 and done.out == "1 articles, 0 new statements, 1 known already\n"
    assert ids(lagebild, Path("data")) == before


def test_without_the_texts_the_articles_must_be_known(lagebild: Command, articles: Path, tmp_path: Path) -> None:
    lagebild("ingest", articles)
    file = tmp_path / "graph.ttl"
    lagebild("export", "--output", file)
    refused = lagebild("import", file, "--data", tmp_path / "other")
    assert refused.code == 2 and refused.err.count("export it with --with-text") == 2


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.ttl", "<a> <b>", "a.ttl"),
        ("a.ttl", "<http://e/a> <http://e/b> <http://e/c> .", "no articles of Lagebild"),
        ("a.csv", "a,b", "which RDF is it"),
        ("a", "<a> <b>", "which RDF is it"),
        ("a.ttl", None, "a.ttl: No such file"),
        ("a.csv", None, "a.csv: No such file"),
        ("a", None, "a: No such file"),
    ],
)
def test_what_is_no_export_is_refused(
    lagebild: Command, tmp_path: Path, name: str, text: str | None, said: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, "utf-8")
    refused = lagebild("import", tmp_path / name)
    assert refused.code == 2 and said in refused.err


def test_a_changed_export_is_refused_with_the_article(lagebild: Command, articles: Path, tmp_path: Path) -> None:
    lagebild("ingest", articles)
    file = tmp_path / "graph.nt"
    lagebild("export", "--format", "ntriples", "--with-text", "--output", file)
    file.write_text(file.read_text("utf-8").replace("polarity-affirmed", "polarity-negated"), "utf-8")
    refused = lagebild("import", file, "--data", tmp_path / "other")
    assert refused.code == 2 and "/article/" in refused.err and "not the hash of the content" in refused.err
