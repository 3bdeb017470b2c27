"""Judging sources and claims, and what the judgements come to for a statement. Nothing in the graph changes by it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from pydantic import JsonValue

from graph.assessment.admiralty import Target, scheme
from graph.assessment.ledger import Assessment, Ledger
from graph.cypher import text
from graph.marker import now
from graph.origins.sameness import counted
from graph.origins.vouching import claim_key, outlet_key
from graph.reading import query
from graph.shown import EntityHead, StatementView
from graph.statement import Statement, Value
from graph.store import Store
from graph.view import SECONDS, entities, entity, statement
from graph.work import Row
from seeds.errors import BadParameter, NotFound
from seeds.reference import reference

Labels = Mapping[str, str]
WITHDRAW = "-"


class Reliability(Value):
    """How reliable one of a statement's origins is."""

    key: str
    grade: str
    label: Labels
    assessment: Assessment | None


class Rating(Value):
    """What analysts think of a statement: the credibility that counts, what caps it, and its origins' reliability.

    `assessment` has the grade as it was given. The extraction's confidence is another matter and stays apart.
    """

    credibility: str
    label: Labels
    caps: tuple[Labels, ...]
    assessment: Assessment | None
    sources: tuple[Reliability, ...]


def rate(store: Store, ledger: Ledger, view: StatementView) -> Rating:
    """The rating of a statement; grades that nobody gave are the defaults F and 6.

    A judgement on somebody, or on a claim about them, is one on whomever they count as since; the last one holds.
    """
    same = counted(_rows(store, text("sameness"), {}))
    said = _as_counted(view.statement, same)
    history = ledger.history()
    made = _last(history, "claim", {claim_key(each) for each in _ways_to_say(said, same)})
    given = made.grade if made and made.grade else scheme().default("claim")
    credibility, caps = scheme().credibility(given, view.support.origins, denied=_denied(store, said))
    return Rating(
        credibility=credibility,
        label=scheme().grades["claim"][credibility],
        caps=tuple(cap.label for cap in caps),
        assessment=made,
        sources=tuple(
            _reliability(origin, _last(history, "source", _counting_as(origin, same))) for origin in view.origins
        ),
    )


def _last(history: Sequence[Assessment], target: Target, keys: Collection[str]) -> Assessment | None:
    """The last judgement on any of these keys, None where it withdraws what was said before."""
    made = next((each for each in reversed(history) if each.target == target and each.key in keys), None)
    return made if made and made.grade else None


def _counting_as(key: str, same: Mapping[str, str]) -> set[str]:
    """A key with all that count as the same."""
    now_ = same.get(key, key)
    return {now_, key, *(other for other, after in same.items() if after == now_)}


def _as_counted(said: Statement, same: Mapping[str, str]) -> Statement:
    """The statement about the entities that those it names count as, since somebody merged them: so claims are kept."""
    return _about(said, *(None if end is None else same.get(end.id, end.id) for end in (said.subject, said.object)))


def _ways_to_say(said: Statement, same: Mapping[str, str]) -> Iterator[Statement]:
    """The statement about all that count as the entities it names: so judgements on it were kept before."""
    objects = _counting_as(said.object.id, same) if said.object else {None}
    for subject, object_ in product(_counting_as(said.subject.id, same), objects):
        yield _about(said, subject, object_)


def _about(said: Statement, subject: str | None, object_: str | None) -> Statement:
    ids = {"subject": subject, "object": object_}
    ends = {"subject": said.subject, "object": said.object}
    return said.model_copy(
        update={name: end.model_copy(update={"id": ids[name]}) for name, end in ends.items() if end is not None}
    )


def _rows(store: Store, cypher: str, values: Mapping[str, JsonValue]) -> list[Row]:
    return store.read(cypher, values, limit=None, seconds=SECONDS)


def _reliability(key: str, made: Assessment | None) -> Reliability:
    grade = made.grade if made and made.grade else scheme().default("source")
    return Reliability(key=key, grade=grade, label=scheme().grades["source"][grade], assessment=made)


def _denied(store: Store, said: Statement) -> bool:
    """Whether a source denies the claim, or a statement says the opposite."""
    opposite = {"affirmed": "negated", "negated": "affirmed"}[said.polarity]
    own, other = claim_key(said), claim_key(said.model_copy(update={"polarity": opposite}))
    rows = _rows(store, query("denials"), {"claims": [own, other]})
    return any(row["claim"] == other or row["denying"] != 0 for row in rows)


def judge(store: Store, ledger: Ledger, target: str, grade: str, *, who: str, why: str) -> Assessment:
    """Adds a judgement on the claim of a statement (by its id) or on a source (by id, name or outlet).

    The grade says which of the two is meant; "-" withdraws what was said before. BadParameter, NotFound.
    """
    kind = _kind(store, target, grade)
    key, name = _claim(store, target) if kind == "claim" else _source(store, target)
    if not who.strip() or not why.strip():
        raise BadParameter("an assessment needs who makes it and why")
    made = Assessment(
        target=kind, key=key, name=name, grade=None if grade == WITHDRAW else grade, who=who, when=now(), why=why
    )
    ledger.add([made])
    return made


def _kind(store: Store, target: str, grade: str) -> Target:
    kind = scheme().target(grade)
    if kind is not None:
        return kind
    if grade != WITHDRAW:
        grades = " or ".join(", ".join(known) for known in scheme().grades.values())
        raise BadParameter(f"grade {grade!r} is none; give {grades}, or {WITHDRAW} to withdraw one")
    return "claim" if _is_statement(store, target) else "source"


def _is_statement(store: Store, target: str) -> bool:
    try:
        statement(store, target)
    except NotFound:
        return False
    return True


def _claim(store: Store, id_: str) -> tuple[str, str]:
    found = statement(store, id_)
    said = found.statement
    ends = [said.subject.name, found.caption, *([said.object.name] if said.object else [])]
    same = counted(_rows(store, text("sameness"), {}))
    return claim_key(_as_counted(said, same)), " – ".join(ends)


def _source(store: Store, word: str) -> tuple[str, str]:
    """The key of a source that the tables or the graph know, else of an outlet that articles name."""
    if known := reference().entities.get(word):
        return known.id, known.name
    name = word.casefold()
    named = [
        each
        for each in _alike(store, word)
        if each.id == word or name in {said.casefold() for said in (each.name, *each.aliases)}
    ]
    ids = [each.id for each in named if each.id == word] or sorted({each.id for each in named})
    if len(ids) == 1:
        return ids[0], next(each.name for each in named if each.id == ids[0])
    if ids:
        raise BadParameter(f"{word!r} can mean {' or '.join(ids)}; give one of these ids")
    key = outlet_key(word.removeprefix("outlet:"))
    if not store.read(query("origin_known"), {"key": key}, limit=1, seconds=SECONDS):
        raise NotFound(f"no source in the graph is called {word!r}")
    return key, word.removeprefix("outlet:")


def _alike(store: Store, word: str) -> list[EntityHead]:
    """Entities of this id, or with the word in their name."""
    try:
        return [entity(store, word).entity]
    except NotFound:
        return [line.entity for line in entities(store, word).items]
