"""From articles to statements: parse in batches, read each article once, make its statements in text order."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from graph.statement import Article, Statement
from ingest.extraction.actors import Actors
from ingest.extraction.acts import Acts
from ingest.extraction.agreements import Agreements
from ingest.extraction.alliances import Alliances
from ingest.extraction.attribution import Attributor
from ingest.extraction.confidence import with_confidence
from ingest.extraction.coreference import Coreference
from ingest.extraction.encounters import Encounters
from ingest.extraction.forces import Forces
from ingest.extraction.happenings import Happenings
from ingest.extraction.offices import Offices
from ingest.extraction.places import Places
from ingest.extraction.reading import Reading, read
from ingest.extraction.relating import Relating
from ingest.extraction.supplies import Supplies
from ingest.extraction.treaties import Treaties
from ingest.extraction.troops import Troops
from ingest.extraction.turning import turn
from ingest.german.pipeline import german
from ingest.rewriting.rewritten import Rewritten
from ingest.rewriting.usual import stored, usual

BATCH = 32  # articles a batch of nlp.pipe: keeps memory flat and the model busy


def read_articles(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Statement]]]:
    """Each article with its statements, in the order given; articles are parsed in batches."""
    pairs = ((made.text, (article, made)) for article in articles for made in [usual(article.text, article.title)])
    for doc, (article, made) in german().pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield article, statements_of(article, doc, made)


def statements_of(article: Article, doc: Doc, made: Rewritten | None = None) -> list[Statement]:
    """The statements of one parsed article, each once, by place of evidence; `made` is the text that was parsed."""
    reading = read(article, doc)
    unique = {statement.id: statement for statement in make_statements(reading)}
    sure = with_confidence(reading, list(unique.values()))
    return sorted(
        (stored(statement, made or Rewritten(doc.text), article.text) for statement in sure),
        key=lambda s: (s.evidence.start, s.evidence.end, s.kind, s.predicate, s.id),
    )


def make_statements(reading: Reading) -> Iterator[Statement]:
    """All steps on one article."""
    turn(reading)
    coreference = Coreference(reading)
    actors = Actors(reading, coreference)
    attributor = Attributor(reading, actors)
    places = Places(reading, actors)
    yield from Troops(reading, attributor, Forces(reading, actors), places, Happenings(reading)).statements()
    yield from Offices(reading).statements()
    agreements = Agreements(reading, actors)
    agreements.build()
    make = Relating(reading, actors, attributor, places)
    for step in (Treaties(make, agreements), Acts(make), Encounters(make), Supplies(make), Alliances(make)):
        yield from step.statements()
