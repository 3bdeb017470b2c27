"""When a plain edge exists, and what it counts."""

from itertools import permutations

import pytest

from graph.cypher import allowed_types
from graph.plain import plain_pair, voices
from graph.store import Store
from seeds.vocabulary import vocabulary
from tests.graph.making import ABEL, ARLAND, BERTA, BORLAND, DIENST, MELDER, RUN, TEXT, article, met, sent, source
from tests.graph.whole import plain

COUNTED = ("articles", "asserted", "reported", "denied", "doubted")


def counts(store: Store, edge: str = "SENT_TROOPS_TO") -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in COUNTED) for row in plain(store, edge)]


@pytest.mark.parametrize(
    "fields",
    [
        {"modality": "planned"},
        {"modality": "possible"},
        {"modality": "suspected"},
        {"polarity": "negated"},
        {"sources": (source("denies"),), "modality": "reported"},
        {"sources": (source("denies"), source("denies", MELDER)), "modality": "reported"},
        {"predicate": "PLANNED", "modality": "planned"},
        {"object": None},
    ],
    ids=str,
)
def test_alone_these_make_no_edge(store: Store, fields: dict[str, object]) -> None:
    given = article()
    store.put(given, [sent(given, **fields)], RUN, origin="real")
    assert counts(store) == []


@pytest.mark.parametrize(
    ("fields", "counted"),
    [
        ({}, (1, 1, 0, 0, 0)),
        ({"modality": "reported"}, (1, 0, 1, 0, 0)),
        ({"sources": (source("reports"),), "modality": "reported"}, (1, 0, 1, 0, 0)),
        ({"sources": (source("confirms"),), "modality": "reported"}, (1, 0, 1, 0, 0)),
        ({"sources": (source("doubts"),), "modality": "reported"}, (1, 0, 0, 0, 1)),
        ({"sources": (source("denies"), source("reports", MELDER)), "modality": "reported"}, (1, 0, 1, 1, 0)),
        ({"sources": (source("denies"), source("doubts", MELDER)), "modality": "reported"}, (1, 0, 0, 1, 1)),
    ],
)
def test_one_statement_is_enough(store: Store, fields: dict[str, object], counted: tuple[int, ...]) -> None:
    given = article()
    store.put(given, [sent(given, **fields)], RUN, origin="real")
    assert counts(store) == [counted]


def test_one_source_denies_in_another_article(store: Store) -> None:
    first, second = article(1, published="2025-01-10"), article(2, published="2025-01-20")
    store.put(first, [sent(first, source("denies"))], RUN, origin="real")
    assert counts(store) == []
    store.put(second, [sent(second, source("reports"))], RUN, origin="real")
    [edge] = plain(store, "SENT_TROOPS_TO")
    assert (edge["a"], edge["b"], edge["predicate"]) == (ARLAND.id, BORLAND.id, "SENT")
    assert (edge["first"], edge["last"], edge["sample"]) == ("2025-01-10", "2025-01-20", False)
    assert counts(store) == [(2, 0, 1, 1, 0)]


def test_negated_content_denies_an_edge_that_is_there(store: Store) -> None:
    first, second = article(1), article(2)
    store.put(first, [sent(first)], RUN, origin="real")
    store.put(second, [sent(second, source(), polarity="negated")], RUN, origin="real")
    assert counts(store) == [(2, 1, 0, 1, 0)]


def test_articles_are_counted_not_statements(store: Store) -> None:
    given = article()
    said = [sent(given), sent(given, source()), sent(given, source("confirms")), sent(given, source("denies", MELDER))]
    store.put(given, said, RUN, origin="real")
    assert counts(store) == [(1, 1, 1, 1, 0)]


def test_two_predicates_may_make_one_edge(store: Store) -> None:
    given, other = article(1), article(2)
    store.put(given, [sent(given, predicate="TRAINING")], RUN, origin="real")
    store.put(other, [sent(other, predicate="PRESENT")], RUN, origin="real")
    [edge] = plain(store, "HAS_TROOPS_IN")
    assert (edge["articles"], edge["predicate"]) == (2, "PRESENT")


