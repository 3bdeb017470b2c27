"""Reading stored articles again with today's program, model and vocabulary, and what that changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.statement import Article, Statement
from graph.store import Store
from graph.stored import machine_read, origin_of, stored
from ingest.pipeline import Extractor, extract_read, run_record
from ingest.readers.found import Found, Rejected


@dataclass(frozen=True, slots=True)
class Change:
    """The same words read in another way."""

    before: Statement
    after: Statement


@dataclass(frozen=True, slots=True)
class Reread:
    """An article with what is read in it now and was not before, no more, or otherwise."""

    article: Article
    gained: tuple[Statement, ...]
    lost: tuple[Statement, ...]
    changed: tuple[Change, ...]
    same: int


def reread(store: Store, extractor: Extractor | None = None, *, keep: bool = True) -> Iterator[Reread]:
    """Reads every stored article again, one transaction each; what was yielded is stored, with `keep` false nothing.

    Decisions of people are obeyed as in every load. Older versions stay older versions.
    """
    run = run_record()
    given = [Found(view.article, view.article.id, origin_of(view)) for view, _ in stored(store)]
    for result in extract_read(given, extractor):
        if isinstance(result, Rejected):
            continue
        before = list(machine_read(store, result.article.id))
        if keep:
            store.put(result.article, result.statements, run, origin=result.origin)
        yield compare(result.article, before, result.statements)


def compare(article: Article, before: Iterable[Statement], after: Iterable[Statement]) -> Reread:
    """What is new, gone and changed: a statement is changed where the same words are of the same kind still."""
    old = {statement.id: statement for statement in before}
    new = {statement.id: statement for statement in after}
    lost = {id_: old[id_] for id_ in old if id_ not in new}
    gained: list[Statement] = []
    changed: list[Change] = []
    for statement in (new[id_] for id_ in new if id_ not in old):
        twin = next((one for one in lost.values() if _place(one) == _place(statement)), None)
        if twin is None:
            gained.append(statement)
        else:
            changed.append(Change(lost.pop(twin.id), statement))
    return Reread(article, tuple(gained), tuple(lost.values()), tuple(changed), len(old.keys() & new.keys()))


def _place(statement: Statement) -> tuple[int, int, str]:
    return statement.evidence.start, statement.evidence.end, statement.kind
