"""Reading again: what is gained, lost and changed, and that people's decisions stay."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.decisions.draft import Draft, decided
from graph.embedded import EmbeddedStore
from graph.statement import Article, Evidence, Statement
from graph.view import statement, statements
from ingest.rereading import compare, reread
from tests.graph.making import ABOUT_900, RUN, TEXT, article, sent, source
from tests.graph.whole import everything

GIVEN = article()
SAID = sent(GIVEN, source())


def planned(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Statement]]]:
    """A reader that takes everything for planned."""
    for one in articles:
        yield one, [sent(one, source(), modality="planned")]


def test_what_is_the_same_changed_gained_and_lost() -> None:
    gained = sent(GIVEN, evidence=Evidence(start=0, end=20, text=GIVEN.text[:20]))
    after = sent(GIVEN, source(), modality="planned")
    counted = sent(GIVEN, count=ABOUT_900)
    found = compare(GIVEN, [SAID, counted], [after, gained, counted])
    assert (found.gained, found.lost, found.same) == ((gained,), (), 1)
    assert [(one.before, one.after) for one in found.changed] == [(SAID, after)]
    assert compare(GIVEN, [SAID], []).lost == (SAID,)


def test_everything_stored_is_read_again(tmp_path: Path) -> None:
    newer = article(text=TEXT + " Korrektur.")
    with EmbeddedStore(tmp_path) as store:
        store.put(GIVEN, [SAID], RUN, origin="real", at="2025-01-01T00:00:00+00:00")
        store.put(newer, [], RUN, origin="real", at="2025-01-02T00:00:00+00:00")
        before = everything(store)
        first = [(len(one.changed), len(one.gained)) for one in reread(store, planned, keep=False)]
        assert first == [(1, 0), (0, 1)] and everything(store) == before
        assert [(len(one.changed), len(one.gained)) for one in reread(store, planned)] == first
        assert [view.statement.modality for view in statements(store).items] == ["planned"]
        assert [one.same for one in reread(store, planned)] == [1, 1]


def test_decisions_stay(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path) as store:
        store.put(GIVEN, [SAID], RUN, origin="real")
        draft = Draft(kind="add", who="Ada", why="gelesen", fields=sent(GIVEN, count=ABOUT_900).model_dump(mode="json"))
        decision = decided(store, draft, "2025-01-01T00:00:00+00:00")
        store.decide(decision)
        assert decision.made is not None
        [result] = reread(store, planned)
        assert (len(result.gained), len(result.lost), len(result.changed)) == (0, 0, 1)
        assert statement(store, decision.made.id).added == decision.id
