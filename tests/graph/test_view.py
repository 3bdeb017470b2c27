"""The views: nothing is lost on the way back, filters keep what they say, pages and counts agree."""

from collections.abc import Callable, Iterator

import pytest

from graph.filter import FRAGMENTS, StatementFilter
from graph.shown import Window
from graph.statement import Article, Statement
from graph.store import Store
from graph.view import article, articles, entities, entity, statement, statements
from seeds.errors import BadParameter, NotFound
from tests.integration.stores import KINDS
from tests.queries.filled import RUN, filled_store
from tests.queries.known import ABEL, ARLAND, BND, BORLAND, FRONT, KURIER, SEEPAKT, known_graph

Said = tuple[Article, Statement]
OLD, *CURRENT = known_graph()
SAID: list[Said] = [(of, each) for of, each_said, _ in CURRENT for each in each_said]
HOSTILE = "x'}) DETACH DELETE (s) // ` \" \\ $article ä „ß“ 🙂"


@pytest.fixture(scope="module", params=KINDS)
def known(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Each store in turn, with the known graph in it."""
    with filled_store(request.param, request, tmp_path_factory, known_graph()) as filled:
        yield filled


def _ids(each: Statement) -> set[str]:
    ends = (each.subject, each.object, each.place, *each.items, *(source.entity for source in each.sources))
    return {end.id for end in ends if end}


def _names(said: Said, id_: str) -> bool:
    return id_ in _ids(said[1])


def _counted(said: Said, least: int, most: int) -> bool:
    count = said[1].count
    if count is None or (count.min is None and count.max is None):
        return False
    return (count.max is None or count.max >= least) and (count.min or 0) <= most


def _outlet(said: Said, id_: str, name: str) -> bool:
    through = {source.entity.id for source in said[1].sources if source.role == "outlet"}
    return id_ in through or said[0].outlet == name


def _parts(said: Said, *parts: str) -> set[str]:
    return {part for part in parts if part in said[1].evidence.text}


def _open(said: Said) -> bool:
    """ "seit März 2025" has a beginning and no end."""
    return said[1].predicate == "PARTY_TO"


def _in_march(said: Said) -> bool:
    """ "Im März 2025" is a whole month."""
    return said[1].time is not None and said[1].time.start == said[1].time.end == "2025-03"


def _reported(said: Said) -> bool:
    return said[1].kind == "troop_report" and "reports" in [source.stance for source in said[1].sources]


FILTERS: list[tuple[StatementFilter, Callable[[Said], bool]]] = [
    (StatementFilter(), bool),
    (StatementFilter(article=CURRENT[0][0].id), lambda said: said[0] == CURRENT[0][0]),
    (StatementFilter(kind="troop_report"), lambda said: said[1].kind == "troop_report"),
    (StatementFilter(predicate="SIGNED"), lambda said: said[1].predicate == "SIGNED"),
    (StatementFilter(force=ARLAND.id), lambda said: said[1].kind == "troop_report" and said[1].subject.id == ARLAND.id),
    (StatementFilter(place=FRONT.id), lambda said: said[1].object == FRONT),
    (StatementFilter(entity=ABEL.id), lambda said: _names(said, ABEL.id)),
    (StatementFilter(entity="test-munition"), lambda said: said[1].predicate == "SUPPLIES_WEAPONS_TO"),
    (StatementFilter(source=BND.id), lambda said: BND in [source.entity for source in said[1].sources]),
    (StatementFilter(outlet=KURIER.id), lambda said: _outlet(said, KURIER.id, "Kurier")),
    (StatementFilter(outlet="kurier"), lambda said: _outlet(said, KURIER.id, "Kurier")),
    (StatementFilter(outlet="Tagblatt"), lambda said: said[0].outlet == "Tagblatt"),
    (StatementFilter(least=41), lambda said: _counted(said, 41, 10**9)),
    (StatementFilter(most=899), lambda said: _counted(said, 0, 899)),
    (StatementFilter(least=100, most=1500), lambda said: _counted(said, 100, 1500)),
    (StatementFilter(unit="officers"), lambda said: said[1].count is not None and said[1].count.unit == "officers"),
    (StatementFilter(modality="planned"), lambda said: said[1].modality == "planned"),
    (StatementFilter(polarity="negated"), lambda said: said[1].polarity == "negated"),
    (StatementFilter(stance="denies"), lambda said: "denies" in [source.stance for source in said[1].sources]),
    (StatementFilter(text="SOLDAT borland"), lambda said: {"Soldat", "Borland"} <= _parts(said, "Soldat", "Borland")),
    (StatementFilter(text='"soldaten nach" arland'), lambda said: "Soldaten nach" in said[1].evidence.text),
    (StatementFilter(text="„in borland“"), lambda said: "in Borland" in said[1].evidence.text),
    (
        StatementFilter(since="2025-04"),
        lambda said: said[1].time is None and (said[0].published or "") >= "2025-04" or _open(said),
    ),
    (StatementFilter(until="2025-01"), lambda said: said[1].predicate == "ATTACKED"),
    (StatementFilter(since="2025-02-20", until="2025-02-20"), lambda said: said[1].predicate in ("VISITED", "SIGNED")),
    (
        StatementFilter(since="2025-03-02", until="2025-03-02"),
        lambda said: said[0] == CURRENT[1][0] or _open(said) or _in_march(said),
    ),
    (StatementFilter(kind="troop_report", stance="reports", since="2025-03"), _reported),
]


@pytest.mark.parametrize(("wanted", "fits"), FILTERS, ids=[repr(wanted.parameters()) for wanted, _ in FILTERS])
def test_filters(wanted: StatementFilter, fits: Callable[[Said], bool], known: Store) -> None:
    page = statements(known, wanted, Window(1000))
    expected = {said[1].id for said in SAID if fits(said)}
    assert {view.statement.id for view in page.items} == expected
    assert page.total == len(expected)


def test_every_field_of_the_filter_has_a_test() -> None:
    assert {name for wanted, _ in FILTERS for name in wanted.parameters()} == set(FRAGMENTS)


def test_pages_come_in_order_and_add_up(known: Store) -> None:
    every = statements(known, window=Window(1000)).items
    parts = [statements(known, window=Window(7, offset)) for offset in range(0, len(every) + 7, 7)]
    assert [view.statement.id for part in parts for view in part.items] == [view.statement.id for view in every]
    assert {part.total for part in parts} == {len(every)} == {len(SAID)}
    days = [str(view.article.published) for view in every]
    assert days == sorted(days, reverse=True)
    starts = [view.statement.evidence.start for view in every if view.article.id == CURRENT[1][0].id]
    assert starts == sorted(starts)


def test_a_statement_comes_with_its_article(known: Store) -> None:
    of, said, _ = CURRENT[2]
    view = statement(known, said[-1].id)
    assert (view.statement, view.article.id, view.article.outlet) == (said[-1], of.id, "Tagblatt")
    assert (view.caption, view.current, view.sample, view.article.invented) == ("rund 900 Soldaten", True, True, True)


def test_older_versions_are_there_where_asked_for(known: Store) -> None:
    older, [said], _ = OLD
    newer = CURRENT[0][0]
    assert not statement(known, said.id).current
    assert statements(known, StatementFilter(article=older.id)).total == 1
    assert statements(known, StatementFilter(superseded=True)).total == len(SAID) + 1
    view = article(known, older.id)
    assert (view.current, view.superseded_by, view.supersedes, view.statements) == (False, newer.id, None, 1)
    after = article(known, newer.id)
    assert (after.current, after.superseded_by, after.supersedes, after.run) == (True, None, older.id, RUN)


def test_articles_newest_first(known: Store) -> None:
    page = articles(known)
    assert [line.article.published for line in page.items][:3] == ["2025-05-02", "2025-05-01", "2025-04"]
    assert [line.statements for line in page.items][:3] == [len(said) for _, said, _ in CURRENT[:1:-1]]
    with_older = articles(known, superseded=True)
    assert with_older.total > page.total
    assert articles(known, Window(1, 1)).items == page.items[1:2]


def test_entities_by_name_and_alias(known: Store) -> None:
    def found(words: str, *types: str) -> list[str]:
        return [line.entity.id for line in entities(known, words, types=types).items]

    assert found("ARLAND") == ["test-arland"]
    assert found("bnd") == ["bnd-de"]
    assert found("entsendung") == ["test-entsendung-von-soldaten-nach-borland"]
    assert found("land", "Country") == [f"test-{name}" for name in ("arland", "borland", "celand", "deland")]
    assert found("bor") == ["test-borland", "test-entsendung-von-soldaten-nach-borland"]
    assert found("bor", "Proposal") == ["test-entsendung-von-soldaten-nach-borland"]
    [line] = entities(known, "Abel").items
    assert line.statements == sum(_names(said, ABEL.id) for said in SAID)
    assert entities(known, "", Window(2)).total == len(
        {end for said in SAID for end in _ids(said[1])} | {"test-arland"}
    )


def test_an_entity_with_its_edges_and_roles(known: Store) -> None:
    view = entity(known, BORLAND.id)
    assert view.entity.name == "Borland"
    assert view.roles == {"object": 7, "subject": 2}
    assert [edge.edge for edge in view.outgoing] == ["PARTY_TO", "REJECTED"]
    first = view.incoming[0]
    assert (first.edge, first.predicate, first.source.name, first.target.id) == (
        *("SENT_TROOPS_TO", "SENT"),
        *("Arland", BORLAND.id),
    )
    assert (first.articles, first.asserted, first.reported, first.denied, first.doubted) == (2, 0, 1, 1, 0)
    assert (first.first, first.last, first.sample) == ("2025-03-01", "2025-03-02", False)
    assert {edge.edge for edge in view.incoming[1:]} == {"ATTACKED", "HAS_TROOPS_IN", "SUPPLIES_WEAPONS_TO", "VISITED"}
    assert entity(known, BND.id).roles == {"origin": 2}
    assert entity(known, KURIER.id).roles == {"outlet": 2}
    assert entity(known, "test-drohnen").roles == {"item": 1}
    known_bnd = entity(known, BND.id).entity
    assert (known_bnd.country, known_bnd.kind, known_bnd.known) == ("DE", "intelligence_service", True)
    assert "BND" in known_bnd.aliases
    assert not entity(known, SEEPAKT.id).entity.known


def test_what_is_not_there_is_said(known: Store) -> None:
    with pytest.raises(NotFound, match="there is no statement 'x'"):
        statement(known, "x")
    with pytest.raises(NotFound, match="there is no article 'x'"):
        article(known, "x")
    with pytest.raises(NotFound, match="there is no entity 'x'"):
        entity(known, "x")
    assert statements(known, window=Window(offset=10**6)).items == ()


@pytest.mark.parametrize(
    "wanted",
    [
        StatementFilter(force=HOSTILE),
        StatementFilter(place=HOSTILE),
        StatementFilter(entity=HOSTILE),
        StatementFilter(source=HOSTILE),
        StatementFilter(outlet=HOSTILE),
        StatementFilter(article=HOSTILE),
        StatementFilter(text=HOSTILE),
    ],
)
def test_what_is_typed_never_becomes_cypher(wanted: StatementFilter, known: Store) -> None:
    assert HOSTILE not in wanted.condition()
    assert statements(known, wanted).total == 0
    assert entities(known, HOSTILE).total == 0
    assert statements(known).total == len(SAID)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: StatementFilter(kind="rumour"), "kind is one of relation, troop_report"),
        (lambda: StatementFilter(predicate="SEND"), "predicate is one of SENT"),
        (lambda: StatementFilter(unit="tanks"), "unit is one of soldiers"),
        (lambda: StatementFilter(modality="sure"), "modality is one of planned"),
        (lambda: StatementFilter(stance="says"), "stance is one of reports"),
        (lambda: StatementFilter(polarity="no"), "polarity is one of affirmed, negated"),
        (lambda: StatementFilter(since="gestern"), "since is an ISO date"),
        (lambda: StatementFilter(until="--06"), "until is an ISO date"),
        (lambda: StatementFilter(least=5, most=4), "least 5 is above most 4"),
        (lambda: StatementFilter(text="x" * 401), "text is longer than 400"),
    ],
)
def test_bad_filters_are_refused(make: Callable[[], StatementFilter], says: str) -> None:
    with pytest.raises(BadParameter, match=says):
        make()


def test_bad_windows_and_types_are_refused(known: Store) -> None:
    for limit, offset in ((0, 0), (1001, 0), (1, -1)):
        with pytest.raises(BadParameter):
            Window(limit, offset)
    with pytest.raises(BadParameter, match="type is one of Person"):
        entities(known, "x", types=["Planet"])
