"""Personnel of many states: "90.000 Soldaten aus 32 Ländern" are those of the alliance."""

from graph.statement import Entity
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words


def of_many(reading: Reading, end: int) -> bool:
    """ "90.000 Soldaten aus 32 Ländern": of no single country."""
    tree = reading.tree
    behind = tree.lemmas[end : end + 4] if end < len(tree) and tree.words[end].lower() == "aus" else []
    return not troop_words().states_of_many.isdisjoint(behind)


def alliance(reading: Reading, head: int) -> list[Entity]:
    """The alliance or mission that the sentence names, nested in another name too ("Nato-Manöver")."""
    start, end = reading.tree.sentence(head)
    named = [m for m in reading.mentions if m.start < end and m.kind in ("alliance", "mission")]
    here = [m for m in named if m.start >= start]
    return [m.entity for m in (*here, *reversed(named))][:1]
