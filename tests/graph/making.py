"""Small articles and statements, made for the tests."""

from collections.abc import Sequence

from graph.statement import Article, Count, Entity, Evidence, Run, Source, Statement, make_article, make_statement

RUN = Run(id="run-1", version="0.1", model="none", vocabulary="2", started="2025-01-01T00:00:00+00:00")
TEXT = (
    "Arland hat rund 900 Soldaten nach Borland geschickt. Das sagte der Dienst am Freitag – „sicher“ sei es nicht 🙂."
)

ARLAND = Entity(id="test-arland", name="Arland", type="Country")
BORLAND = Entity(id="test-borland", name="Borland", type="Country")
DIENST = Entity(id="test-dienst", name="Dienst", type="Organization")
MELDER = Entity(id="test-melder", name="Melder", type="Organization")
ABEL = Entity(id="test-abel", name="Abel", type="Person")
BERTA = Entity(id="test-berta", name="Berta", type="Person")
ABOUT_900 = Count(min=900, max=900, modifier="about", unit="soldiers", text="rund 900 Soldaten")


def article(number: int = 1, text: str = TEXT, published: str | None = "2025-01-10") -> Article:
    """An article of its own document for each number."""
    return make_article(text, outlet="Testblatt", input_id=str(number), published=published, language="de")


def source(stance: str = "reports", entity: Entity = DIENST, step: int = 1) -> Source:
    """One source."""
    return Source(entity=entity, role="origin", stance=stance, step=step)


def sent(of: Article, *sources: Source, **fields: object) -> Statement:
    """A report that troops were sent, quoting the whole text; other fields as given."""
    given: dict[str, object] = {
        "article": of.id,
        "kind": "troop_report",
        "predicate": "SENT",
        "subject": ARLAND,
        "object": BORLAND,
        "polarity": "affirmed",
        "modality": "reported" if sources else "asserted",
        "sources": tuple(sources),
        "evidence": Evidence(start=0, end=len(of.text), text=of.text),
        "confidence": 0.5,
    }
    return make_statement(**(given | fields))


def met(of: Article, subject: Entity, object_: Entity) -> Statement:
    """Two persons met, in the order of the text."""
    return sent(of, kind="relation", predicate="MET", subject=subject, object=object_)


def ids(statements: Sequence[Statement]) -> list[str]:
    """Ids in order."""
    return sorted(statement.id for statement in statements)
