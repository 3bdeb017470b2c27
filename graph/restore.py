"""The contract's values from what the store gives back of a statement or an article; nothing is lost."""

from collections.abc import Mapping, Sequence
from functools import cache

from pydantic import JsonValue

from graph.cypher import stance_edge
from graph.statement import Article, Count, Entity, Evidence, Run, Source, Statement, Time, Whole
from seeds.vocabulary import vocabulary

OWN = ("id", "article", "kind", "predicate", "polarity", "modality", "confidence")
Record = Mapping[str, JsonValue]


@cache
def stance_of(edge: str) -> str:
    """The stance that a relationship between a source and a statement stands for."""
    return next(name for name in vocabulary().values("stance") if stance_edge(name) == edge)


def restore_statement(own: Record, named: Sequence[Record], sources: Sequence[Record]) -> Statement:
    """A statement from its properties, its SUBJECT, OBJECT, PLACE and ITEM ends, and its sources, both in order."""
    ends: dict[str, list[Entity]] = {}
    for end in named:
        ends.setdefault(str(end["edge"]), []).append(_entity(end, end["role"]))
    fields: dict[str, object] = {name: own[name] for name in OWN}
    fields |= {name: next(iter(ends.get(name.upper(), ())), None) for name in ("subject", "object", "place")}
    fields |= {"items": tuple(ends.get("ITEM", ())), "sources": tuple(_source(source) for source in sources)}
    fields |= {"count": _count(own), "time": _time(own)}
    fields["evidence"] = Evidence.model_validate(_part(own, "evidence", ("start", "end", "text")))
    return Statement.model_validate(fields)


def restore_article(own: Record) -> Article:
    """An article from its properties."""
    return Article.model_validate({name: own[name] for name in Article.model_fields})


def restore_run(own: Record) -> Run:
    """A run from its properties."""
    return Run.model_validate({name: own[name] for name in Run.model_fields})


def _entity(own: Record, role: JsonValue) -> Entity:
    return Entity.model_validate({name: own[name] for name in ("id", "name", "type", "wikidata")} | {"role": role})


def _source(own: Record) -> Source:
    entity = _entity(own, own["office"])
    stance = stance_of(str(own["edge"]))
    return Source.model_validate({"entity": entity, "role": own["role"], "stance": stance, "step": own["step"]})


def _count(own: Record) -> Count | None:
    if own["count_text"] is None:
        return None
    whole = Whole.model_validate(_part(own, "of", ("min", "max", "unit"))) if own["of_unit"] else None
    said = {name: own[name] for name in ("min", "max", "modifier", "unit")}
    return Count.model_validate({**said, "text": own["count_text"], "of": whole})


def _time(own: Record) -> Time | None:
    return None if own["time_text"] is None else Time.model_validate(_part(own, "time", ("start", "end", "text")))


def _part(own: Record, prefix: str, names: Sequence[str]) -> dict[str, JsonValue]:
    return {name: own[f"{prefix}_{name}"] for name in names}
