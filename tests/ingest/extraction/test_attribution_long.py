"""Long speeches: every sentence keeps its speaker, and none is too deep to follow."""

from collections.abc import Callable

from ingest.extraction.actors import Actors
from ingest.extraction.attribution import Attribution, Attributor
from ingest.extraction.coreference import Coreference
from ingest.extraction.reading import Reading

_SENTENCES = 400


def _attributions(reading: Reading) -> list[Attribution]:
    attributor = Attributor(reading, Actors(reading, Coreference(reading)))
    return [attributor.of(clauses[0]) for clauses in reversed(reading.clauses) if clauses]


def test_indirect_speech_over_hundreds_of_sentences(reading_of: Callable[[str], Reading]) -> None:
    speech = " ".join(f"Es seien {number} Soldaten eingetroffen." for number in range(2, _SENTENCES))
    found = _attributions(reading_of("Minister Boris Pistorius sprach in Berlin. " + speech))
    names = {link.entity.name for attribution in found[:-1] for link in attribution.links}
    assert names == {"Boris Pistorius"}


def test_quotations_one_behind_the_other(reading_of: Callable[[str], Reading]) -> None:
    quotes = " ".join(f"„Es sind {number} Soldaten da.“" for number in range(2, _SENTENCES))
    found = _attributions(reading_of("Minister Boris Pistorius sagte: „Es ist wahr.“ " + quotes))
    assert all([link.entity.name for link in attribution.links] == ["Boris Pistorius"] for attribution in found[:-2])


def test_who_adds_to_an_attribution_changes_nobody_elses(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of("Minister Boris Pistorius sagte, die Soldaten seien dort.")
    attributor = Attributor(reading, Actors(reading, Coreference(reading)))
    content = next(clause for clause in reading.clauses[0] if clause.subjunctive)
    attributor.of(content).links.clear()
    assert [link.entity.name for link in attributor.of(content).links] == ["Boris Pistorius"]
