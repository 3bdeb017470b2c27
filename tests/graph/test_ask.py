"""Asking: limits, suggestions, entities by id and by name."""

from collections.abc import Iterator, Mapping
from typing import NoReturn, cast

import pytest
from pydantic import JsonValue

from graph.ask import Answer, ask
from graph.statement import Entity, make_article
from graph.store import Store
from queries.catalogue import questions
from seeds.errors import BadParameter, NotFound, StoreError
from seeds.reference import reference
from tests.integration.stores import KINDS
from tests.queries.filled import filled_store
from tests.queries.known import known_graph, says

TWIN = Entity(id="test-abel-country", name="Abel", type="Country")


@pytest.fixture(scope="module", params=KINDS)
def known(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Each store in turn, with the known graph in it, and a country that is called like a person."""
    article = make_article("Abel kämpft.")
    said = says(article, "Abel kämpft.", "FIGHTING", TWIN, None, kind="troop_report")
    with filled_store(request.param, request, tmp_path_factory, [*known_graph(), (article, [said], "real")]) as filled:
        yield filled


def test_an_answer_carries_its_question(known: Store) -> None:
    answer = ask(known, "figures-in-place", {"force": "Arland", "place": "borland"})
    assert isinstance(answer, Answer)
    assert (answer.question, answer.truncated) == (questions()["figures-in-place"], False)
    assert answer.columns == answer.question.columns
    assert answer.parameters == {"force": "test-arland", "place": "test-borland", "predicates": ["SENT", "PRESENT"]}
    assert len(answer.rows) == 2


def test_rows_are_limited(known: Store) -> None:
    every = ask(known, "network")
    some = ask(known, "network", limit=3)
    assert (some.rows, some.truncated) == (every.rows[:3], True)
    assert not ask(known, "network", limit=len(every.rows)).truncated


class Counting:
    """A store that counts how often it is read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.reads = 0

    def read(self, cypher: str, parameters: Mapping[str, JsonValue], *, limit: int, seconds: float) -> object:
        """The rows of the store itself."""
        self.reads += 1
        return self._store.read(cypher, parameters, limit=limit, seconds=seconds)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("competing-figures", {"force": "test-arland"}),
        ("connection", {"one": "test-arland", "other": "test-borland"}),
        ("reports-from-places", {"force": None, "places": ["test-borland", "ukraine"]}),
    ],
)
def test_all_ids_cost_one_look_at_the_store(name: str, given: Mapping[str, JsonValue], known: Store) -> None:
    counting = Counting(known)
    assert ask(cast(Store, counting), name, given).question.name == name
    assert counting.reads == 2


def test_no_id_costs_none(known: Store) -> None:
    counting = Counting(known)
    assert ask(cast(Store, counting), "network").rows
    assert counting.reads == 1


class Slow:
    """A store that never answers in time."""

    def read(self, cypher: str, parameters: object, *, limit: int, seconds: float) -> NoReturn:
        """Says what it was given."""
        raise StoreError(f"no answer within {seconds} seconds to {limit} rows")


def test_time_and_rows_are_limited_at_the_store() -> None:
    with pytest.raises(StoreError, match=r"no answer within 10\.0 seconds to 1001 rows"):
        ask(cast(Store, Slow()), "network")
    with pytest.raises(StoreError, match=r"no answer within 0\.5 seconds to 4 rows"):
        ask(cast(Store, Slow()), "network", limit=3, seconds=0.5)


@pytest.mark.parametrize(
    ("name", "hint"),
    [("netwrok", "did you mean network?"), ("figures", "figures-in-place"), ("qqq", "known are agreement-and-dispute")],
)
def test_an_unknown_question_is_answered_with_those_alike(name: str, hint: str, known: Store) -> None:
    with pytest.raises(NotFound, match="there is no question") as error:
        ask(known, name)
    assert hint in str(error.value)


@pytest.mark.parametrize(
    ("given", "id_"),
    [
        ("test-arland", "test-arland"),
        ("ARLAND", "test-arland"),
        ("nordkorea", "nordkorea"),
        ("Nordkorea", "nordkorea"),
        ("dvrk", "nordkorea"),
        ("BND", "bnd-de"),
    ],
)
def test_entities_are_found_by_id_name_and_alias(given: str, id_: str, known: Store) -> None:
    assert ask(known, "competing-figures", {"force": given}).parameters["force"] == id_


def test_what_the_graph_knows_goes_before_the_tables(known: Store) -> None:
    assert reference().entities["kurier"].name == "Kurier"
    assert ask(known, "chains", {"outlet": "Kurier"}).parameters["outlet"] == "test-kurier"


def test_lists_of_entities_and_none(known: Store) -> None:
    asked = ask(known, "reports-from-places", {"force": "", "places": "Borland, Ukraine"}).parameters
    assert (asked["force"], asked["places"]) == (None, ["test-borland", "ukraine"])


def test_the_type_decides_between_entities_of_one_name(known: Store) -> None:
    assert ask(known, "offices", {"person": "Abel"}).parameters["person"] == "test-abel"
    assert ask(known, "competing-figures", {"force": "Abel"}).parameters["force"] == TWIN.id
    with pytest.raises(BadParameter, match="'Abel' can mean test-abel or test-abel-country"):
        ask(known, "network", {"entity": "Abel"})


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("Nordkorrea", "is unknown; did you mean nordkorea?"),
        ("Qqqqqq", "'Qqqqqq' is unknown"),
        ("Seepakt", "takes the id or name of an entity of type Country or Force or Organization (or nothing)"),
        ("Seepakt", "'Seepakt' is of type Agreement"),
        ("wladimir-putin", "'wladimir-putin' is of type Person"),
        ("x' OR 1=1 //", "is unknown"),
    ],
)
def test_what_is_no_fitting_entity_is_refused(given: str, says: str, known: Store) -> None:
    with pytest.raises(BadParameter, match="competing-figures: parameter 'force'") as error:
        ask(known, "competing-figures", {"force": given})
    assert says in str(error.value)
