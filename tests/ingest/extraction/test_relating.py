"""Relations of invented passages: all that a passage states, with modality, sources, items, place and time; no more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.statement import Statement, make_article
from ingest.extraction.extract import statements_of
from ingest.german.pipeline import german
from seeds.vocabulary import vocabulary

FILES = sorted((Path(__file__).parent / "relations").glob("*.yaml"))
PASSAGES: list[dict[str, Any]] = [p for file in FILES for p in yaml.safe_load(file.read_text("utf-8"))]
PUBLISHED = "2025-11-10"  # a Monday
DETAILS = ("no", "modality", "by", "items", "place", "time")
FUZZY = ("Proposal", "Agreement")


@dataclass(frozen=True)
class Expected:
    """One line of a passage."""

    predicate: str
    subject: str
    object: str
    detail: dict[str, Any]


def read(lines: list[dict[str, Any]]) -> list[Expected]:
    """The lines of `says` or `maybe`."""
    found: list[Expected] = []
    for line in lines:
        (predicate,) = set(line) - set(DETAILS)
        subject, object_ = line[predicate]
        assert predicate in vocabulary().predicates, predicate
        found.append(Expected(predicate, subject, object_, {key: line[key] for key in DETAILS if key in line}))
    return found


@cache
def statements(text: str) -> tuple[Statement, ...]:
    """The relations of a passage but for offices."""
    found = statements_of(make_article(text, published=PUBLISHED), german()(text))
    return tuple(s for s in found if s.kind == "relation" and s.predicate != "HOLDS_OFFICE")


def test_no_passage_was_lost() -> None:
    assert len(PASSAGES) == 533
    assert len({passage["text"] for passage in PASSAGES}) == 533


def same(name: str, wanted: str, type_: str) -> bool:
    """Equal; proposals, agreements and what has no row of its own only have to contain the words."""
    words = wanted.casefold().split()
    return name == wanted or (all(word in name.casefold() for word in words) and (type_ in FUZZY or len(wanted) > 5))


def fits(statement: Statement, wanted: Expected) -> bool:
    """Predicate, subject, object and polarity."""
    assert statement.object is not None
    pair = ((statement.subject, wanted.subject), (statement.object, wanted.object))
    return (
        statement.predicate == wanted.predicate
        and all(same(entity.name, name, entity.type) for entity, name in pair)
        and (statement.polarity == "negated") == bool(wanted.detail.get("no"))
    )


def shown(statement: Statement) -> dict[str, Any]:
    """What a line can say of a statement, in its words."""
    time = statement.time
    return {
        "modality": statement.modality,
        "by": [
            f"{s.entity.name} {s.stance}" + (" (outlet)" if s.role == "outlet" else "")
            for s in sorted(statement.sources, key=lambda s: s.step)
        ],
        "items": [item.name for item in statement.items],
        "place": statement.place.name if statement.place else None,
        "time": (time.start or time.end) if time else None,
    }


def differences(statement: Statement, wanted: Expected) -> Iterator[str]:
    """Details that are not as the line says."""
    has = shown(statement)
    details = {"modality": "asserted", **wanted.detail}
    if details["modality"] == "asserted":
        details.setdefault("by", [])
    for key, value in details.items():
        if key == "no":
            continue
        got = has[key]
        if key in ("items", "by"):
            wrong = len(got) != len(value) or any(not same(a, b, "Proposal") for a, b in zip(got, value, strict=True))
        else:
            wrong = str(got) != str(value)
        if wrong:
            yield f"{key}: {got} for {value}"


def problems(passage: dict[str, Any]) -> list[str]:
    """What is missing, what is too much, what differs."""
    says, maybe = read(passage["says"]), read(passage.get("maybe", []))
    left = list(statements(passage["text"]))
    lines: list[str] = []
    for wanted in says:
        hits = [s for s in left if fits(s, wanted)]
        if not hits:
            lines.append(f"missing: {wanted}")
            continue
        best = min(hits, key=lambda s: len(list(differences(s, wanted))))
        lines += [f"{wanted.predicate} {wanted.subject}: {line}" for line in differences(best, wanted)]
        left.remove(best)
    for statement in left:
        if any(fits(statement, wanted) for wanted in (*maybe, *says)):
            continue
        assert statement.object is not None
        lines.append(
            f"too much: {statement.subject.name} {statement.predicate} {statement.object.name} {shown(statement)}"
        )
    return lines


@pytest.mark.parametrize("passage", PASSAGES, ids=[re.sub(r"\W+", "-", p["text"][:50]) for p in PASSAGES])
def test_passage(passage: dict[str, Any]) -> None:
    assert problems(passage) == []


@pytest.mark.parametrize("passage", PASSAGES, ids=[re.sub(r"\W+", "-", p["text"][:50]) for p in PASSAGES])
def test_evidence_is_an_exact_slice_and_proposals_are_its_words(passage: dict[str, Any]) -> None:
    text = make_article(passage["text"], published=PUBLISHED).text
    for s in statements(passage["text"]):
        assert text[s.evidence.start : s.evidence.end] == s.evidence.text
        for entity in (s.subject, s.object):
            if entity is not None and entity.type == "Proposal":
                words = re.findall(r"\w+", entity.name)
                assert 0 < len(entity.name.split()) <= 8
                assert all(word[: max(3, len(word) - 3)].casefold() in s.evidence.text.casefold() for word in words)
