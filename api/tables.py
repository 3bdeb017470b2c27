"""The tables of answers, statements, articles and entities."""

from collections.abc import Callable, Mapping, Sequence

from pydantic import JsonValue

from api.shapes import AnswerShape, ColumnShape, Listing
from api.table import Table, article_label, cell, marker, number, plain, table_of
from api.words import Language, say
from graph.shown import ArticleLine, EntityLine, PlainEdge, StatementView
from graph.statement import Source
from seeds.vocabulary import vocabulary

# Columns that say for programs what another column says for people.
HIDDEN_TYPES = frozenset({"id", "statement"})
HIDDEN = frozenset({"evidence", "sample"})
BESIDE: Mapping[str, frozenset[str]] = {
    "figure": frozenset({"min", "max", "modifier", "unit", "caption", "whole_min", "whole_max", "whole_unit"}),
    "other_figure": frozenset({"other_min", "other_max"}),
    "article": frozenset({"published"}),
}
# What goes without saying: the column stands only where some row says something else.
USUAL: Mapping[str, Sequence[JsonValue]] = {"polarity": ["affirmed"], "stance": [["reports"], []]}
Row = Mapping[str, JsonValue]


def answer_table(answer: AnswerShape, language: Language) -> Table:
    """The columns of an answer that people read, the articles by name, the evidence apart."""
    names = {column.name for column in answer.columns}
    hidden = HIDDEN.union(_asked_for(answer), *(beside for name, beside in BESIDE.items() if name in names))
    shown = [column for column in answer.columns if column.name not in hidden and column.type not in HIDDEN_TYPES]
    rows = [
        (*(_answer_cell(answer, row, column, language) for column in shown), _row_marker(answer, row, language))
        for row in answer.rows
    ]
    headings = (*(column.label[language] for column in shown), say("sample", language))
    evidence = [plain(str(row["evidence"])) for row in answer.rows] if "evidence" in names else []
    note = say("more", language) if answer.truncated else ""
    return Table(answer.title[language], headings, tuple(rows), tuple(evidence), note).without_empty()


def _asked_for(answer: AnswerShape) -> set[str]:
    """Columns that have the same in every row because it was asked for."""
    return {name for name, value in answer.parameters.items() if value is not None and not isinstance(value, list)}


def _answer_cell(answer: AnswerShape, row: Row, column: ColumnShape, language: Language) -> str:
    value = row[column.name]
    if column.type == "article" and str(value) in answer.articles:
        return article_label(answer.articles[str(value)], language)
    if value in USUAL.get(column.name, ()):
        return ""
    text = cell(value, column.type, language)
    whole, unit = row.get("whole_min"), row.get("whole_unit")
    if column.name == "figure" and isinstance(whole, int) and isinstance(unit, str):
        return f"{text} ({_whole(whole, unit, language)})"
    return text


def _row_marker(answer: AnswerShape, row: Row, language: Language) -> str:
    """Says of a row without an article that it rests on samples alone; an article says it itself."""
    return "" if row.get("article") in answer.articles else marker(sample=row.get("sample") is True, language=language)


def statements_table(found: Listing[StatementView], title: str, language: Language) -> Table:
    """A line for each statement: who does what to whom, on whose word, and the evidence."""
    columns: dict[str, Callable[[StatementView], str]] = {
        say("article", language): lambda view: article_label(view.article, language),
        say("who", language): lambda view: plain(view.statement.subject.name),
        say("what", language): lambda view: _what(view, language),
        say("whom", language): lambda view: plain(view.statement.object.name) if view.statement.object else "",
        say("figure", language): lambda view: plain(_figure(view, language)),
        say("modality", language): lambda view: vocabulary().label("modality", view.statement.modality, language),
        say("origin", language): lambda view: _sources(view, "origin", language),
        say("outlet", language): lambda view: _sources(view, "outlet", language),
        say("place", language): lambda view: plain(view.statement.place.name) if view.statement.place else "",
        say("time", language): lambda view: plain(view.statement.time.text) if view.statement.time else "",
        say("id", language): lambda view: view.statement.id,
    }
    table = table_of(title, found.items, columns)
    evidence = tuple(plain(view.statement.evidence.text) for view in found.items)
    return Table(title, table.headings, table.rows, evidence, _more(found)).without_empty()


def _what(view: StatementView, language: Language) -> str:
    label = vocabulary().label("predicate", view.statement.predicate, language)
    return f"{label} ({say('negated', language)})" if view.statement.polarity == "negated" else label


def _figure(view: StatementView, language: Language) -> str:
    count = view.statement.count
    if count is None:
        return ", ".join(item.name for item in view.statement.items)
    whole = count.of
    if whole is None or whole.min is None:
        return count.text
    return f"{count.text} ({_whole(whole.min, whole.unit, language)})"


def _whole(number_: int, unit: str, language: Language) -> str:
    """What a counted part is a part of."""
    return f"{say('of', language)} {number(number_, language)} {vocabulary().label('unit', unit, language)}"


def _sources(view: StatementView, role: str, language: Language) -> str:
    return ", ".join(_source(one, language) for one in view.statement.sources if one.role == role)


def _source(source: Source, language: Language) -> str:
    name = plain(source.entity.name)
    if source.stance == "reports":
        return name
    return f"{name} ({vocabulary().label('stance', source.stance, language)})"


def articles_table(found: Listing[ArticleLine], title: str, language: Language) -> Table:
    """A line for each article."""
    columns: dict[str, Callable[[ArticleLine], str]] = {
        say("published", language): lambda line: line.article.published or "",
        say("article", language): lambda line: plain(line.article.outlet or ""),
        say("title", language): lambda line: plain(line.article.title or ""),
        say("statements", language): lambda line: number(line.statements, language),
        say("sample", language): lambda line: marker(
            sample=line.article.sample, invented=line.article.invented, language=language
        ),
        say("id", language): lambda line: line.article.id,
    }
    table = table_of(title, found.items, columns)
    return Table(title, table.headings, table.rows, note=_more(found)).without_empty()


def entities_table(found: Sequence[EntityLine], title: str, language: Language) -> Table:
    """A line for each entity."""
    columns: dict[str, Callable[[EntityLine], str]] = {
        say("id", language): lambda line: line.entity.id,
        say("name", language): lambda line: plain(line.entity.name),
        say("type", language): lambda line: vocabulary().label("entity_type", line.entity.type, language),
        say("statements", language): lambda line: number(line.statements, language),
    }
    return table_of(title, found, columns)


def edges_table(edges: Sequence[PlainEdge], title: str, language: Language) -> Table:
    """A line for each plain edge, with the number of articles behind it."""
    columns: dict[str, Callable[[PlainEdge], str]] = {
        say("who", language): lambda edge: plain(edge.source.name),
        say("edge", language): lambda edge: edge.edge,
        say("whom", language): lambda edge: plain(edge.target.name),
        say("articles", language): lambda edge: number(edge.articles, language),
        say("origins", language): lambda edge: number(edge.origins, language),
        say("denied", language): lambda edge: number(edge.denied, language) if edge.denied else "",
        say("sample", language): lambda edge: marker(sample=edge.sample, language=language),
    }
    return table_of(title, edges, columns).without_empty()


def _more(found: Listing[StatementView] | Listing[ArticleLine]) -> str:
    shown = found.offset + len(found.items)
    return f"{found.offset + 1}–{shown} / {found.total}" if shown < found.total or found.offset else ""
