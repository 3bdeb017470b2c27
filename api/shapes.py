"""What the surfaces answer with, beside the values of `graph.shown`: the same whether by HTTP or by a command."""

from collections.abc import Mapping
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from api.context import Context
from graph.ask import Answer
from graph.assessment.judging import Rating
from graph.decisions.decision import Decision
from graph.rdf.putting import put_reading
from graph.rdf.reading import Reading
from graph.shown import ArticleHead, Page, StatementView
from graph.statement import Article, Statement
from graph.store import Store
from ingest.pipeline import Ingested
from ingest.readers.found import Found
from queries.catalogue import Picture, Question, questions
from queries.columns import Column
from queries.parameters import Parameter
from seeds.errors import BadInput

Item = TypeVar("Item")
Labels = Mapping[str, str]


class Shape(BaseModel):
    """A value that is made to be shown, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Listing(Shape, Generic[Item]):
    """One page of a list of `total`."""

    items: tuple[Item, ...]
    total: int
    limit: int
    offset: int


def listing(page: Page[Item]) -> Listing[Item]:
    """A page of a view as it goes over the wire."""
    return Listing(items=page.items, total=page.total, limit=page.limit, offset=page.offset)


class StatementDetail(StatementView):
    """A statement with its evidence in the sentence around it, and what analysts think of it."""

    context: Context
    rating: Rating


class GivenAssessment(Shape):
    """A judgement as an analyst gives it: on the claim of a statement (1 to 6) or on a source (A to F)."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        json_schema_extra={"example": {"of": "nis-kr", "grade": "B", "who": "Muster", "why": "Bisher meist bestätigt"}},
    )

    of: str = Field(min_length=1, max_length=200, description="Id of a statement; or id, name or outlet of a source.")
    grade: str = Field(description="A to F for a source, 1 to 6 for a claim; - withdraws what was said before.")
    who: str = Field(min_length=1, max_length=200, description="Who judges.")
    why: str = Field(min_length=1, max_length=2000, description="On what grounds.")


class ParameterShape(Shape):
    """A parameter of a question; `allowed` has the words it takes where they are a closed list."""

    name: str
    type: str
    label: Labels
    of: tuple[str, ...]
    many: bool
    optional: bool
    required: bool
    default: JsonValue
    allowed: tuple[str, ...]
    expects: str


class ColumnShape(Shape):
    """A column of an answer, as `queries.columns` describes it."""

    name: str
    type: str
    label: Labels
    many: bool
    unit: str | None
    unit_column: str | None


class QuestionShape(Shape):
    """A question that can be asked by name."""

    name: str
    title: Labels
    description: Labels
    parameters: tuple[ParameterShape, ...]
    columns: tuple[ColumnShape, ...]
    picture: Picture


class AnswerShape(Shape):
    """The answer to a question: rows by column name, and the articles that they name by id."""

    question: str
    title: Labels
    parameters: Mapping[str, JsonValue]
    columns: tuple[ColumnShape, ...]
    rows: tuple[Mapping[str, JsonValue], ...]
    articles: Mapping[str, ArticleHead]
    truncated: bool


class IngestedArticle(Shape):
    """An article that has been read and stored: what is new, which version it replaces, and what it says."""

    article: Article
    path: str
    sample: bool
    invented: bool
    added: int
    already_known: bool
    superseded: str | None
    statements: tuple[Statement, ...]


class DecisionShape(Shape):
    """A decision, and whether it is undone by now."""

    decision: Decision
    undone: bool


class ForgottenDocument(Shape):
    """A document that is gone, with its versions, their statements, and entities that nothing else named."""

    document: str
    articles: tuple[str, ...]
    statements: int
    entities: int


class Imported(Shape):
    """What came of an article that was read elsewhere; `problem` says why it cannot be stored."""

    id: str
    statements: int
    added: int = 0
    already_known: bool = False
    superseded: str | None = None
    problem: str | None = None


def imported(store: Store, reading: Reading) -> Imported:
    """Stores it, where it can be."""
    counted = len(reading.statements)
    try:
        loaded = put_reading(store, reading)
    except BadInput as exc:
        return Imported(id=reading.id, statements=counted, problem=str(exc))
    return Imported(
        id=reading.id,
        statements=counted,
        added=loaded.added,
        already_known=loaded.already_known,
        superseded=loaded.superseded,
    )


class GivenArticle(Shape):
    """An article that a command has read and hands to the running service."""

    article: Article
    path: str
    origin: Literal["real", "sample", "invented"]

    def found(self) -> Found:
        """The same as the pipeline takes it."""
        return Found(self.article, self.path, self.origin)


class Health(Shape):
    """That the service answers, and what it serves."""

    status: Literal["ok"]
    version: str
    store: Literal["embedded", "neo4j"]
    articles: int


def catalogue() -> tuple[QuestionShape, ...]:
    """Every question that can be asked, in alphabetical order; no store is needed for it."""
    return tuple(question_shape(question) for question in questions().values())


def question_shape(question: Question) -> QuestionShape:
    """A question without its Cypher."""
    return QuestionShape(
        name=question.name,
        title=question.title,
        description=question.description,
        parameters=tuple(_parameter(parameter) for parameter in question.parameters),
        columns=_columns(question.columns),
        picture=question.picture,
    )


def answer_shape(answer: Answer, articles: Mapping[str, ArticleHead]) -> AnswerShape:
    """An answer with the heads of its articles."""
    return AnswerShape(
        question=answer.question.name,
        title=answer.question.title,
        parameters=answer.parameters,
        columns=_columns(answer.columns),
        rows=tuple(answer.rows),
        articles=articles,
        truncated=answer.truncated,
    )


def ingested_shape(result: Ingested) -> IngestedArticle:
    """What came of an article."""
    return IngestedArticle(
        article=result.article,
        path=result.path,
        sample=result.origin != "real",
        invented=result.origin == "invented",
        added=result.loaded.added,
        already_known=result.loaded.already_known,
        superseded=result.loaded.superseded,
        statements=tuple(result.statements),
    )


def _columns(columns: tuple[Column, ...]) -> tuple[ColumnShape, ...]:
    return tuple(
        ColumnShape(
            name=column.name,
            type=column.type,
            label=column.label,
            many=column.many,
            unit=column.unit,
            unit_column=column.unit_column,
        )
        for column in columns
    )


def _parameter(parameter: Parameter) -> ParameterShape:
    return ParameterShape(
        name=parameter.name,
        type=parameter.type,
        label=parameter.label,
        of=parameter.of,
        many=parameter.many,
        optional=parameter.optional,
        required=parameter.required,
        default=parameter.default,
        allowed=parameter.allowed(),
        expects=parameter.expects(),
    )
