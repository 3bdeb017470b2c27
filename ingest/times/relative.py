"""Times counted from the article's day or the day named last: "gestern", "vergangene Woche", "zwei Tage zuvor"."""

from ingest.counts.numerals import word_value
from ingest.times.dates import year_behind
from ingest.times.phrase import FILLERS, Found, Sentence
from ingest.times.points import Calendar, Day, Distance, Month, Point, Rolling, Season, Unknown, Weekday
from ingest.times.words import shift_of, time_words, weekday_of


def read_shifted(words: Sentence, token: int) -> Found | None:
    """An adjective that says which one: "vergangenen Freitag", "kommenden Jahr", "vergangenen drei Wochen"."""
    shift = shift_of(words.at(token))
    if shift is None:
        return None
    count = _number(words, token + 1)
    core = token + 2 if count is not None else token + 1
    word = words.at(core)
    unit = time_words().units.get(word)
    point: Point | None = None
    if unit:
        point = _shifted_unit(words.at(token), word, unit, shift, count)
    elif (number := weekday_of(word)) is not None:
        point = Weekday(number, shift)
    elif word in time_words().months:
        point = Month(time_words().months[word], None, shift)
    elif word in time_words().seasons:
        point = Season(time_words().seasons[word], None, shift)
    elif word in ("nacht", "morgen", "abend") and words.forms[core][0].isupper():
        point = Calendar("day", 0 if word == "nacht" or shift == 0 else shift)
    return Found(token, core + 1, core, point) if point else None


def _shifted_unit(adjective: str, word: str, unit: str, shift: int, count: int | None) -> Point | None:
    if word in time_words().plural_units and (count is not None or word != "tages"):
        return Rolling(unit, shift, count) if shift else Unknown()
    if adjective.startswith(("selb", "gleich")) or unit == "day" and adjective.startswith(("folgend", "nächst", "dar")):
        return Distance(unit, 0 if adjective.startswith(("selb", "gleich")) else 1, from_named=True)
    if unit == "day" and shift:
        return Distance("day", shift, from_named=True)
    return Calendar(unit, shift)


def _number(words: Sentence, token: int) -> int | None:
    """A whole number before a unit of time ("drei Wochen", "14 Tagen", "einer Woche")."""
    word = words.at(token)
    if word.isdecimal():
        return int(word)
    value = 1 if word in ("einem", "einer", "einen", "eine", "ein") else word_value(word)
    return int(value) if value is not None and value == int(value) else None


def read_unit(words: Sentence, token: int) -> Found | None:
    """ "vor zwei Wochen", "zwei Wochen zuvor", "in drei Tagen", "seit zehn Tagen", "am Tag darauf"."""
    unit, table = time_words().units.get(words.at(token)), time_words()
    if unit is None or unit == "weekend":
        return _weekend(words, token) if unit else None
    count = _number(words, token - 1)
    behind = words.at(token + 1)
    sign = -1 if behind in table.before else 1 if behind in table.after else 0
    if sign and count is None and words.at(token) in table.plural_units:
        return Found(token, token + 2, token, Unknown())  # "in den Tagen zuvor"
    if sign and (count is not None or unit == "day"):
        start = token - 1 if count is not None else token
        return Found(start, token + 2, token, Distance(unit, sign * (count or 1), from_named=True))
    if count is None:
        return None
    at = token - 2
    while words.at(at) in FILLERS:
        at -= 1
    if words.at(at) in ("vor", "seit"):
        return Found(at if words.at(at) == "vor" else at + 1, token + 1, token, Distance(unit, -count))
    return Found(at, token + 1, token, Distance(unit, count)) if words.at(at) == "in" and at == token - 2 else None


def _weekend(words: Sentence, token: int) -> Found | None:
    return Found(token, token + 1, token, Calendar("weekend", None)) if words.forms[token][0].isupper() else None


def read_fixed(words: Sentence, token: int) -> Found | None:
    """One word: "gestern", "heuer", "Vorwoche", "Jahresende", "Vortag", "Silvester"."""
    table, word = time_words(), words.at(token)
    point: Point | None = None
    end = token + 1
    if word in table.days and words.forms[token][0].islower() | (token == words.start) and words.pos[token] != "NOUN":
        point = Calendar("day", table.days[word])
        end = token + 2 if words.at(end) in table.parts_of_day else end
    elif word in table.fixed:
        point = Calendar(*table.fixed[word])
    elif word in table.year_parts:
        point = Calendar("year", 0, table.year_parts[word])
    elif word in table.named_before:
        point = Distance("day", table.named_before[word], from_named=True)
    elif word in table.holidays:
        end, year, _ = year_behind(words, end)
        point = Day(table.holidays[word][0], table.holidays[word][1], year)
    return Found(token, end, token, point) if point else None


def read_own_day(words: Sentence, token: int) -> Found | None:
    """ "am Abend", "in der Nacht", "in der Nacht zum Freitag"."""
    preposition = time_words().own_day.get(words.at(token))
    if preposition is None or words.at(token - 1) != preposition or not words.forms[token][0].isupper():
        return None
    if words.at(token + 1) in ("zum", "auf", "zu") and (day := weekday_of(words.at(token + 2))) is not None:
        return Found(token, token + 3, token, Weekday(day))
    return Found(token, token + 1, token, Distance("day", 0, from_named=True))


def read_vague(words: Sentence, token: int) -> Found | None:
    """ "bald", "vor Kurzem", "vor der Invasion": a time without a date."""
    table = time_words()
    if words.phrase(token, 2) in table.vague_phrases:
        return Found(token, token + 2, token + 1, Unknown())
    if words.at(token) in table.vague and words.pos[token] in ("ADV", "ADJ"):
        return Found(token, token + 1, token, Unknown())
    if words.at(token) not in table.events or not words.forms[token][0].isupper():
        return None
    start = token - 1
    while words.at(start) in table.determiners or words.pos[start] == "ADJ":
        start -= 1
    return Found(start, token + 1, token, Unknown()) if words.at(start) in table.event_prepositions else None
