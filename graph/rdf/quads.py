"""The quads of a selection in one of the faces, article by article."""

from collections.abc import Callable, Iterator

from pyoxigraph import Quad

from graph.rdf.describe import Described, Describer
from graph.rdf.faces import Face, Nanopublications, PlainFace, ReifyingFace
from graph.rdf.select import ArticleRecord, Lately, Selection
from graph.rdf.terms import Names
from graph.rows import entities
from graph.shown import StatementView
from graph.store import Store


def quads(store: Store, selection: Selection, face: Face, names: Names) -> Iterator[Quad]:
    """All of it, read while it is taken."""
    if face == "nanopub":
        for record in selection.articles(store):
            yield from nanopublications(record, names)
        return
    writer = PlainFace(names) if face == "plain" else ReifyingFace(names)
    describer, written = Describer(names), Lately()
    for record in selection.articles(store):
        yield from article_quads(record, writer, describer, written)
    for edge in selection.edges(store):
        yield from writer.edge(describer.edge(edge))


def article_quads(record: ArticleRecord, face: PlainFace, describer: Describer, written: Lately) -> list[Quad]:
    """An article with what it says, and the things around it that were not written lately."""
    around = [quad for thing in things(record, describer, written.new) for quad in face.other(thing)]
    claimed = [quad for claim in claims(record, describer, written.new) for quad in face.other(claim)]
    return around + claimed + own_quads(record, face, describer)


def claims(
    record: ArticleRecord, describer: Describer, wanted: Callable[[str], bool] = lambda _: True
) -> Iterator[Described]:
    """What its statements claim, with how many articles, outlets and origins say so; `wanted` as for `things`."""
    for view in record.statements:
        claim = record.claims[view.statement.id]
        if wanted(f"claim {claim}"):
            yield describer.claim(claim, view.support)


def things(
    record: ArticleRecord, describer: Describer, wanted: Callable[[str], bool] = lambda _: True
) -> Iterator[Described]:
    """What other articles may have in common with this one: its document, its run, the entities that it names.

    `wanted` is asked with a key of each; what is not wanted is not described.
    """
    if wanted(f"run {record.run.id}"):
        yield describer.run(record.run)
    if wanted(f"document {record.document}"):
        yield describer.document(record.document)
    for id_ in dict.fromkeys(id_ for view in record.statements for id_ in _named(view, record)):
        if wanted(f"entity {id_}"):
            yield describer.entity(record.heads[id_])


def own_quads(record: ArticleRecord, face: PlainFace, describer: Describer) -> list[Quad]:
    """The article itself and its statements."""
    found = face.other(_article(record, describer))
    for view in record.statements:
        found += face.statement(describer.statement(view, record.heads, record.claims[view.statement.id]))
    return found


def _named(view: StatementView, record: ArticleRecord) -> list[str]:
    """The entities that a statement names, each once, with those that they count as."""
    named = [entity.id for entity in entities(view.statement)]
    return [*dict.fromkeys([*named, *(record.same[id_] for id_ in named if id_ in record.same)])]


def nanopublications(record: ArticleRecord, names: Names) -> Iterator[Quad]:
    """An article and each of its statements as nanopublications that stand alone."""
    face, describer = Nanopublications(names), Describer(names)
    article, loaded = _article(record, describer), str(record.properties["loaded"])
    around = [describer.run(record.run), describer.document(record.document)]
    yield from face.article(article, around, loaded)
    for view, claim in zip(record.statements, claims(record, describer), strict=True):
        around = [describer.entity(record.heads[id_]) for id_ in _named(view, record)]
        said = describer.statement(view, record.heads, record.claims[view.statement.id])
        said.known_from += claim.said
        yield from face.statement(said, around, article, loaded)


def _article(record: ArticleRecord, describer: Describer) -> Described:
    return describer.article(record.properties, record.text, record.run.id, record.supersedes)
