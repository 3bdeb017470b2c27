"""Examples for the OpenAPI description: real values of an invented article, made when they are asked for."""

from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel, JsonValue

from api.context import Context
from api.shapes import (
    AnswerShape,
    DecisionShape,
    ForgottenDocument,
    Health,
    IngestedArticle,
    Listing,
    QuestionShape,
    StatementDetail,
    question_shape,
)
from graph.assessment.admiralty import scheme
from graph.assessment.judging import Rating, Reliability
from graph.assessment.ledger import Assessment
from graph.caption import caption
from graph.decisions.decision import Decision
from graph.shown import (
    ArticleHead,
    ArticleLine,
    ArticleView,
    EdgeEnd,
    EntityHead,
    EntityLine,
    EntityView,
    PlainEdge,
    StatementView,
    Support,
)
from graph.statement import Article, Count, Entity, Evidence, Run, Source, Statement, make_article, make_statement
from queries.catalogue import questions

QUESTION = "competing-figures"
INSTANT = "2024-06-26T08:00:00+00:00"
KENYA = Entity(id="kenia", name="Kenia", type="Country", wikidata="Q114")
HAITI = Entity(id="haiti", name="Haiti", type="Country", wikidata="Q790")
MINISTRY = Entity(id="innenministerium-kenia", name="kenianisches Innenministerium", type="Organization")
SENTENCE = "Kenia hat nach Angaben des Innenministeriums rund 400 Polizisten nach Haiti entsandt."


@cache
def examples() -> Mapping[tuple[str, str], BaseModel | list[BaseModel]]:
    """An answer for each resource, by path and method."""
    view = statement_view()
    article_line = ArticleLine(article=view.article, statements=1)
    entity_line = EntityLine(entity=_haiti(), statements=1)
    return {
        ("/questions", "get"): [_question()],
        ("/questions/{name}", "get"): _answer(),
        ("/statements", "get"): Listing[StatementView](items=(view,), total=1, limit=50, offset=0),
        ("/statements/{id}", "get"): _detail(),
        ("/entities", "get"): Listing[EntityLine](items=(entity_line,), total=1, limit=50, offset=0),
        ("/entities/{id}", "get"): _entity(),
        ("/articles", "get"): Listing[ArticleLine](items=(article_line,), total=1, limit=50, offset=0),
        ("/articles/{id}", "get"): _article_view(),
        ("/articles", "post"): _ingested(),
        ("/decisions", "get"): [_decision()],
        ("/decisions", "post"): _decision(),
        ("/articles/{id}", "delete"): ForgottenDocument(
            document=article().document, articles=(article().id,), statements=1, entities=1
        ),
        ("/assessments", "get"): [_assessment()],
        ("/assessments", "post"): _assessment(),
        ("/health", "get"): Health(status="ok", version="0.1.0", store="embedded", articles=15),
    }


def article() -> Article:
    """The invented article."""
    return make_article(
        SENTENCE,
        title="Kenia schickt Polizisten nach Haiti",
        outlet="Musterblatt",
        published="2024-06-26",
        url="https://example.org/haiti",
        language="de",
    )


def statement() -> Statement:
    """What it says."""
    stored = article()
    start = stored.text.index(SENTENCE)
    return make_statement(
        article=stored.id,
        kind="troop_report",
        predicate="SENT",
        subject=KENYA,
        object=HAITI,
        count=Count(min=400, max=400, modifier="about", unit="personnel", text="rund 400 Polizisten"),
        polarity="affirmed",
        modality="reported",
        sources=(Source(entity=MINISTRY, role="origin", stance="reports", step=1),),
        evidence=Evidence(start=start, end=start + len(SENTENCE), text=SENTENCE),
        confidence=0.9,
    )


def statement_view() -> StatementView:
    """The statement with its article."""
    said = statement()
    return StatementView(
        statement=said,
        article=_head(),
        caption=caption(said),
        current=True,
        sample=False,
        origins=(MINISTRY.id,),
        support=Support(articles=1, outlets=1, origins=1),
    )


