"""What every store promises: one set of tests, run on both."""

from concurrent.futures import ThreadPoolExecutor

import pytest

import graph.loading
from graph.cypher import declarations, text
from graph.properties import PROPERTIES
from graph.statement import Entity, Evidence, make_article
from graph.store import Origin, Store, StoreSettings, open_store
from seeds.errors import BadData, BadInput, BadStatement, StoreError, StoreForeign, StoreTimeout
from seeds.reference import reference
from tests.graph.making import ABOUT_900, ARLAND, BORLAND, RUN, TEXT, article, sent, source
from tests.graph.whole import articles, ask, everything, plain, statements
from tests.integration.stores import run_raw

HOSTILE = "x'}) DETACH DELETE (n) // `) `Entity` \" \\ \n $rows \u0007 ä „ß“ 🙂"
WRITES = (
    "CREATE (:Entity {id: 'x'})",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:Entity {id: 'x'}) RETURN n.id",
    "MATCH (n:Statement) REMOVE n.caption RETURN n.id",
    "CREATE INDEX other IF NOT EXISTS FOR (n:Other) ON (n.id)",
    "DROP CONSTRAINT entity_id",
    "/* harmless */ MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    "PROFILE CREATE (:Entity {id: 'x'})",
    "LOAD CSV FROM 'file:///data.csv' AS line RETURN line",
    "load  /* */ csv from 'file:///data.csv' as line return line",
    "this is no Cypher",
    "RETURN $missing AS missing",
)


def test_what_was_put_is_there(store: Store) -> None:
    given = article()
    said = sent(given, source(), source("denies", ARLAND, step=2), count=ABOUT_900)
    loaded = store.put(given, [said], RUN, origin="real")
    assert (loaded.article, loaded.added, loaded.already_known, loaded.superseded) == (given.id, 1, False, None)
    assert articles(store) == [given]
    assert statements(store) == [said]
    [row] = ask(store, "MATCH (s:TroopReport)-[:IN]->(a:Article)-[:READ_BY]->(r:Run) RETURN s.caption AS c, r.id AS r")
    assert row == {"c": "rund 900 Soldaten", "r": RUN.id}


def test_putting_twice_changes_nothing(store: Store) -> None:
    given = article()
    said = [sent(given, source()), sent(given, count=ABOUT_900)]
    store.put(given, said, RUN, origin="real")
    before = everything(store)
    later = RUN.model_copy(update={"id": "run-2", "started": "2025-02-02T00:00:00+00:00"})
    again = store.put(given, said[::-1], later, origin="real")
    assert (again.added, again.already_known, again.superseded) == (0, True, None)
    assert everything(store) == before


def test_an_article_without_statements_is_kept_too(store: Store) -> None:
    given = make_article("Nur ein Satz.")
    assert store.put(given, [], RUN, origin="real").added == 0
    assert articles(store) == [given]


def test_a_statement_given_twice_is_one(store: Store) -> None:
    given = article()
    assert store.put(given, [sent(given), sent(given)], RUN, origin="real").added == 1


def test_another_reading_takes_the_place_of_the_former(store: Store) -> None:
    given = article()
    kept, gone = sent(given, source()), sent(given, predicate="PRESENT")
    store.put(given, [kept, gone], RUN, origin="real")
    surer = kept.model_copy(update={"confidence": 0.9})
    fresh = sent(given, source(), count=ABOUT_900)
    later = RUN.model_copy(update={"id": "run-2"})
    loaded = store.put(given, [surer, fresh], later, origin="real")
    assert (loaded.added, loaded.already_known, loaded.superseded) == (1, True, None)
    assert statements(store) == sorted([surer, fresh], key=lambda statement: statement.id)
    assert plain(store, "HAS_TROOPS_IN") == []
    assert ask(store, "MATCH (a:Article) RETURN a.run AS run") == [{"run": "run-2"}]


