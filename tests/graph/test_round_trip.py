"""Properties of both stores: nothing is lost, nothing comes twice, and plain edges follow from what is current."""

from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.rows import entities
from graph.statement import Article, Statement
from graph.store import Store, open_store
from seeds.vocabulary import vocabulary
from tests.graph.making import RUN
from tests.graph.strategies import readings
from tests.graph.whole import articles, ask, everything, plain, statements
from tests.integration.stores import KINDS, empty_store

Fresh = Callable[[], AbstractContextManager[Store]]
Edge = dict[str, object]


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of store in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def fresh(kind: str, request: pytest.FixtureRequest) -> Fresh:
    """Opens an empty store of that kind, as often as a property wants one."""

    @contextmanager
    def opened() -> Generator[Store, None, None]:
        with TemporaryDirectory() as folder, open_store(empty_store(kind, request, Path(folder))) as store:
            yield store

    return opened


@pytest.fixture(scope="module")
def tries(kind: str) -> settings:
    """Fewer examples where each costs a second."""
    return settings(max_examples=60 if kind == "embedded" else 5)


def test_what_was_put_comes_back_equal_and_only_once(fresh: Fresh, tries: settings) -> None:
    @tries
    @given(st.lists(readings(), min_size=1, max_size=3, unique_by=lambda reading: reading[0].document))
    def check(given_: list[tuple[Article, list[Statement]]]) -> None:
        with fresh() as store:
            for article, said in given_:
                assert store.put(article, said, RUN, origin="real").added == len(said)
            assert articles(store) == sorted((article for article, _ in given_), key=lambda article: article.id)
            said = [statement for _, part in given_ for statement in part]
            assert statements(store) == sorted(said, key=lambda statement: statement.id)
            before = everything(store)
            for article, part in reversed(given_):
                assert store.put(article, part[::-1], RUN, origin="real").already_known
            assert everything(store) == before

    check()


def test_plain_edges_follow_from_what_is_current(fresh: Fresh, tries: settings) -> None:
    """Versions of two documents, new readings of some, in any order: the edges are those of the last state."""

    @tries
    @given(st.lists(st.integers(0, 1).flatmap(readings), min_size=1, max_size=6))
    def check(puts: list[tuple[Article, list[Statement]]]) -> None:
        known: dict[str, tuple[Article, list[Statement]]] = {}
        current: dict[str, str] = {}
        with fresh() as store:
            for article, said in puts:
                loaded = store.put(article, said, RUN, origin="real")
                if article.id not in known:
                    assert loaded.superseded == current.get(article.document)
                    current[article.document] = article.id
                known[article.id] = (article, said)
            counting = [known[each] for each in current.values()]
            for edge in vocabulary().plain_edges():
                assert plain(store, edge) == expected(edge, counting)
            named = {each.id for _, said in known.values() for one in said for each in entities(one)}
            assert {str(row["id"]) for row in ask(store, "MATCH (e:Entity) RETURN e.id AS id")} == named
            marked = ask(store, "MATCH (s:Statement) WHERE s.current RETURN s.id AS id ORDER BY id")
            assert [row["id"] for row in marked] == sorted(each.id for _, said in counting for each in said)

    check()


def expected(edge: str, readings_: Iterable[tuple[Article, list[Statement]]]) -> list[Edge]:
    """The plain edges of one type by the words of the issue, worked out the slow way."""
    pairs: dict[tuple[str, str], list[tuple[Article, Statement]]] = {}
    for article, said in readings_:
        for each in said:
            term = vocabulary().predicates[each.predicate]
            if term.plain_edge == edge and each.object and each.modality in {"asserted", "reported"}:
                ends = (each.subject.id, each.object.id)
                pairs.setdefault((min(ends), max(ends)) if term.symmetric else ends, []).append((article, each))
    return [_edge(pair, spoken) for pair, spoken in sorted(pairs.items()) if any(_carries(each) for _, each in spoken)]


def _stances(each: Statement) -> set[str]:
    return {one.stance for one in each.sources}


def _carries(each: Statement) -> bool:
    return each.polarity == "affirmed" and _stances(each) != {"denies"}


def _reports(each: Statement) -> bool:
    passed_on = not each.sources or bool(_stances(each) - {"denies", "doubts"})
    return each.polarity == "affirmed" and each.modality == "reported" and passed_on


COUNTED: dict[str, Callable[[Statement], bool]] = {
    "asserted": lambda each: each.polarity == "affirmed" and each.modality == "asserted",
    "reported": _reports,
    "denied": lambda each: each.polarity == "negated" or "denies" in _stances(each),
    "doubted": lambda each: "doubts" in _stances(each),
}


def _edge(pair: tuple[str, str], spoken: list[tuple[Article, Statement]]) -> Edge:
    dated = {article.published for article, _ in spoken if article.published and article.published[0] != "-"}
    return {
        "a": pair[0],
        "b": pair[1],
        "articles": len({article.id for article, _ in spoken}),
        **{name: len({article.id for article, each in spoken if says(each)}) for name, says in COUNTED.items()},
        "predicate": min(each.predicate for _, each in spoken),
        "first": min(dated, default=None),
        "last": max(dated, default=None),
        "sample": False,
    }