def test_a_symmetric_pair_has_one_edge(store: Store) -> None:
    first, second = article(1), article(2)
    store.put(first, [met(first, BERTA, ABEL)], RUN, origin="real")
    store.put(second, [met(second, ABEL, BERTA)], RUN, origin="real")
    assert [(edge["a"], edge["b"], edge["articles"]) for edge in plain(store, "MET")] == [(ABEL.id, BERTA.id, 2)]


def test_directions_are_kept_apart(store: Store) -> None:
    given = article()
    back = sent(given, subject=BORLAND, object=ARLAND)
    store.put(given, [sent(given), back], RUN, origin="real")
    assert len(plain(store, "SENT_TROOPS_TO")) == 2


def test_dates_without_a_year_or_none_at_all(store: Store) -> None:
    for number, published in enumerate((None, "--06", "2025-02", "2024-12-31")):
        given = article(number, published=published)
        store.put(given, [sent(given)], RUN, origin="real")
    [edge] = plain(store, "SENT_TROOPS_TO")
    assert (edge["articles"], edge["first"], edge["last"]) == (4, "2024-12-31", "2025-02")


def test_an_edge_is_a_sample_only_where_all_its_articles_are(store: Store) -> None:
    first, second = article(1), article(2)
    store.put(first, [sent(first)], RUN, origin="sample")
    assert [edge["sample"] for edge in plain(store, "SENT_TROOPS_TO")] == [True]
    store.put(second, [sent(second)], RUN, origin="real")
    assert [edge["sample"] for edge in plain(store, "SENT_TROOPS_TO")] == [False]


def test_a_correction_takes_its_share_away(store: Store) -> None:
    first, second = article(1, published="2025-01-01"), article(2, published="2025-01-02")
    corrected = article(1, text=TEXT + " Korrektur: Es waren keine.", published="2025-01-03")
    store.put(first, [sent(first, source("denies")), sent(first)], RUN, origin="real")
    store.put(second, [sent(second)], RUN, origin="real")
    assert counts(store) == [(2, 2, 0, 1, 0)]
    store.put(corrected, [], RUN, origin="real")
    [edge] = plain(store, "SENT_TROOPS_TO")
    assert counts(store) == [(1, 1, 0, 0, 0)]
    assert (edge["first"], edge["last"]) == ("2025-01-02", "2025-01-02")


def test_the_order_of_loading_does_not_matter(store: Store) -> None:
    """Each order on pairs of its own, so that one store serves for all."""
    for number, order in enumerate(permutations(range(4))):
        force = ARLAND.model_copy(update={"id": f"test-arland-{number}"})
        given = [article(100 * number + each, published=f"2025-01-0{each + 1}") for each in range(4)]
        said = [
            sent(given[0], source("denies"), subject=force),
            sent(given[1], subject=force, polarity="negated"),
            sent(given[2], source("doubts", DIENST), subject=force),
            sent(given[3], subject=force),
        ]
        for each in order:
            store.put(given[each], [said[each]], RUN, origin="real")
    edges = plain(store, "SENT_TROOPS_TO")
    assert len(edges) == 24
    assert {tuple(str(edge[name]) for name in (*COUNTED, "first", "last")) for edge in edges} == {
        ("4", "1", "0", "2", "1", "2025-01-01", "2025-01-04")
    }


def test_pairs_follow_the_vocabulary() -> None:
    for name, term in vocabulary().predicates.items():
        pair = plain_pair(name, "b", "a")
        assert (pair is None) == (term.plain_edge is None)
        if pair is not None:
            assert pair.edge in allowed_types()
            assert (pair.source, pair.target) == (("a", "b") if term.symmetric else ("b", "a"))
        assert plain_pair(name, "b", None) is None


def test_pairs_with_odd_ids_are_kept_apart(store: Store) -> None:
    for number, (one, other) in enumerate([("x", "y z"), ("x y", "z")]):
        ends = {"subject": ARLAND.model_copy(update={"id": one}), "object": BORLAND.model_copy(update={"id": other})}
        given = article(number)
        store.put(given, [sent(given, source("denies"), **ends), sent(given, **ends)], RUN, origin="real")
    assert counts(store) == [(1, 1, 0, 1, 0), (1, 1, 0, 1, 0)]


def test_what_is_not_said_outright_has_no_voice() -> None:
    given = article()
    for modality in vocabulary().values("modality"):
        spoken = voices(sent(given, modality=modality))
        assert bool(spoken) == (modality in {"asserted", "reported"})