def test_what_is_told_of_an_article_later_holds(store: Store) -> None:
    given = article(published=None)
    store.put(given, [sent(given)], RUN, origin="real")
    dated = article(published="2025-03-04")
    store.put(dated, [sent(dated)], RUN, origin="sample")
    assert articles(store) == [dated]
    assert ask(store, "MATCH (s:Statement) RETURN s.sample AS sample") == [{"sample": True}]
    [edge] = plain(store, "SENT_TROOPS_TO")
    assert (edge["first"], edge["last"], edge["sample"]) == ("2025-03-04", "2025-03-04", True)


def test_a_new_version_becomes_the_current_one(store: Store) -> None:
    old, new = article(), article(text=TEXT + " Korrektur.")
    store.put(old, [sent(old)], RUN, origin="real")
    loaded = store.put(new, [sent(new, predicate="PRESENT")], RUN, origin="real")
    assert (loaded.already_known, loaded.superseded) == (False, old.id)
    current = ask(store, "MATCH (a:Article) RETURN a.id AS id, a.current AS current")
    assert {row["id"]: row["current"] for row in current} == {old.id: False, new.id: True}
    said = ask(store, "MATCH (s:Statement) RETURN s.article AS article, s.current AS current")
    assert {row["article"]: row["current"] for row in said} == {old.id: False, new.id: True}
    newer = ask(store, "MATCH (a:Article)-[:SUPERSEDES]->(b:Article) RETURN a.id AS a, b.id AS b")
    assert newer == [{"a": new.id, "b": old.id}]
    assert ask(store, "MATCH (d:Document) RETURN d.id AS id") == [{"id": old.document}]
    assert plain(store, "SENT_TROOPS_TO") == []
    assert [edge["articles"] for edge in plain(store, "HAS_TROOPS_IN")] == [1]


def test_an_old_version_put_again_stays_old(store: Store) -> None:
    old, new = article(), article(text=TEXT + " Korrektur.")
    store.put(old, [sent(old)], RUN, origin="real")
    store.put(new, [], RUN, origin="real")
    before = everything(store)
    assert store.put(old, [sent(old)], RUN, origin="real").already_known
    assert everything(store) == before
    store.put(old, [sent(old, predicate="PRESENT")], RUN, origin="real")
    assert ask(store, "MATCH (s:Statement) RETURN s.current AS current") == [{"current": False}]
    assert plain(store, "HAS_TROOPS_IN") == []


@pytest.mark.parametrize(("origin", "sample", "invented"), [("real", 0, 0), ("sample", 1, 0), ("invented", 1, 1)])
def test_samples_say_that_they_are(store: Store, origin: Origin, sample: int, invented: int) -> None:
    given = article()
    store.put(given, [sent(given)], RUN, origin=origin)
    question = "MATCH (s:Statement)-[:IN]->(a:Article) RETURN a.sample AS a, a.invented AS i, s.sample AS s"
    assert ask(store, question) == [{"a": bool(sample), "i": bool(invented), "s": bool(sample)}]


def test_a_failure_in_the_middle_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = article(1), article(2)
    store.put(first, [sent(first)], RUN, origin="real")
    before = everything(store)

    def fail(*_: object, **__: object) -> None:
        raise StoreError("in the middle")

    with monkeypatch.context() as patch:
        patch.setattr(graph.loading, "add_articles", fail)
        with pytest.raises(StoreError, match="in the middle"):
            store.put(second, [sent(second)], RUN, origin="real")
    assert everything(store) == before
    assert store.put(second, [sent(second)], RUN, origin="real").added == 1


def test_statements_of_another_article_are_refused(store: Store) -> None:
    given, other = article(1), article(2)
    with pytest.raises(BadStatement, match=other.id):
        store.put(given, [sent(other)], RUN, origin="real")
    misquoted = sent(given, evidence=Evidence(start=0, end=3, text="Uhu"))
    with pytest.raises(BadStatement, match="text"):
        store.put(given, [misquoted], RUN, origin="real")
    assert articles(store) == []


