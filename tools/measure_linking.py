#!/usr/bin/env python3
"""How many entities of annotated articles the linking finds, and how many with the right reference id.

    python tools/measure_linking.py GOLD.jsonl DIRECTORY [--list]

GOLD.jsonl: statements with `article`, and entities with `names`, `type` and, where the tables have a row, `id`.
DIRECTORY: `<article>.json` with `text` and `published`. An entity is found when a mention of the article is linked to
its id (without an id: bears one of its names); it is right when, besides, no mention that reads like one of its names
is linked to something that the article's gold does not know. `--list` names what is missing or wrong.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NotRequired, TypedDict, cast

from spacy.tokens import Doc

from ingest.german.pipeline import german
from ingest.linking.mentions import Mention, find_mentions

SKIPPED = frozenset({"Proposal", "Weapon"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """One gold entity in one article."""

    article: str
    id: str
    names: tuple[str, ...]
    type: str
    found: bool
    elsewhere: tuple[str, ...]


class GoldEntity(TypedDict):
    """An entity of the gold: its names, the canonical one first, its type and, where the tables have a row, its id."""

    names: list[str]
    type: str
    id: NotRequired[str]


def gold_entities(lines: Iterable[str]) -> dict[str, dict[tuple[str, str], GoldEntity]]:
    """The entities of each article, required statements only, each once."""
    found: dict[str, dict[tuple[str, str], GoldEntity]] = defaultdict(dict)
    for line in lines:
        statement = cast("dict[str, Any]", json.loads(line))
        if statement.get("optional"):
            continue
        for entity in _entities(statement):
            if entity["type"] not in SKIPPED:
                found[str(statement["article"])][entity["names"][0], entity["type"]] = entity
    return found


def _entities(statement: Mapping[str, Any]) -> Iterator[GoldEntity]:
    sources = cast("list[dict[str, GoldEntity]]", statement["sources"])
    for entity in (statement["subject"], statement["object"], statement["place"], *(s["entity"] for s in sources)):
        if entity:
            yield cast("GoldEntity", entity)


def norm(name: str) -> str:
    """A name without case, quotes and inflection of its last word."""
    return " ".join(name.casefold().replace("’", "'").strip("„“”\"'").split()).removesuffix("'")


def judge(article: str, doc: Doc, mentions: Iterable[Mention], gold: Iterable[GoldEntity]) -> Iterator[Verdict]:
    """A verdict for each gold entity of one article."""
    mentions = list(mentions)
    gold = list(gold)
    known = {entity.get("id") for entity in gold}
    for entity in gold:
        names = tuple(entity["names"])
        keys = {form for name in names for form in (norm(name), norm(name) + "s")}
        same = [m for m in mentions if norm(doc[m.start : m.end].text) in keys or norm(m.entity.name) in keys]
        id_ = entity.get("id", "")
        if id_:
            found = any(m.entity.id == id_ for m in mentions)
            rivals = [m for m in same if not _town_of_government(entity["type"], m)]
            others = {m.entity.id for m in rivals if m.entity.id != id_ and m.entity.id not in known}
        else:
            found, others = bool(same), set[str]()
        yield Verdict(article, id_, names, entity["type"], found, tuple(sorted(others)))


def _town_of_government(gold_type: str, mention: Mention) -> bool:
    """A capital is both: "Kiew lehnt ab" (the Country), "in Kiew" (the Place)."""
    return gold_type == "Country" and mention.entity.type == "Place"


def report(verdicts: list[Verdict], *, listed: bool) -> None:
    """Prints shares found and right, over all and by type."""
    if listed:
        for v in verdicts:
            if not v.found or v.elsewhere:
                print(v.article, v.type, v.id or "-", v.names[:3], "MISSING" if not v.found else "", *v.elsewhere)
    for type_ in ("", *sorted({v.type for v in verdicts})):
        some = [v for v in verdicts if type_ in ("", v.type)]
        with_id = [v for v in some if v.id]
        right = [v for v in with_id if v.found and not v.elsewhere]
        found = sum(v.found for v in some)
        print(f"{type_ or 'all':14} found {found}/{len(some)} = {found / len(some):.3f}", end="  ")
        print(f"reference id right {len(right)}/{len(with_id)} = {len(right) / max(1, len(with_id)):.3f}")


def main() -> None:
    """Reads the arguments, links the articles and prints the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    nlp = german()
    verdicts: list[Verdict] = []
    for article, entities in sorted(gold_entities(options.gold.read_text("utf-8").splitlines()).items()):
        source = json.loads((options.directory / f"{article}.json").read_text("utf-8"))
        doc = nlp(source["text"])
        mentions = find_mentions(doc, date.fromisoformat(source["published"]))
        verdicts += judge(article, doc, mentions, entities.values())
    report(verdicts, listed=options.list)


if __name__ == "__main__":
    main()
