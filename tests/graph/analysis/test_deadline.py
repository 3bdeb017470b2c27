"""Computations end when their time is up, in any thread, and nothing of that comes later."""

from concurrent.futures import ThreadPoolExecutor

import networkx as nx
import pytest

from graph.analysis.computing import COMPUTATIONS
from graph.analysis.deadline import Deadline
from graph.analysis.networks import Row
from graph.ask import ask
from graph.store import Store
from seeds.errors import StoreTimeout


def for_ever() -> int:
    number = 0
    while True:
        try:
            number = abs(number) + 1
        except Exception as exc:
            raise AssertionError from exc


def test_what_does_not_end_is_ended() -> None:
    with pytest.raises(StoreTimeout, match=r"no answer within 0.05 seconds; ask for less"):
        Deadline(0.05).within(for_ever)


def test_it_ends_in_another_thread_too() -> None:
    with ThreadPoolExecutor(2) as threads:
        ends = [threads.submit(Deadline(0.05).within, for_ever) for _ in range(4)]
        assert [type(end.exception()) for end in ends] == 4 * [StoreTimeout]
        assert threads.submit(sum, (1, 2)).result() == 3


def test_an_alarm_that_was_not_heard_is_repeated() -> None:
    """What is raised while an object goes away is dropped by Python."""

    class Deaf:
        def __del__(self) -> None:
            for number in range(20_000):
                abs(number)

    def drop_and_go_on() -> int:
        while True:
            Deaf()
            for number in range(20_000):
                abs(number)

    with pytest.raises(StoreTimeout):
        Deadline(0.02).within(drop_and_go_on)


def test_a_large_network_is_ended_in_the_middle() -> None:
    network: nx.Graph[int] = nx.Graph()
    network.add_edges_from((one, one * step % 4001) for one in range(4000) for step in range(2, 12))
    with pytest.raises(StoreTimeout):
        Deadline(0.2).within(lambda: nx.betweenness_centrality(network))


def test_what_ends_when_the_time_does_either_counts_or_not() -> None:
    """The alarm may come while the result is handed back: then too it is heard here and nowhere else."""
    for _ in range(300):
        try:
            assert Deadline(0.0005).within(lambda: sum(range(9000))) == 40_495_500
        except StoreTimeout:
            continue
    assert Deadline(60).within(lambda: 3) == 3


def test_nothing_begins_when_no_time_is_left() -> None:
    with pytest.raises(StoreTimeout):
        Deadline(0).left()


def test_a_question_that_takes_too_long(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(rows: list[Row], _: object) -> list[Row]:
        return [*rows, {"": for_ever()}]

    monkeypatch.setattr("graph.analysis.computing.COMPUTATIONS", {**COMPUTATIONS, "communities": endless})
    with pytest.raises(StoreTimeout):
        ask(store, "communities", {}, seconds=2)
