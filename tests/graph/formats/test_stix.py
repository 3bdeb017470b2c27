"""Bundles for threat-intelligence platforms: what the `stix2` package reads of them is what the graph has."""

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.assessment.judging import judge
from graph.assessment.ledger import Ledger
from graph.decisions.draft import Draft, decided
from graph.filter import StatementFilter
from graph.formats.stix.maker import Maker
from graph.formats.stix.objects import entity_object
from graph.marker import now
from graph.rdf.terms import Names
from graph.shown import EntityHead
from graph.store import Store
from tests.graph import whole
from tests.graph.formats.exporting import exported, objects, ours
from tests.graph.rdf.exported import Given, a_store, put
from tests.graph.strategies import readings
from tests.queries.known import put_known


@pytest.fixture(scope="module")
def store() -> Generator[Store]:
    with a_store() as store:
        put_known(store)
        yield store


def dangling(found: list[Any]) -> set[str]:
    """What is referred to, but not there."""
    there = {each["id"] for each in found}
    named = {id_ for each in found for id_ in each.get("object_refs", [])}
    named |= {each[end] for each in found for end in ("source_ref", "target_ref", "created_by_ref") if end in each}
    return named - there


def test_everything_that_is_referred_to_is_there_once(store: Store) -> None:
    found = objects(exported(store, "bundle", "stix"))
    ids = [each["id"] for each in found]
    assert len(ids) == len(set(ids)) > 50
    assert dangling(found) == set()


def test_the_same_graph_gives_the_same_bundle(store: Store) -> None:
    assert exported(store, "bundle", "stix") == exported(store, "bundle", "stix")
    part = exported(store, "bundle", "stix", StatementFilter(entity="test-arland"))
    assert json.loads(part)["id"] != json.loads(exported(store, "bundle", "stix"))["id"]


def test_every_current_statement_is_a_note_with_its_words(store: Store) -> None:
    notes = {ours(note)["statement_id"]: note for note in objects(exported(store, "bundle", "stix"), "note")}
    said = {one.id: one for one in whole.statements(store)}
    old = {one.id for one in said.values() if "rund 500" in one.evidence.text}
    assert notes.keys() == said.keys() - old and len(old) == 1
    for id_, note in notes.items():
        one, own = said[id_], ours(note)
        assert note["content"] == one.evidence.text
        assert (own["predicate"], own["subject_id"], own["modality"]) == (one.predicate, one.subject.id, one.modality)
        assert own.get("object_id") == (one.object.id if one.object else None)
        assert own.get("count_max") == (one.count.max if one.count else None)


def test_sources_have_opinions(store: Store) -> None:
    found = objects(exported(store, "bundle", "stix"), "opinion")
    said = {(ours(each)["source_id"], ours(each)["stance"]): each["opinion"] for each in found}
    wanted = {(source.entity.id, source.stance) for one in whole.statements(store) for source in one.sources}
    assert said.keys() == wanted
    assert said["test-arland", "denies"] == "strongly-disagree" and said["test-dora", "confirms"] == "strongly-agree"
    assert said["test-emil", "doubts"] == "disagree"
    arland = next(each for each in found if ours(each)["stance"] == "denies")
    assert arland["explanation"] == "Arland bestreitet: Arland – entsandte – Borland" and arland["authors"] == [
        "Arland"
    ]


def test_plain_edges_between_actors_are_relationships(store: Store) -> None:
    found = objects(exported(store, "bundle", "stix"))
    names = {each["id"]: each["name"] for each in found if each["type"] == "identity"}
    edges = {
        (names[each["source_ref"]], each["relationship_type"], names[each["target_ref"]]): each
        for each in found
        if each["type"] == "relationship"
    }
    sent = edges["Arland", "sent-troops-to", "Borland"]
    assert (ours(sent)["articles"], ours(sent)["origins"], ours(sent)["denied"]) == (2, 1, 1)
    assert "labels" not in sent and edges["7. Brigade", "part-of", "Arland"]["labels"] == ["sample"]
    about = [note for note in found if note["type"] == "note" and sent["id"] in note["object_refs"]]
    assert {ours(note)["predicate"] for note in about} == {"SENT"} and len(about) == 2


def test_samples_and_inventions_are_labelled_on_everything_that_comes_of_them(store: Store) -> None:
    found = objects(exported(store, "bundle", "stix"))
    reports = {ours(each)["outlet"]: each for each in found if each["type"] == "report" and "labels" in each}
    assert [*reports] == ["Tagblatt"] and reports["Tagblatt"]["labels"] == ["sample", "invented"]
    notes = [each for each in found if each["type"] in ("note", "opinion") and "labels" in each]
    assert len(notes) == 7 and all(ours(each)["invented"] for each in notes)
    marked = {each["name"] for each in found if each["type"] == "identity" and "labels" in each}
    assert marked == {"Celand", "7. Brigade"}


def test_confidence_comes_from_credibility(store: Store, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    of = next(one for one in whole.statements(store) if one.predicate == "VISITED")
    judge(store, ledger, of.id, "2", who="Ada", why="wahrscheinlich")
    judge(store, ledger, "bnd-de", "B", who="Ada", why="meist richtig")
    found = objects(exported(store, "bundle", "stix", ledger=ledger))
    sure = {each["type"]: each["confidence"] for each in found if "confidence" in each}
    assert sure == {"note": 70, "relationship": 70}
    graded = {ours(each).get("source_reliability") for each in found if each["type"] == "opinion"}
    assert graded == {None, "B"}


def test_reports_have_the_texts_only_where_they_are_wanted(store: Store) -> None:
    assert not any("description" in each for each in objects(exported(store, "bundle", "stix"), "report"))
    texts = {each["description"] for each in objects(exported(store, "bundle", "stix", with_text=True), "report")}
    assert texts < {article.text for article in whole.articles(store)} and len(texts) == 5


def test_merged_entities_are_one_identity() -> None:
    with a_store() as other:
        put_known(other)
        draft = Draft(kind="merge", who="Ada", why="eins", entity="test-deland", other="test-arland")
        other.decide(decided(other, draft, now()))
        found = objects(exported(other, "bundle", "stix"))
    assert dangling(found) == set()
    assert "Deland" not in {each["name"] for each in found if each["type"] == "identity"}


def test_places_are_locations_where_they_can_be_found() -> None:
    kursk = EntityHead(
        id="oblast-kursk",
        name="Gebiet Kursk",
        type="Place",
        wikidata="Q3178",
        aliases=(),
        country="RU",
        kind="oblast",
        known=True,
    )
    maker = Maker(Names(), now())
    made = entity_object(maker, kursk, [])
    assert made is not None and (made["type"], made["country"]) == ("location", "RU")
    assert isinstance(made["latitude"], float)
    assert entity_object(maker, kursk.model_copy(update={"id": "nowhere", "country": None}), []) is None


def test_whatever_the_graph_has_can_be_read() -> None:
    @settings(max_examples=15)
    @given(st.lists(readings(), min_size=1, max_size=3, unique_by=lambda one: one[0].document))
    def check(given_: Given) -> None:
        with a_store() as store:
            put(store, given_)
            found = objects(exported(store, "bundle", "stix"))
            assert dangling(found) == set()
            said = {one.id for one in whole.statements(store)}
            assert {ours(each)["statement_id"] for each in found if each["type"] == "note"} == said

    check()
