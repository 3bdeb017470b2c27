"""A server that dies in the middle of a load: it is said, and the same load again loses and doubles nothing."""

import os
import signal
from pathlib import Path

import pytest

from graph.server import process, server
from graph.server.home import Note
from graph.server.java import LTS
from graph.store import StoreSettings, open_store
from seeds.errors import StoreUnavailable
from tests.graph.making import RUN, article, sent, source
from tests.graph.whole import articles, plain, statements
from tests.integration.neo4j_server import CACHE

pytestmark = pytest.mark.neo4j
BEFORE, ALL = 5, 12


def quiet(_: str) -> None:
    """Tells nobody."""


def settings(note: Note, data: Path) -> StoreSettings:
    return StoreSettings(address=note.address, user=note.user, password=note.password, data=data)


def load(given: StoreSettings, killed_at: int | None = None, process_: int | None = None) -> int:
    """Puts articles one after the other; the server is killed when so many are acknowledged."""
    acknowledged = 0
    with open_store(given) as store:
        for number in range(ALL):
            if number == killed_at and process_ is not None:
                os.killpg(process_, signal.SIGKILL)
            one = article(number)
            store.put(one, [sent(one, source()), sent(one)], RUN, origin="real")
            acknowledged += 1
    return acknowledged


def test_a_killed_server_loses_and_doubles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.neo4j.RETRY_SECONDS", 1.0)
    home = tmp_path / "home"
    note = server.up(home, CACHE, server.Wanted(LTS, bolt=0, http=0), quiet)
    try:
        with pytest.raises(StoreUnavailable, match="does not answer"):
            load(settings(note, tmp_path), killed_at=BEFORE, process_=note.process)
        assert note.process is not None and not process.is_running(home, note.process)
        server.up(home, CACHE, server.Wanted(), quiet)
        with open_store(settings(note, tmp_path)) as store:
            assert len(articles(store)) == BEFORE
        assert load(settings(note, tmp_path)) == ALL
        with open_store(settings(note, tmp_path)) as store:
            assert len(articles(store)) == ALL and len(statements(store)) == 2 * ALL
            assert [edge["articles"] for edge in plain(store, "SENT_TROOPS_TO")] == [ALL]
    finally:
        server.down(home)
