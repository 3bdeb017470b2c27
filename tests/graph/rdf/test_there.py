"""The copy on a SPARQL server follows the graph as the one in this process does, on three real servers."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.rdf.mirror import Mirror
from graph.rdf.server.place import Place
from graph.rdf.server.there import There
from graph.rdf.terms import BASE
from graph.server.home import free_port
from graph.statement import make_article
from graph.store import Store
from seeds.errors import StoreForeign, StoreUnavailable
from tests.graph.making import RUN, article, sent, source
from tests.graph.origins.happening import ALL, Happened, Step
from tests.graph.rdf.copies import fresh, quads, sent_to
from tests.graph.rdf.exported import a_store
from tests.integration.sparql_servers import KINDS, emptied, oxigraph, started

ODD = 'C:\\users\\\\u0041 "Kiew" \t\\ \x07 Straße \\U0001F600 😀\\'


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, sparql_servers: Callable[[str], Place]) -> Place:
    """A server with nothing in it."""
    return emptied(sparql_servers(request.param))


def with_article(store: Store, number: int = 1) -> None:
    of = article(number)
    store.put(of, [sent(of)], RUN, origin="real")


@pytest.mark.parametrize("steps", [ALL[0], ALL[4], ALL[6]], ids=["forget", "merge", "undo"])
def test_it_follows_whatever_happens(place: Place, steps: list[Step]) -> None:
    with a_store() as store, sent_to(store, place) as mirror:
        happened = Happened(store)
        for step in steps:
            happened.step(*step)
            assert quads(mirror) == fresh(store)


def default_graph(place: Place) -> set[Quad]:
    with There(BASE, place) as holder:
        found = holder.rows("SELECT ?s ?p ?o WHERE { ?s ?p ?o }")
        return {Quad(row["s"], row["p"], row["o"]) for row in found if not str(row["p"]).startswith(f"<{BASE}copy#")}


def test_all_graphs_together_are_the_default_graph(place: Place) -> None:
    with a_store() as store, sent_to(store, place) as mirror:
        happened = Happened(store)
        for step in ALL[0]:
            happened.step(*step)
            wanted = {Quad(q.subject, q.predicate, q.object) for q in quads(mirror)}
            assert default_graph(place) == wanted


def test_odd_characters_come_through(place: Place) -> None:
    of = make_article("Ar hat 900 Soldaten nach Bor entsandt.", outlet="Blatt", input_id="a", title=ODD, language="de")
    with a_store() as store, sent_to(store, place) as mirror:
        store.put(of, [], RUN, origin="real")
        assert quads(mirror) == fresh(store)
        assert Literal(ODD) in {quad.object for quad in quads(mirror)}


@pytest.mark.parametrize("broken", ["_exchange", "_put_edges", "_forget_things"])
def test_what_broke_off_is_repaired(place: Place, broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    first = article(1)
    with a_store() as store:
        with sent_to(store, place) as mirror:
            store.put(first, [sent(first)], RUN, origin="real")
            mirror.in_step()
            store.put(first, [sent(first, source("denies"))], RUN, origin="real")
            with_article(store, 2)
            with monkeypatch.context() as patched:
                patched.setattr(Mirror, broken, crash)
                with pytest.raises(KeyboardInterrupt):
                    mirror.in_step()
        with sent_to(store, place) as again:
            assert quads(again) == fresh(store)


def test_a_first_copy_that_broke_off_is_repaired(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with a_store() as store:
        with_article(store)
        with sent_to(store, place) as mirror, monkeypatch.context() as patched:
            patched.setattr(There, "replace", crash)
            with pytest.raises(KeyboardInterrupt):
                mirror.in_step()
        store.forget(article(1).id)
        with_article(store, 2)
        with sent_to(store, place) as again:
            assert quads(again) == fresh(store)


def test_a_copy_that_is_in_step_is_not_made_again(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_store() as store:
        with_article(store)
        with sent_to(store, place) as mirror:
            before = quads(mirror)
        monkeypatch.setattr(Mirror, "_take_over", None)
        with sent_to(store, place) as mirror:
            assert quads(mirror) == before != set()


def test_two_programs_on_one_server(place: Place) -> None:
    with a_store() as store, sent_to(store, place) as one, sent_to(store, place) as other:
        for number, mirror in enumerate((one, other, one, one, other)):
            with_article(store, number)
            assert quads(mirror) == fresh(store)


def test_a_server_that_was_emptied_is_filled_again(place: Place) -> None:
    with a_store() as store, sent_to(store, place) as mirror:
        with_article(store)
        before = quads(mirror)
        emptied(place)
        assert quads(mirror) == before != set()


def test_what_is_not_ours_is_never_touched(place: Place) -> None:
    foreign = Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal("c"), NamedNode("urn:g"))
    with There(BASE, place) as holder:
        holder.replace(NamedNode("urn:g"), [foreign])
        with a_store() as store, sent_to(store, place) as mirror:
            with_article(store)
            with pytest.raises(StoreForeign, match="empty data set"):
                mirror.in_step()
        assert {*holder.held([*holder.graphs()])} == {foreign}


def test_other_rules_make_it_anew(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_store() as store:
        with_article(store, 1)
        with sent_to(store, place) as mirror:
            mirror.in_step()
        store.forget(article(1).id)
        with_article(store, 2)
        monkeypatch.setattr("graph.rdf.mirror_state.FORM", 99)
        with sent_to(store, place) as mirror:
            assert quads(mirror) == fresh(store)


@pytest.mark.sparql
def test_a_server_that_dies_and_comes_back_otherwise(tmp_path: Path) -> None:
    """Killed, it is said; it comes back with another default graph, and the copy is right."""
    port, data = free_port(0), str(tmp_path / "data")
    with a_store() as store:
        with started(oxigraph(port, "--location", data), tmp_path) as running:
            place = oxigraph(port).place
            with sent_to(store, place) as mirror:
                with_article(store)
                mirror.in_step()
                os.killpg(running.pid, signal.SIGKILL)
        with sent_to(store, place) as mirror:
            with_article(store, 2)
            with pytest.raises(StoreUnavailable, match=f"{port}/query does not answer"):
                mirror.in_step()
            with started(oxigraph(port, "--location", data, "--union-default-graph"), tmp_path):
                assert quads(mirror) == fresh(store)
                assert default_graph(place) == {Quad(q.subject, q.predicate, q.object) for q in quads(mirror)}
