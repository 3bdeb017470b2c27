"""The contract's values from what a file says of them; whatever is missing or wrong, the contract's own checks tell."""

from pyoxigraph import NamedNode, Triple

from graph.rdf.file import RdfFile, Thing
from graph.statement import Article, Run, Statement

Fields = dict[str, object]


def rebuild_run(file: RdfFile, thing: Thing) -> Run:
    """A run."""
    return Run.model_validate({name: file.text(thing, name) for name in Run.model_fields})


def rebuild_article(file: RdfFile, thing: Thing) -> Article | None:
    """An article, None without its text."""
    fields: Fields = {name: file.text(thing, name) for name in Article.model_fields}
    if fields["text"] is None:
        return None
    return Article.model_validate(fields | {"document": file.text(thing, "documentId")})


def rebuild_statement(file: RdfFile, thing: Thing) -> Statement:
    """A statement of any face."""
    subject, predicate, object_ = _about(file, thing)
    article = file.needed(thing, "article")
    troops = file.names.word("TroopReport") in file.links(thing, "rdf:type")
    return Statement.model_validate(
        {
            "id": file.text(thing, "id"),
            "article": file.text(article, "id"),
            "kind": "troop_report" if troops else "relation",
            "predicate": file.local(predicate) if predicate else None,
            "subject": _end(file, subject, file.link(thing, "saidSubject")),
            "object": _end(file, object_, file.link(thing, "saidObject")),
            "place": _end(file, file.link(thing, "place"), file.link(thing, "saidPlace")),
            "items": tuple(_end(file, file.link(each, "entity"), each) for each in _ordered(file, thing, "saidItem")),
            "sources": tuple(_source(file, each) for each in _ordered(file, thing, "attribution")),
            "polarity": file.word(thing, "polarity"),
            "modality": file.word(thing, "modality"),
            "count": _count(file, file.link(thing, "count")),
            "time": _time(file, file.link(thing, "time")),
            "evidence": _evidence(file, file.needed(thing, "evidence")),
            "confidence": float(file.text(thing, "confidence") or "nan"),
        }
    )


def _about(file: RdfFile, thing: Thing) -> tuple[Thing | None, Thing | None, Thing | None]:
    """Subject, predicate and object: of the triple that the statement reifies, or from links of its own."""
    for value in file.values(thing, "rdf:reifies"):
        if isinstance(value, Triple):
            subject, object_ = value.subject, value.object
            return _thing(subject), value.predicate, _thing(object_)
    return file.link(thing, "subject"), file.link(thing, "predicate"), file.link(thing, "object")


def _thing(term: object) -> Thing | None:
    return term if isinstance(term, NamedNode) else None


def _ordered(file: RdfFile, thing: Thing, name: str) -> list[Thing]:
    return sorted(file.links(thing, name), key=lambda each: file.number(each, "position") or 0)


def _end(file: RdfFile, entity: Thing | None, naming: Thing | None) -> Fields | None:
    """An entity, named as here where that is said, else by its own name."""
    if entity is None:
        return None
    named = naming if naming is not None and file.text(naming, "name") is not None else None
    return {
        "id": file.text(entity, "id"),
        "name": file.text(named or entity, "name"),
        "type": file.text(named, "entityType") if named else file.type_of(entity),
        "wikidata": file.text(named or entity, "wikidata"),
        "role": file.text(naming, "office") if naming else None,
    }


def _source(file: RdfFile, thing: Thing) -> Fields:
    return {
        "entity": _end(file, file.needed(thing, "source"), thing),
        "role": file.word(thing, "role"),
        "stance": file.word(thing, "stance"),
        "step": file.number(thing, "step"),
    }


def _bounds(file: RdfFile, thing: Thing) -> Fields:
    return {"min": file.number(thing, "min"), "max": file.number(thing, "max"), "unit": file.word(thing, "unit")}


def _count(file: RdfFile, thing: Thing | None) -> Fields | None:
    if thing is None:
        return None
    whole = file.link(thing, "whole")
    own: Fields = {"modifier": file.word(thing, "modifier"), "text": file.text(thing, "words")}
    return _bounds(file, thing) | own | {"of": _bounds(file, whole) if whole else None}


def _time(file: RdfFile, thing: Thing | None) -> Fields | None:
    if thing is None:
        return None
    return {"start": file.text(thing, "start"), "end": file.text(thing, "end"), "text": file.text(thing, "words")}


def _evidence(file: RdfFile, thing: Thing) -> Fields:
    found: Fields = {}
    for selector in file.links(thing, "oa:hasSelector"):
        for name, key in (("oa:start", "start"), ("oa:end", "end")):
            if (number := file.number(selector, name)) is not None:
                found[key] = number
        if (text := file.text(selector, "oa:exact")) is not None:
            found["text"] = text
    return found