def test_hostile_words_are_only_values(store: Store) -> None:
    given = make_article(HOSTILE, title=HOSTILE, outlet=HOSTILE, input_id=HOSTILE)
    hostile = Entity(id=HOSTILE, name=HOSTILE, type="Country", role=HOSTILE)
    said = sent(given, source(entity=hostile), subject=hostile, object=hostile)
    run = RUN.model_copy(update={"id": HOSTILE, "model": HOSTILE})
    store.put(given, [said], run, origin="real")
    assert articles(store) == [given]
    assert statements(store) == [said]
    assert ask(store, "MATCH (e:Country) WHERE e.name = $name RETURN e.id AS id", name=HOSTILE) == [{"id": HOSTILE}]


def test_labels_come_from_the_vocabulary_only() -> None:
    for hostile in ("X`) DETACH DELETE (n", "Lagebild", "", "entity"):
        with pytest.raises(BadData, match="vocabulary"):
            text("entities", hostile)


@pytest.mark.parametrize("cypher", WRITES)
def test_reading_refuses_what_is_no_question(store: Store, cypher: str) -> None:
    given = article()
    store.put(given, [sent(given)], RUN, origin="real")
    before = everything(store)
    with pytest.raises(BadInput):
        store.read(cypher, limit=10, seconds=5)
    assert everything(store) == before


def test_reading_has_limits(store: Store) -> None:
    numbers = "UNWIND range(1, 1000) AS n RETURN n ORDER BY n"
    assert [row["n"] for row in store.read(numbers, limit=3, seconds=5)] == [1, 2, 3]
    assert len(store.read(numbers, limit=None, seconds=5)) == 1000
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS s"
    with pytest.raises(StoreTimeout, match="seconds"):
        store.read(endless, limit=1, seconds=0.2)


def test_a_number_beyond_64_bits_is_bad_input(store: Store) -> None:
    with pytest.raises(BadInput, match="too large"):
        store.read("RETURN $n AS n", {"n": 2**70}, limit=1, seconds=5)
    given = article()
    with pytest.raises(BadInput, match="too large"):
        store.put(given, [sent(given, count=ABOUT_900.model_copy(update={"max": 2**70}))], RUN, origin="real")
    assert articles(store) == []


def test_answers_are_plain_values(store: Store) -> None:
    values = "RETURN 'LOAD CSV' AS a, 1.5 AS b, [1, null, true] AS c, {k: ['v']} AS d, date('2025-01-31') AS e"
    assert store.read(values, limit=1, seconds=5) == [
        {"a": "LOAD CSV", "b": 1.5, "c": [1, None, True], "d": {"k": ["v"]}, "e": "2025-01-31"}
    ]


def test_every_property_may_be_asked_of_an_empty_store(store: Store) -> None:
    for label, names in PROPERTIES.items():
        for name in names:
            assert ask(store, f"MATCH (n:{label} {{{name}: $value}}) RETURN n.id AS id", value="x") == []


def test_rows_name_every_property(store: Store) -> None:
    given = article()
    store.put(given, [sent(given, source())], RUN, origin="real")
    for label, names in PROPERTIES.items():
        rows = ask(store, f"MATCH (n:{label}) UNWIND keys(n) AS key RETURN DISTINCT key")
        unknown = {str(row["key"]) for row in rows} - {"id", *names}
        assert unknown <= {"title", "type"}, label  # kglite adds these two to every node


def test_constraints_and_indexes_are_there(store: Store) -> None:
    found = {str(row["name"]) for row in ask(store, "SHOW INDEXES YIELD name RETURN name")}
    assert len(declarations()) == 22
    assert set(declarations()) <= found


def test_evidence_is_found_by_its_words(store: Store) -> None:
    given = article()
    said = sent(given, source())
    store.put(given, [said], RUN, origin="real")
    search = "CALL db.index.fulltext.queryNodes('statement_evidence', $words) YIELD node RETURN node.id AS id"
    assert ask(store, search, words="soldaten") == [{"id": said.id}]
    assert ask(store, search, words="kamele") == []


