"""`lagebild export` and /export: the same graph, whoever holds the store; what cannot be had is refused."""

from pathlib import Path

import pytest
from httpx2 import Response
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from api.app import create_app
from api.local import LocalDesk
from graph.assessment.ledger import Ledger
from graph.embedded import EmbeddedStore
from graph.formats.form import BESIDE_RDF, media_type
from graph.rdf.faces import CARRIES, FORMATS
from tests.api.command import Command
from tests.api.serving import served

BESIDE = [(face, format_) for face, formats in BESIDE_RDF.items() for format_ in formats]
PAIRS = [(face, format_) for face, formats in CARRIES.items() for format_ in formats]


def read(raw: bytes, format_: str) -> list[str]:
    return sorted(map(str, parse(raw, FORMATS[format_])))


def both(lagebild: Command, articles: Path, face: str, format_: str) -> tuple[str, Response]:
    """What the command prints and the service answers of the same graph."""
    assert lagebild("ingest", articles).code == 0
    printed = lagebild("export", "--face", face, "--format", format_)
    assert printed.code == 0, printed
    with LocalDesk(EmbeddedStore(Path("data")), ledger=Ledger(Path("data"))) as desk:
        client = TestClient(create_app(desk), base_url="http://localhost")
        answer = client.get("/export", params={"face": face, "format": format_})
    assert answer.status_code == 200, answer.text
    return printed.out, answer


@pytest.mark.parametrize(("face", "format_"), PAIRS)
def test_command_and_service_write_the_same(lagebild: Command, articles: Path, face: str, format_: str) -> None:
    printed, answer = both(lagebild, articles, face, format_)
    assert answer.headers["content-type"].startswith(FORMATS[format_].media_type)
    assert read(answer.content, format_) == read(printed.encode(), format_) != []


@pytest.mark.parametrize(("face", "format_"), BESIDE)
def test_other_programs_get_the_same_from_both(lagebild: Command, articles: Path, face: str, format_: str) -> None:
    printed, answer = both(lagebild, articles, face, format_)
    assert answer.headers["content-type"] == media_type(format_)
    assert f'filename="lagebild-{face}.' in answer.headers["content-disposition"]
    assert answer.text == printed and "Kenia" in printed and "sample" in printed


def test_through_the_service_that_holds_the_store(lagebild: Command, desk: LocalDesk, tmp_path: Path) -> None:
    with served(desk, tmp_path / "data"):
        through = lagebild("export", "--data", tmp_path / "data", "--with-text")
        refused = lagebild("export", "--data", tmp_path / "data", "--entity", "Niemand")
    assert refused.code == 2 and "Niemand" in refused.err and refused.out == ""
    desk.close()
    alone = lagebild("export", "--data", tmp_path / "data", "--with-text")
    assert through.code == alone.code == 0
    assert read(through.out.encode(), "turtle") == read(alone.out.encode(), "turtle")
    assert "Kenia schickt Soldaten" in through.out


def test_texts_only_where_they_are_wanted(lagebild: Command, articles: Path) -> None:
    lagebild("ingest", articles)
    assert "Mehr ist nicht bekannt" not in lagebild("export").out
    assert "Mehr ist nicht bekannt" in lagebild("export", "--with-text").out


def test_what_does_not_go_together_is_refused_with_the_list(lagebild: Command, client: TestClient) -> None:
    refused = lagebild("export", "--face", "nanopub", "--format", "rdfxml")
    assert refused.code == 2 and "nanopub as trig, nquads, jsonld" in refused.err
    answer = client.get("/export", params={"face": "nanopub", "format": "rdfxml"})
    assert answer.status_code == 422 and answer.json()["detail"] in refused.err
    assert client.get("/export", params={"sinc": "2024"}).status_code == 422
    refused = lagebild("export", "--format", "gexf", "--face", "plain")
    assert refused.code == 2 and "network as graphml, gexf; claims as graphml, gexf; bundle as stix" in refused.err
    refused = lagebild("export", "--format", "gexf", "--with-text")
    assert refused.code == 2 and "no place for the texts" in refused.err


def test_a_filter_and_a_file(lagebild: Command, articles: Path, tmp_path: Path) -> None:
    lagebild("ingest", articles)
    file = tmp_path / "out.nt"
    assert lagebild("export", "--format", "ntriples", "--since", "2024-06-26", "--output", file).out == ""
    said = [str(triple) for triple in parse(file.read_bytes(), RdfFormat.N_TRIPLES) if "#subject>" in str(triple)]
    assert len(said) == 1
    lost = lagebild("export", "--output", tmp_path / "nowhere" / "out.ttl")
    assert lost.code == 2 and "--output" in lost.err


def test_another_base_address(lagebild: Command, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lagebild("ingest", articles)
    monkeypatch.setenv("LAGEBILD_BASE", "https://graph.example.org/")
    assert "<https://graph.example.org/vocabulary#" in lagebild("export").out
    assert "<https://graph.example.org/vocabulary#" in lagebild("vocabulary").out
    monkeypatch.setenv("LAGEBILD_BASE", "nowhere")
    assert lagebild("export").code == 2


@pytest.mark.parametrize("format_", ["turtle", "markdown", "context", "shacl"])
def test_the_vocabulary_is_printed(lagebild: Command, format_: str) -> None:
    printed = lagebild("vocabulary", "--format", format_)
    assert printed.code == 0 and "vocabulary#" in printed.out
