"""The tables of time words."""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from seeds.errors import BadData


class TimeWords(BaseModel):
    """`data/words.yaml`: one field a list or table, words in lower case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    parts_of_day: frozenset[str]
    seasons: Mapping[str, int]
    holidays: Mapping[str, list[int]]
    days: Mapping[str, int]
    shifts: Mapping[str, int]
    adjective_endings: tuple[str, ...]
    units: Mapping[str, str]
    plural_units: frozenset[str]
    fixed: Mapping[str, tuple[str, int]]
    year_parts: Mapping[str, int]
    named_before: Mapping[str, int]
    own_day: Mapping[str, str]
    parts: Mapping[str, int]
    before: frozenset[str]
    after: frozenset[str]
    since: frozenset[str]
    starting: frozenset[str]
    until: frozenset[str]
    earlier: frozenset[str]
    later: frozenset[str]
    hedges: frozenset[str]
    points: frozenset[str]
    determiners: frozenset[str]
    vague: frozenset[str]
    vague_phrases: frozenset[str]
    events: frozenset[str]
    event_prepositions: frozenset[str]
    future_verbs: frozenset[str]
    modals: frozenset[str]
    speech_verbs: frozenset[str]
    half_years: Mapping[str, int]
    ordinals: Mapping[str, int]
    numbered: frozenset[str]
    rounding: frozenset[str]


@cache
def time_words() -> TimeWords:
    """The words of this distribution; raises BadData naming the entry that is wrong."""
    raw = yaml.safe_load(files("ingest.times").joinpath("data", "words.yaml").read_text("utf-8"))
    try:
        return TimeWords.model_validate(raw)
    except ValidationError as exc:
        raise BadData(f"ingest/times/data/words.yaml: {exc}") from exc


@cache
def bounding_words() -> frozenset[str]:
    """Prepositions and articles before a time: behind them "Herbst" is the season and "1886" a year."""
    table = time_words()
    bounds = table.since | table.starting | table.until | table.earlier | table.later
    return bounds | table.points | table.determiners | frozenset(table.parts)


@lru_cache(maxsize=20_000)
def shift_of(word: str) -> int | None:
    """Which one an adjective says: "vergangenen" → -1, "dieser" → 0, "kommende" → 1; None for other words."""
    table = time_words()
    for ending in table.adjective_endings:
        if word.endswith(ending) and (shift := table.shifts.get(word.removesuffix(ending))) is not None:
            return shift
    return None


@lru_cache(maxsize=20_000)
def weekday_of(word: str) -> int | None:
    """The weekday of "freitag", "sonntagabend", "montags" (Monday is 0); None for other words."""
    table = time_words()
    known = table.weekdays.get(word)
    if known is not None:
        return known
    day, ending = next(((d, word.removeprefix(d)) for d in table.weekdays if word.startswith(d)), ("", ""))
    return table.weekdays[day] if day and ending in table.parts_of_day else None