def _head() -> ArticleHead:
    stored = article().model_dump(include={"id", "document", "title", "outlet", "published", "url", "language"})
    return ArticleHead(**stored, sample=False, invented=False, current=True, loaded=INSTANT)


def _detail() -> StatementDetail:
    evidence = statement().evidence
    context = Context(
        start=evidence.start, end=evidence.end, text=SENTENCE, evidence_start=0, evidence_end=len(SENTENCE)
    )
    return StatementDetail(**dict(statement_view()), context=context, rating=_rating())


def _assessment() -> Assessment:
    return Assessment(
        target="source",
        key=MINISTRY.id,
        name=MINISTRY.name,
        grade="B",
        who="Muster",
        when=INSTANT,
        why="Bisher meist bestätigt",
    )


def _rating() -> Rating:
    grades, made = scheme().grades, _assessment()
    source = Reliability(key=MINISTRY.id, grade="B", label=grades["source"]["B"], assessment=made)
    return Rating(credibility="6", label=grades["claim"]["6"], caps=(), assessment=None, sources=(source,))


def _article_view() -> ArticleView:
    return ArticleView(
        article=article(),
        run=Run(id="run", version="0.1.0", model="sha256:…", vocabulary="sha256:…", started=INSTANT),
        sample=False,
        invented=False,
        current=True,
        loaded=INSTANT,
        supersedes=None,
        superseded_by=None,
        statements=1,
    )


def _decision() -> DecisionShape:
    decision = Decision(
        id="7f3a90c2d1e4b586", kind="reject", who="Ada", when=INSTANT, why="Zahl verlesen", statement=statement().id
    )
    return DecisionShape(decision=decision, undone=False)


def _haiti() -> EntityHead:
    return EntityHead(
        **HAITI.model_dump(exclude={"role"}), aliases=("Republik Haiti",), country="HT", kind="state", known=True
    )


def _entity() -> EntityView:
    edge = PlainEdge(
        edge="SENT_TROOPS_TO",
        predicate="SENT",
        source=EdgeEnd(id=KENYA.id, name=KENYA.name, type=KENYA.type),
        target=EdgeEnd(id=HAITI.id, name=HAITI.name, type=HAITI.type),
        articles=1,
        asserted=0,
        reported=1,
        denied=0,
        doubted=0,
        outlets=1,
        origins=1,
        first="2024-06-26",
        last="2024-06-26",
        sample=False,
    )
    return EntityView(entity=_haiti(), statements=1, roles={"object": 1}, outgoing=(), incoming=(edge,))


def _question() -> QuestionShape:
    return question_shape(questions()[QUESTION])


def _answer() -> AnswerShape:
    shape, said = _question(), statement_view()
    known: dict[str, JsonValue] = {
        "article": said.article.id,
        "force": KENYA.name,
        "predicate": "SENT",
        "figure": "rund 400 Polizisten",
        "min": 400,
        "max": 400,
        "modifier": "about",
        "unit": "personnel",
        "where": HAITI.name,
        "modality": "reported",
        "origin": [MINISTRY.name],
        "outlet": [],
        "polarity": "affirmed",
        "stance": ["reports"],
        "articles": 1,
        "outlets": 1,
        "origins": 1,
        "caption": said.caption,
        "published": "2024-06-26",
        "sample": False,
        "statement": said.statement.id,
        "evidence": SENTENCE,
    }
    return AnswerShape(
        question=shape.name,
        title=shape.title,
        parameters={parameter.name: parameter.default for parameter in shape.parameters} | {"force": KENYA.id},
        columns=shape.columns,
        rows=({column.name: known.get(column.name) for column in shape.columns},),
        articles={said.article.id: said.article},
        truncated=False,
    )


def _ingested() -> IngestedArticle:
    return IngestedArticle(
        article=article(),
        path="the posted article",
        sample=False,
        invented=False,
        added=1,
        already_known=False,
        superseded=None,
        statements=(statement(),),
    )
