"""On whose word statements rest, on both stores: copies, agencies, named origins, and any order of loading."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from graph.statement import Article, Evidence, Source, Statement, make_article
from graph.store import Store
from tests.graph.making import ABOUT_900, ARLAND, DIENST, MELDER, RUN, sent, source
from tests.graph.origins.texts import AGENCY, OWN, REPORT, SAID_OTHERWISE, SHORTENED, long_text
from tests.graph.whole import ask, everything, plain

Read = tuple[Article, list[Statement]]


def read(text: str, outlet: str | None, day: int, *sources: Source, quote: str = REPORT, **fields: object) -> Read:
    """An article that reports the 900 soldiers in the words of `quote`."""
    of = make_article(text, outlet=outlet, input_id=f"{outlet}-{day}", published=f"2025-01-{day:02}", language="de")
    start = of.text.index(quote)
    evidence = Evidence(start=start, end=start + len(quote), text=quote)
    return of, [sent(of, *sources, evidence=evidence, count=ABOUT_900, **fields)]


def put(store: Store, given: Sequence[Read]) -> None:
    for of, said in given:
        store.put(of, said, RUN, origin="real", at="2025-02-01T00:00:00+00:00")


def origins(store: Store) -> dict[str, list[str]]:
    """The origins of the current statements by outlet."""
    text = (
        "MATCH (s:Statement)-[:IN]->(a:Article) WHERE s.current RETURN a.outlet AS outlet, s.origins AS origins "
        "ORDER BY a.id"
    )
    return {str(row["outlet"]): [str(key) for key in list_of(row["origins"])] for row in ask(store, text)}


def list_of(value: object) -> list[object]:
    assert isinstance(value, list)
    return [*value]


def edge(store: Store) -> tuple[object, ...]:
    [row] = ask(
        store,
        "MATCH (:Entity)-[r:SENT_TROOPS_TO]->(:Entity) "
        "RETURN r.articles AS articles, r.outlets AS outlets, r.origins AS origins",
    )
    return row["articles"], row["outlets"], row["origins"]


def test_who_names_nobody_is_an_origin_itself(store: Store) -> None:
    put(
        store,
        [read(OWN, "Ostblatt", 1), read(f"{long_text(1)} {SAID_OTHERWISE}", "Westblatt", 2, quote=SAID_OTHERWISE)],
    )
    assert origins(store) == {"Ostblatt": ["outlet:ostblatt"], "Westblatt": ["outlet:westblatt"]}
    assert edge(store) == (2, 2, 2)


def test_two_articles_of_one_outlet_are_one_origin(store: Store) -> None:
    put(store, [read(OWN, "Ostblatt", 1), read(SAID_OTHERWISE, "Ostblatt", 2, quote=SAID_OTHERWISE)])
    assert edge(store) == (2, 1, 1)


def test_without_an_outlet_the_document_is_the_origin(store: Store) -> None:
    put(store, [read(OWN, None, 1), read(SAID_OTHERWISE, None, 2, quote=SAID_OTHERWISE)])
    assert edge(store) == (2, 0, 2)


def test_reprints_rest_on_the_earliest_of_them(store: Store) -> None:
    put(store, [read(SHORTENED, "Westblatt", 3), read(AGENCY, "Ostblatt", 2)])
    assert origins(store) == {"Ostblatt": ["outlet:ostblatt"], "Westblatt": ["outlet:ostblatt"]}
    assert edge(store) == (2, 2, 1)


def test_one_marked_copy_names_the_agency_of_all(store: Store) -> None:
    put(store, [read(AGENCY, "Ostblatt", 1), read(f"{SHORTENED}\nQuelle: dpa", "Westblatt", 2)])
    assert origins(store) == {"Ostblatt": ["dpa"], "Westblatt": ["dpa"]}
    assert ask(store, "MATCH (a:Article) WHERE a.agency = 'dpa' RETURN a.outlet AS outlet") == [{"outlet": "Westblatt"}]


def test_a_passage_taken_over_is_no_origin_of_its_own(store: Store) -> None:
    other = f"{long_text(2)} {SAID_OTHERWISE}"
    of, [said] = read(OWN, "Ostblatt", 5)
    start = of.text.index("Auf dem Markt")
    own = sent(of, evidence=Evidence(start=start, end=len(of.text), text=of.text[start:]), predicate="PRESENT")
    store.put(of, [said, own], RUN, origin="real")
    put(store, [read(f"{AGENCY} (dpa)", "Westblatt", 4), read(other, "Nordblatt", 6, quote=SAID_OTHERWISE)])
    assert edge(store) == (3, 3, 2)
    rows = ask(store, "MATCH (s:Statement {predicate: 'PRESENT'}) RETURN s.origins AS origins")
    assert rows == [{"origins": ["outlet:ostblatt"]}]


def test_a_named_origin_goes_before_the_text(store: Store) -> None:
    put(
        store,
        [read(OWN, "Ostblatt", 1, source()), read(SAID_OTHERWISE, "Westblatt", 2, source(), quote=SAID_OTHERWISE)],
    )
    assert edge(store) == (2, 2, 1)
    parallel = (source(), source(entity=MELDER))
    put(store, [read(f"{SAID_OTHERWISE} Mehr nicht.", "Südblatt", 3, *parallel, quote=SAID_OTHERWISE)])
    assert origins(store)["Südblatt"] == sorted([DIENST.id, MELDER.id])
    assert edge(store) == (3, 3, 2)


def test_a_copy_that_cut_the_source_still_rests_on_it(store: Store) -> None:
    put(store, [read(AGENCY, "Ostblatt", 1, source()), read(SHORTENED, "Westblatt", 2)])
    assert origins(store) == {"Ostblatt": [DIENST.id], "Westblatt": [DIENST.id]}
    assert edge(store) == (2, 2, 1)


def test_who_denies_or_doubts_vouches_for_nothing(store: Store) -> None:
    denied = read(OWN, "Ostblatt", 1, source("denies"))
    mixed = read(SAID_OTHERWISE, "Westblatt", 2, source("doubts"), source(entity=MELDER), quote=SAID_OTHERWISE)
    put(store, [denied, mixed])
    assert origins(store) == {"Ostblatt": [], "Westblatt": [MELDER.id]}
    assert edge(store) == (2, 2, 1)


def test_an_outlet_quoted_and_read_is_one_origin(store: Store) -> None:
    paper = MELDER.model_copy(update={"id": "test-ostblatt", "name": "Ostblatt"})
    quoting = Source(entity=paper, role="outlet", stance="reports", step=1)
    put(store, [read(OWN, "Ostblatt", 1), read(SAID_OTHERWISE, "Westblatt", 2, quoting, quote=SAID_OTHERWISE)])
    assert edge(store) == (2, 2, 1)


def test_what_is_told_of_an_article_later_reaches_its_copies(store: Store) -> None:
    first, copy = read(AGENCY, "Ostblatt", 1), read(SHORTENED, "Westblatt", 2)
    put(store, [first, copy])
    later = first[0].model_copy(update={"published": "2025-01-20"})
    store.put(later, first[1], RUN, origin="real")
    assert origins(store) == {"Ostblatt": ["outlet:westblatt"], "Westblatt": ["outlet:westblatt"]}


def test_a_reading_that_is_gone_leaves_nothing_behind(store: Store) -> None:
    first, copy = read(AGENCY, "Ostblatt", 1, source()), read(f"{OWN}", "Westblatt", 2)
    put(store, [first, copy])
    assert origins(store)["Westblatt"] == [DIENST.id]
    store.put(first[0], [], RUN, origin="real")
    assert origins(store) == {"Westblatt": ["outlet:westblatt"]}
    assert edge(store) == (1, 1, 1)


ORDERS = [
    read(AGENCY, "Ostblatt", 3),
    read(f"{SHORTENED}\n(afp)", "Westblatt", 4),
    read(OWN, "Nordblatt", 2, source(entity=MELDER)),
    read(f"{long_text(3)} {REPORT}", "Südblatt", 1),
]


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=str)
def test_the_order_of_loading_does_not_matter(store: Store, order: tuple[int, ...], known: dict[str, object]) -> None:
    put(store, [ORDERS[each] for each in order])
    found = {name: rows for name, rows in everything(store).items() if name != "Article"}  # has times
    assert known.setdefault("first", found) == found
    assert edge(store) == (4, 4, 1)


@pytest.fixture(scope="module")
def known() -> dict[str, object]:
    """What the first order has given."""
    return {}


def test_a_negation_is_another_claim(store: Store) -> None:
    put(store, [read(AGENCY, "Ostblatt", 1, source()), read(SHORTENED, "Westblatt", 2, polarity="negated")])
    assert origins(store) == {"Ostblatt": [DIENST.id], "Westblatt": ["outlet:ostblatt"]}
    assert [row["denied"] for row in plain(store, "SENT_TROOPS_TO")] == [1]
    assert [row["a"] for row in plain(store, "SENT_TROOPS_TO")] == [ARLAND.id]
