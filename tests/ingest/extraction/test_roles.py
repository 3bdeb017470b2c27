"""Agents and things of clauses, also where the parser's labels are wrong."""

from collections.abc import Callable

import pytest

from ingest.extraction.actors import Actors
from ingest.extraction.coreference import Coreference
from ingest.extraction.reading import Reading
from ingest.extraction.roles import Roles

# text, infinitive of the clause, who acts, what else stands there without a preposition
_CLAUSES: list[tuple[str, str, list[str], list[str]]] = [
    ("Diese Forderung lehnte Selenskyj ab.", "ablehnen", ["Wolodymyr Selenskyj"], ["Forderung"]),
    ("Einen Austausch lehnten Hamas und Israel ab.", "ablehnen", ["Hamas", "Israel"], ["Austausch"]),
    ("Der Angriff wurde von Togo verurteilt.", "verurteilen", ["Togo"], ["Angriff"]),
    ("Weder Ankara noch Damaskus bestätigten den Angriff.", "bestätigen", ["Türkei", "Syrien"], ["Angriff"]),
    ("China könnte Pakistan Kampfflugzeuge überlassen.", "überlassen", ["China"], ["Pakistan", "Kampfflugzeuge"]),
    ("Togo hat zugesagt, Benin Raketen zu überlassen.", "überlassen", ["Togo"], ["Raketen"]),
    ("Eriwan lehnt das ab.", "ablehnen", ["Armenien"], ["das"]),
    ("Der Bericht kritisiert die Regierung in Lomé.", "kritisieren", [], ["Regierung"]),
    ("Tusk bekräftigte, Polen werde helfen, und warnte vor Zweifeln.", "warnen", ["Donald Tusk"], []),
    ("Er sei besorgt über den Angriff, sagte Donald Tusk.", "besorgt", ["Donald Tusk"], []),
]


@pytest.mark.parametrize(("text", "verb", "agents", "things"), _CLAUSES)
def test_who_acts_and_on_what(
    text: str, verb: str, agents: list[str], things: list[str], reading_of: Callable[[str], Reading]
) -> None:
    reading = reading_of(text)
    roles = Roles(reading, Actors(reading, Coreference(reading)))
    clause = next(c for clauses in reading.clauses for c in clauses if roles.verb(c) == verb)
    assert [who.entity.name for who in roles.agents(clause)] == agents
    assert [reading.tree.words[t] for t in roles.things(clause)] == things


def test_a_dateline_is_no_argument(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of("Brüssel (ndp) - Die Nato hat den Einsatz bestätigt.")
    roles = Roles(reading, Actors(reading, Coreference(reading)))
    words = [reading.tree.words[t] for c in reading.clauses[0] for t in roles.nominals(c)]
    assert "Brüssel" not in words
    assert "Einsatz" in words


def test_arguments_hung_on_a_neighbour(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of("Im Gegenzug habe Moskau dem Regime Flugabwehrraketen überlassen.")
    roles = Roles(reading, Actors(reading, Coreference(reading)))
    (clause,) = reading.clauses[0]
    found = {reading.tree.words[t] for t in (*roles.things(clause), *roles.loose(clause))}
    assert {"Regime", "Flugabwehrraketen"} <= found
