"""Constructions of German news, one a sentence: which words are linked to what, and who holds which office."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.tokens import Doc

from graph.statement import Entity
from ingest.german.pipeline import german
from ingest.linking.mentions import Mention, find_mentions, unknown_entity
from ingest.linking.offices import find_offices
from seeds.reference import reference

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))
DAY = date(2025, 6, 10)


def expected(text: str) -> tuple[str, str]:
    """Id and form (or "") of an entry of the cases: a row's id or "~Type: Name", a bar, the form."""
    target, _, form = text.partition("|")
    if target.startswith("~"):
        type_, name = target[1:].split(": ", 1)
        return unknown_entity(name, type_).id, form
    assert target in reference().entities, target
    return target, form


def links(doc: Doc, mentions: list[Mention], words: str) -> set[tuple[str, str]]:
    return {(m.entity.id, m.form) for m in mentions if doc[m.start : m.end].text == words}


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    doc = german()(case["text"])
    mentions = find_mentions(doc, DAY)
    for words, target in case.get("mentions", {}).items():
        found = links(doc, mentions, words)
        if not target:
            continue
        id_, form = expected(target)
        assert id_ in {found_id for found_id, _ in found}, (words, found)
        assert not form or (id_, form) in found, (words, found)
    for words in case.get("none", ()):
        last = words.split()[-1]
        index = case["text"].index(words) + len(words) - len(last)
        assert all(not doc[m.start].idx <= index < doc[m.end - 1].idx + len(doc[m.end - 1]) for m in mentions), words
    if "offices" in case:
        held = [(o.person.entity.id, o.title, o.of.id) for o in find_offices(doc, mentions, DAY)]
        assert held == [(expected(who)[0], role, expected(of)[0]) for who, role, of in case["offices"]]


def test_mentions_are_in_order_with_their_head_inside() -> None:
    doc = german()(" ".join(case["text"] for case in CASES))
    mentions = find_mentions(doc, DAY)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    assert all(m.start <= m.head < m.end and 0 < m.certainty <= 1 for m in mentions)
    assert all(isinstance(m.entity, Entity) for m in mentions)


def test_a_government_is_the_same_country_by_every_name() -> None:
    text = "Russland, Moskau, der Kreml und die russische Regierung widersprachen."
    mentions = find_mentions(german()(text), None)
    assert {m.entity.id for m in mentions} == {"russland"}


def test_a_surname_means_the_person_named_in_full_before() -> None:
    text = "Der Oberst Bernd Kaspar sprach zuerst. Kaspar lobte die Truppe, Kaspars Stab schwieg."
    mentions = find_mentions(german()(text), None)
    assert {m.entity.id for m in mentions if m.entity.type == "Person"} == {unknown_entity("Bernd Kaspar", "Person").id}


def test_a_bare_kim_is_the_other_kim_only_right_after_that_one() -> None:
    text = "Verteidigungsminister Kim Yong-hyun reiste ab. Kim traf Soldaten."
    mentions = find_mentions(german()(text), None)
    assert {m.entity.id for m in mentions if m.entity.type == "Person"} == {"kim-yong-hyun"}
    text = "Kim lobte seine Soldaten in Nordkorea."
    assert "kim-jong-un" in {m.entity.id for m in find_mentions(german()(text), None)}


def test_whose_body_stays_open_is_said() -> None:
    doc = german()("Der ukrainische Geheimdienst schwieg.")
    mention = next(m for m in find_mentions(doc, None) if m.entity.type == "Organization")
    assert set(mention.candidates) == {"sbu-ua", "szru-ua"}


def test_no_text_has_no_mentions() -> None:
    assert find_mentions(Doc(german().vocab), None) == []
    assert find_mentions(german()("Es regnet seit gestern."), DAY) == []
