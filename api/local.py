"""The desk of the store at hand: in the service, and in a command that has the store to itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import IO, Self

from pydantic import JsonValue
from pyoxigraph import RdfFormat, serialize

from api.context import sentence_around
from api.filters import ExportQuery, StatementQuery
from api.negotiation import format_for
from api.shapes import (
    AnswerShape,
    DecisionShape,
    ForgottenDocument,
    GivenAssessment,
    Health,
    Imported,
    IngestedArticle,
    Listing,
    StatementDetail,
    answer_shape,
    imported,
    ingested_shape,
    listing,
)
from graph import view
from graph.ask import ask
from graph.assessment.judging import judge, rate
from graph.assessment.ledger import Assessment, Ledger
from graph.decisions.draft import Draft, decided
from graph.embedded import EmbeddedStore
from graph.formats.export import export
from graph.marker import now
from graph.rdf.engine import Format, Query
from graph.rdf.lazy import LazySparql
from graph.rdf.reading import Reading
from graph.rdf.server.place import Place
from graph.rdf.service import service_description
from graph.rdf.terms import BASE, Names
from graph.shown import ArticleLine, ArticleView, EntityLine, EntityView, StatementView, Window
from graph.store import Store
from ingest.pipeline import Extractor, ingest_read
from ingest.readers.found import Found, Rejected


class LocalDesk:
    """Reads and writes a store, and the analysts' `ledger` beside it; threads may share it.

    `extractor` takes the place of the German reader in tests.
    """

    def __init__(
        self,
        store: Store,
        extractor: Extractor | None = None,
        *,
        ledger: Ledger,
        base: str = BASE,
        rdf: Path | Place | None = None,
    ) -> None:
        """`rdf` is where the copy for SPARQL lies, a folder or a server; else it is made in memory."""
        self.store = store
        self._names = Names(base)
        self._sparql = LazySparql(store, self._names, rdf)
        self._extractor = extractor
        self._ledger = ledger

    def ask(self, name: str, parameters: Mapping[str, JsonValue], as_of: str | None = None) -> AnswerShape:
        """The answer, with the heads of the articles it names."""
        answer = ask(self.store, name, parameters, as_of=as_of)
        columns = [column.name for column in answer.columns if column.type == "article"]
        named = {str(row[name]) for row in answer.rows for name in columns if isinstance(row[name], str)}
        return answer_shape(answer, view.heads(self.store, sorted(named)))

    def statements(self, wanted: StatementQuery, window: Window) -> Listing[StatementView]:
        """The statements that fit."""
        return listing(view.statements(self.store, wanted.resolved(self.store), window))

    def statement(self, id_: str) -> StatementDetail:
        """One statement with its sentence."""
        found = view.statement(self.store, id_)
        text = view.article(self.store, found.article.id).article.text
        context = sentence_around(text, found.statement.evidence)
        return StatementDetail(**dict(found), context=context, rating=rate(self.store, self._ledger, found))

    def assessments(self, *, history: bool) -> tuple[Assessment, ...]:
        """What analysts think of sources and claims."""
        return self._ledger.history() if history else tuple(self._ledger.current().values())

    def judge(self, given: GivenAssessment) -> Assessment:
        """Adds a judgement."""
        return judge(self.store, self._ledger, given.of, given.grade, who=given.who, why=given.why)

    def articles(self, window: Window, *, superseded: bool) -> Listing[ArticleLine]:
        """The articles, the newest first."""
        return listing(view.articles(self.store, window, superseded=superseded))

    def article(self, id_: str) -> ArticleView:
        """One article with its text."""
        return view.article(self.store, id_)

    def entities(self, words: str, types: tuple[str, ...], window: Window) -> Listing[EntityLine]:
        """Entities by name or alias."""
        return listing(view.entities(self.store, words, window, types=types))

    def entity(self, id_: str) -> EntityView:
        """One entity with its plain edges."""
        return view.entity(self.store, id_)

    def ingest(self, readings: Iterable[Found | Rejected]) -> Iterator[IngestedArticle | Rejected]:
        """Stores each article with what it says."""
        for result in ingest_read(readings, self.store, self._extractor):
            yield result if isinstance(result, Rejected) else ingested_shape(result)
        self._sparql.follow()

    def decide(self, draft: Draft) -> DecisionShape:
        """Carries a decision out."""
        decision = decided(self.store, draft, now())
        self.store.decide(decision)
        self._sparql.follow()
        return DecisionShape(decision=decision, undone=False)

    def decisions(self) -> tuple[DecisionShape, ...]:
        """Every decision in order."""
        return tuple(DecisionShape(decision=one, undone=one.undone) for one in self.store.decisions())

    def forget(self, id_: str) -> ForgottenDocument:
        """Removes the document of an article."""
        gone = self.store.forget(id_)
        self._sparql.follow()
        return ForgottenDocument.model_validate(asdict(gone))

    def export(self, wanted: ExportQuery, out: IO[bytes]) -> None:
        """Writes the graph, or a part of it, in one of its faces."""
        export(self.store, self._ledger, wanted.selection(self.store), wanted.form(), out, self._names)

    def put(self, readings: Iterable[Reading]) -> Iterator[Imported]:
        """Stores what was read elsewhere."""
        for one in readings:
            yield imported(self.store, one)
        self._sparql.follow()

    def sparql(self, query: Query, accept: str, out: IO[bytes]) -> str:
        """Writes the answer to a SPARQL query."""
        return self._sparql.asking().answer(query, partial(format_for, accept), out).media_type

    def describe_sparql(self, endpoint: str, form: Format) -> bytes:
        """What can be asked in SPARQL at this address."""
        assert isinstance(form, RdfFormat)
        found = serialize(service_description(endpoint, self._names, self._sparql.graphs()), format=form)
        return found or b""

    def health(self) -> Health:
        """That the store answers."""
        total = view.articles(self.store, Window(limit=1)).total
        return Health(
            status="ok",
            version=version("lagebild"),
            store="embedded" if isinstance(self.store, EmbeddedStore) else "neo4j",
            articles=total,
        )

    def close(self) -> None:
        """Lets the store go."""
        self._sparql.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