def test_words_are_found_after_much_was_loaded(store: Store) -> None:
    search = "CALL db.index.fulltext.queryNodes('statement_evidence', $words) YIELD node RETURN count(*) AS n"
    words = [f"wort{number:04}" for number in range(1500)]
    given = make_article(" ".join(words))
    spans = [Evidence(start=9 * number, end=9 * number + 8, text=word) for number, word in enumerate(words)]
    assert ask(store, search, words=words[0]) == [{"n": 0}]
    store.put(given, [sent(given, evidence=span) for span in spans], RUN, origin="real")
    for word in (words[0], words[-1]):
        assert ask(store, search, words=word) == [{"n": 1}]


def test_reference_entities_are_described(store: Store) -> None:
    kenya = next(row for row in reference().entities.values() if row.name == "Kenia")
    given = article()
    named = Entity(id=kenya.id, name=kenya.name, type="Country", wikidata=kenya.wikidata)
    store.put(given, [sent(given, subject=named)], RUN, origin="real")
    question = "MATCH (e:Country {id: $id}) RETURN e.known AS known, e.country AS country, size(e.aliases) AS aliases"
    assert ask(store, question, id=kenya.id) == [{"known": True, "country": "KE", "aliases": len(kenya.aliases)}]
    assert ask(store, question, id=BORLAND.id) == [{"known": False, "country": None, "aliases": 0}]


def test_seeding_is_repeatable_and_wins(store: Store) -> None:
    rows = [row for row in reference().entities.values() if row.country == "kenia" or row.name == "Kenia"][:5]
    given = article()
    wrong = Entity(id=rows[0].id, name="Falsch", type=rows[0].type)
    store.put(given, [sent(given, source(entity=wrong))], RUN, origin="real")
    assert store.seed(rows) == len(rows) - 1
    assert store.seed(rows) == 0
    names = ask(store, "MATCH (e:Entity) WHERE e.known RETURN e.id AS id, e.name AS name")
    assert {row["id"]: row["name"] for row in names} == {row.id: row.name for row in rows}


def test_it_is_all_there_after_opening_again(store_settings: StoreSettings) -> None:
    given = article()
    with open_store(store_settings) as store:
        store.put(given, [sent(given, source())], RUN, origin="real")
        before = everything(store)
    with open_store(store_settings) as store:
        assert everything(store) == before


def test_threads_share_a_store(store: Store) -> None:
    given = [article(number) for number in range(24)]

    def work(part: int) -> list[str]:
        for each in given[part::4]:
            store.put(each, [sent(each, source())], RUN, origin="real")
        return [str(row["id"]) for row in ask(store, "MATCH (a:Article) RETURN a.id AS id")]

    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(work, range(4)))
    for part, known in enumerate(seen):
        assert {each.id for each in given[part::4]} <= set(known)
    assert [edge["articles"] for edge in plain(store, "SENT_TROOPS_TO")] == [24]


@pytest.mark.parametrize("foreign", ["CREATE (:Konto {id: 7})", "CREATE (:Lagebild {schema: 99})"])
def test_a_database_of_somebody_else_is_left_alone(store_settings: StoreSettings, foreign: str) -> None:
    run_raw(store_settings, foreign)
    with pytest.raises(StoreForeign, match="left as it is"):
        open_store(store_settings)
    found = run_raw(store_settings, "MATCH (n) RETURN labels(n) AS labels, n.id AS id, n.schema AS schema")
    assert len(found) == 1 and found[0]["labels"] in (["Konto"], ["Lagebild"])


def test_a_database_that_lost_its_mark_takes_nothing_more(store: Store, store_settings: StoreSettings) -> None:
    given = article()
    store.put(given, [sent(given)], RUN, origin="real")
    store.close()
    run_raw(store_settings, "MATCH (m:Lagebild) DELETE m")
    with pytest.raises(StoreForeign, match="left as it is"):
        open_store(store_settings)
