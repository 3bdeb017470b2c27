"""Which statements to show: a filter of typed fields, and the Cypher that it comes to.

The Cypher is put together from the fixed fragments below; what was typed only ever becomes a parameter.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields

from pydantic import JsonValue

from graph import asof
from graph.cypher import stance_edge
from seeds.errors import BadParameter
from seeds.reference import reference
from seeds.vocabulary import vocabulary

_CLOSED: Mapping[str, tuple[str, ...]] = {"kind": ("relation", "troop_report"), "polarity": ("affirmed", "negated")}
_WORDS = ("predicate", "unit", "modality", "stance")
_BESIDE = ("superseded", "as_of")
_DATES = ("since", "until")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z")
_PHRASE = re.compile(r'"([^"]+)"|„([^“”"]+)[“”"]|(\S+)')
LONGEST = 400

_COUNTED = "(s.min IS NOT NULL OR s.max IS NOT NULL)"
_DATED = "NOT coalesce(s.time_start, s.time_end, '--') STARTS WITH '--'"
_OUT_OF_DATE = "coalesce(a.published, '--') STARTS WITH '--'"
# Patterns begin at the statement, which is bound: kglite would otherwise try every entity for each statement.
# Dates have the precision said: two of them are compared as far as both go ("2024" lies in "2024-06" and around it).
FRAGMENTS: Mapping[str, str] = {
    "article": "a.id = $article",
    "kind": "s.kind = $kind",
    "predicate": "s.predicate = $predicate",
    "force": "s.kind = 'troop_report' AND EXISTS { MATCH (s)-[:SUBJECT]->(:Entity {id: $force}) }",
    "place": "EXISTS { MATCH (s)-[:OBJECT|PLACE]->(:Entity {id: $place}) }",
    "entity": "EXISTS { MATCH (s)-[]-(:Entity {id: $entity}) }",
    "least": f"{_COUNTED} AND coalesce(s.max, $least) >= $least",
    "most": f"{_COUNTED} AND coalesce(s.min, 0) <= $most",
    "unit": "s.unit = $unit",
    "modality": "s.modality = $modality",
    "polarity": "s.polarity = $polarity",
    "stance": "EXISTS { MATCH (s)<-[said]-(:Entity) WHERE type(said) = $stance }",
    "source": "EXISTS { MATCH (s)<-[]-(:Entity {id: $source}) }",
    "outlet": (
        "(toLower(coalesce(a.outlet, '')) IN $outlet OR EXISTS { MATCH (s)<-[said]-(medium:Entity)"
        " WHERE said.role = 'outlet' AND (medium.id IN $outlet OR toLower(medium.name) IN $outlet) })"
    ),
    "since": (
        f"CASE WHEN {_DATED} THEN s.time_end IS NULL"
        " OR left(s.time_end, size($since)) >= left($since, size(s.time_end))"
        f" ELSE NOT {_OUT_OF_DATE} AND left(a.published, size($since)) >= left($since, size(a.published)) END"
    ),
    "until": (
        f"CASE WHEN {_DATED} THEN s.time_start IS NULL"
        " OR left(s.time_start, size($until)) <= left($until, size(s.time_start))"
        f" ELSE NOT {_OUT_OF_DATE} AND left(a.published, size($until)) <= left($until, size(a.published)) END"
    ),
    "text": "all(word IN $text WHERE toLower(s.evidence_text) CONTAINS word)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter:
    """Statements that fit every field given. BadParameter names a field whose value is not allowed.

    `force`, `place`, `entity` and `source` are ids: whose troops, where or where to, anybody or anything named at all,
    anybody in the chain of attribution. `outlet` is an id or name: who passed it on, or published the article. `least`
    and `most` keep the counts that overlap them; `since` and `until` (2024, 2024-06, 2024-06-19) the time it happened,
    or the day of publication where no such time is known. `text` finds evidence with all its words, also inside
    compounds and inflected forms ("soldat" finds "Elitesoldaten"); words in quotation marks are a phrase. Without
    `superseded` only current articles count, unless `article` names one; with `as_of` those of that day.
    """

    kind: str | None = None
    predicate: str | None = None
    force: str | None = None
    place: str | None = None
    entity: str | None = None
    least: int | None = None
    most: int | None = None
    unit: str | None = None
    modality: str | None = None
    polarity: str | None = None
    stance: str | None = None
    source: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None
    text: str | None = None
    superseded: bool = False
    as_of: str | None = None

    def __post_init__(self) -> None:
        if self.as_of:
            asof.instant(self.as_of)
        for name, value in self._given().items():
            if isinstance(value, str):
                _check(name, value)
        if self.least is not None and self.most is not None and self.least > self.most:
            raise BadParameter(f"least {self.least} is above most {self.most}")

    def condition(self) -> str:
        """What stands behind WHERE, about a statement `s` of an article `a`."""
        current = [] if self.superseded or self.article else ["s.current"]
        current = [asof.as_of("s.current")] if self.as_of else current
        return " AND ".join([*current, *(FRAGMENTS[name] for name in self._given())]) or "true"

    def parameters(self) -> dict[str, JsonValue]:
        """The values that the condition needs."""
        given = self._given()
        if self.stance:
            given["stance"] = stance_edge(self.stance)
        if self.outlet:
            given["outlet"] = _outlet_names(self.outlet)
        if self.as_of:
            given[asof.PARAMETER] = asof.instant(self.as_of)
        if self.text:
            given["text"] = _phrases(self.text)
        return given

    def _given(self) -> dict[str, JsonValue]:
        values = ((field.name, getattr(self, field.name)) for field in fields(self) if field.name not in _BESIDE)
        return {name: value for name, value in values if value not in (None, "")}


def _check(name: str, value: str) -> None:
    allowed = _CLOSED.get(name) or (vocabulary().values(name) if name in _WORDS else ())
    if allowed and value not in allowed:
        raise BadParameter(f"{name} is one of {', '.join(allowed)}; not {value!r}")
    if name in _DATES and not _DATE.match(value):
        raise BadParameter(f"{name} is an ISO date (2024, 2024-06 or 2024-06-19); not {value!r}")
    if len(value) > LONGEST:
        raise BadParameter(f"{name} is longer than {LONGEST} characters")


def _outlet_names(outlet: str) -> list[JsonValue]:
    """The id as given, and the names in small letters by which articles and the graph call it."""
    row = reference().entities.get(outlet)
    names = (row.name, *row.aliases) if row else ()
    return [*dict.fromkeys((outlet, outlet.lower(), *(name.lower() for name in names)))]


def _phrases(text: str) -> list[JsonValue]:
    found = _PHRASE.findall(unicodedata.normalize("NFC", text).lower())
    return ["".join(parts) for parts in found]
