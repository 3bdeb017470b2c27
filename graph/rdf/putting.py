"""Putting what was read from RDF into a store: it is added to what the store knows, and takes nothing away."""

from graph import view
from graph.cypher import text
from graph.filter import StatementFilter
from graph.rdf.reading import Reading
from graph.rdf.select import article_records
from graph.shown import ArticleView
from graph.store import Loaded, Origin, Store
from seeds.errors import BadInput, NotFound

SECONDS = 10.0


def put_reading(store: Store, reading: Reading) -> Loaded:
    """Stores an article with its statements; those that the store has of it already stay.

    BadInput where its text is neither in the file nor in the store, or where it is an older version of a document
    of which the store has a newer one.
    """
    known = _known(store, reading.id)
    if known is None:
        return _put_new(store, reading)
    wanted = StatementFilter(article=reading.id)
    (record,) = article_records(store, [reading.id], wanted)
    said = {one.statement.id: one.statement for one in record.statements}
    added = [one for one in reading.statements if one.id not in said]
    if not added:
        return Loaded(reading.id, 0, already_known=True, superseded=None)
    origin: Origin = "invented" if known.invented else "sample" if known.sample else "real"
    return store.put(known.article, [*said.values(), *added], reading.run, origin=origin)


def _put_new(store: Store, reading: Reading) -> Loaded:
    if reading.article is None:
        raise BadInput(
            f"article {reading.id}: its text is neither in the file nor in the graph; export it with --with-text"
        )
    newer = store.read(text("current_versions"), {"documents": [reading.document]}, limit=1, seconds=SECONDS)
    if newer and not reading.current:
        raise BadInput(
            f"article {reading.id} is an older version of {reading.document}, of which the graph has a newer one"
        )
    return store.put(reading.article, reading.statements, reading.run, origin=reading.origin)


def _known(store: Store, id_: str) -> ArticleView | None:
    try:
        return view.article(store, id_)
    except NotFound:
        return None
