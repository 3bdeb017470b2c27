"""What every surface asks for, as one interface with two keepers: the store at hand, and a running service."""

from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Protocol, Self

from pydantic import JsonValue

from api.filters import ExportQuery, StatementQuery
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
)
from graph.assessment.ledger import Assessment
from graph.decisions.draft import Draft
from graph.rdf.engine import Format, Query
from graph.rdf.reading import Reading
from graph.shown import ArticleLine, ArticleView, EntityLine, EntityView, StatementView, Window
from ingest.readers.found import Found, Rejected


class Desk(Protocol):
    """Answers and takes articles; raises the errors of `seeds.errors`, the same from either keeper."""

    def ask(self, name: str, parameters: Mapping[str, JsonValue], as_of: str | None = None) -> AnswerShape:
        """The answer to a question; what is not given takes its default. `as_of`: from what was known then."""
        ...

    def statements(self, wanted: StatementQuery, window: Window) -> Listing[StatementView]:
        """The statements that fit."""
        ...

    def statement(self, id_: str) -> StatementDetail:
        """One statement with its sentence."""
        ...

    def assessments(self, *, history: bool) -> tuple[Assessment, ...]:
        """What analysts think of sources and claims: what holds now, or all that was ever said."""
        ...

    def judge(self, given: GivenAssessment) -> Assessment:
        """Adds a judgement; it is on disk when this returns."""
        ...

    def articles(self, window: Window, *, superseded: bool) -> Listing[ArticleLine]:
        """The articles, the newest first."""
        ...

    def article(self, id_: str) -> ArticleView:
        """One article with its text."""
        ...

    def entities(self, words: str, types: tuple[str, ...], window: Window) -> Listing[EntityLine]:
        """Entities by name or alias."""
        ...

    def entity(self, id_: str) -> EntityView:
        """One entity with its plain edges."""
        ...

    def ingest(self, readings: Iterable[Found | Rejected]) -> Iterator[IngestedArticle | Rejected]:
        """Stores each article with what it says; what was yielded is stored."""
        ...

    def decide(self, draft: Draft) -> DecisionShape:
        """Carries a decision of a person out and writes it down."""
        ...

    def decisions(self) -> tuple[DecisionShape, ...]:
        """Every decision in order."""
        ...

    def forget(self, id_: str) -> ForgottenDocument:
        """Removes the document of an article with everything that rests on it alone."""
        ...

    def export(self, wanted: ExportQuery, out: IO[bytes]) -> None:
        """Writes the graph, or a part of it, in one of its faces."""
        ...

    def put(self, readings: Iterable[Reading]) -> Iterator[Imported]:
        """Stores what was read elsewhere; what was yielded is stored, or cannot be."""
        ...

    def sparql(self, query: Query, accept: str, out: IO[bytes]) -> str:
        """Writes the answer to a SPARQL query in a format that is accepted; gives its media type."""
        ...

    def describe_sparql(self, endpoint: str, form: Format) -> bytes:
        """What can be asked in SPARQL at this address."""
        ...

    def health(self) -> Health:
        """That the store answers."""
        ...

    def close(self) -> None:
        """Lets the store or the connection go."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
