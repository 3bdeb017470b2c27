"""Names of sources without a name: as said, in the nominative, with what belongs to them."""

from collections.abc import Callable

import pytest

from ingest.extraction.actors import Actors
from ingest.extraction.coreference import Coreference
from ingest.extraction.reading import Reading

_NAMES = [
    ("Das sagte ein hochrangiger Beamter in Seoul.", "Beamter", "hochrangiger Beamter in Seoul", "Person"),
    ("Westlichen Diplomaten zufolge ist das falsch.", "Diplomaten", "westliche Diplomaten", "Organization"),
    ("Das erfuhr die Agentur aus Sicherheitskreisen.", "Sicherheitskreisen", "Sicherheitskreise", "Organization"),
    ("Nach Angaben zweier westlicher Beamter ist das falsch.", "Beamter", "westliche Beamte", "Organization"),
    ("Ein Nato-Diplomat widersprach.", "Nato-Diplomat", "Nato-Diplomat", "Person"),
    ("US-Beamten zufolge ist das falsch.", "US-Beamten", "US-Beamte", "Organization"),
    ("Ein ranghoher US-Militär widersprach.", "US-Militär", "ranghoher US-Militär", "Person"),
    ("Das sagten Quellen im türkischen Geheimdienst.", "Quellen", "Quellen im türkischen Geheimdienst", "Organization"),
    (
        "Laut einem Offizier der kongolesischen Armee ist das falsch.",
        "Offizier",
        "Offizier der kongolesischen Armee",
        "Person",
    ),
    ("Eine Sprecherin des Ministeriums widersprach am Montag.", "Sprecherin", "Sprecherin des Ministeriums", "Person"),
    ("UN-Experten widersprachen.", "UN-Experten", "UN-Experten", "Organization"),
    (
        "Dem widersprach ein Vertreter aus Militärkreisen in der Nacht.",
        "Vertreter",
        "Vertreter aus Militärkreisen",
        "Person",
    ),
]


@pytest.mark.parametrize(("text", "word", "name", "type_"), _NAMES)
def test_a_described_source_is_named_as_said(
    text: str, word: str, name: str, type_: str, reading_of: Callable[[str], Reading]
) -> None:
    reading = reading_of(text)
    entity = Actors(reading, Coreference(reading)).source(reading.tree.words.index(word))
    assert entity is not None
    assert (entity.name, entity.type) == (name, type_)
