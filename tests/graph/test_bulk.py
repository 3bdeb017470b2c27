"""Loading in bulk: the same graph as by ordinary loading, on every store, and after whatever interrupted it."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import graph.bulk.loading
from graph.bulk.loading import Place, Total, load_bulk
from graph.saved import Saved
from graph.server import server
from graph.server.java import LTS
from graph.statement import Article
from graph.store import StoreSettings, open_store
from seeds.errors import StoreError
from tests.graph.making import ABEL, ABOUT_900, BERTA, RUN, TEXT, article, met, sent, source
from tests.graph.whole import everything, unloaded
from tests.integration.neo4j_server import CACHE

AT = "2025-01-01T00:00:00+00:00"
HARD = 'Sie sagte: "so" – „nein“, \\ und\n\n;,\'\t🙂 Arland hat\r\nTruppen geschickt.'


def reading(of: Article) -> Saved:
    """What an article says: with sources, with none, and with no source that stands for it."""
    said = (sent(of, source(), count=ABOUT_900), sent(of, source("denies")), met(of, ABEL, BERTA))
    return Saved(article=of, statements=said, run=RUN, origin="real", since=AT)


TEXTS = [article(number) for number in range(5)]
GIVEN = [reading(one) for one in (*TEXTS, article(9, text=HARD), article(1, text=TEXT + " Korrektur."))]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Articles as a file, several versions of one document among them."""
    path = tmp_path / "given.jsonl"
    path.write_text("".join(one.model_dump_json() + "\n" for one in GIVEN), "utf-8")
    return path


@pytest.fixture
def wanted(tmp_path: Path) -> dict[str, list[str]]:
    """The graph as loading article by article gives it."""
    with open_store(StoreSettings(data=tmp_path / "one-by-one")) as store:
        for one in GIVEN:
            store.put(one.article, one.statements, one.run, origin=one.origin, at=one.since)
        return unloaded(everything(store))


def quiet(_: str) -> None:
    """Tells nobody."""


def found(settings: StoreSettings) -> dict[str, list[str]]:
    with open_store(settings) as store:
        return unloaded(everything(store))


def test_any_store_has_a_way(
    store_settings: StoreSettings, tmp_path: Path, lines: Path, wanted: dict[str, list[str]]
) -> None:
    place = Place(tmp_path / "no-server", CACHE)
    assert load_bulk(store_settings, place, [lines], quiet) == Total(7, 21, 0)
    assert found(store_settings) == wanted
    assert load_bulk(store_settings, place, [lines], quiet) == Total(7, 0, 7)
    assert found(store_settings) == wanted


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """The folder of a server of our own, which runs."""
    folder = tmp_path / "home"
    server.up(folder, CACHE, server.Wanted(LTS, bolt=0, http=0), quiet)
    yield folder
    server.down(folder)


def own(home: Path, data: Path) -> StoreSettings:
    note = server.status(home)
    return StoreSettings(address=note.address, user=note.user, password=note.password, data=data)


@pytest.mark.neo4j
def test_a_server_of_ours_takes_all_over(
    home: Path, tmp_path: Path, lines: Path, wanted: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In spite of interruptions: before the import, after it, and by a server that is killed."""
    settings, place = own(home, tmp_path), Place(home, CACHE)

    def broken(*_: object) -> None:
        raise StoreError("in the middle")

    for step in ("write_tables", "finish"):
        with monkeypatch.context() as patch:
            patch.setattr(graph.bulk.loading, step, broken)
            with pytest.raises(StoreError, match="in the middle"):
                load_bulk(settings, place, [lines], quiet)
    os.killpg(server.status(home).process or 0, signal.SIGKILL)
    assert load_bulk(settings, place, [lines], quiet) == Total(7, 0, 7)
    assert found(settings) == wanted
    assert not place.beside.exists()
    later = reading(article(20))
    with open_store(settings) as store:  # what is there is never taken away by a bulk load
        store.put_all([later])
    assert load_bulk(settings, place, [lines], quiet) == Total(7, 0, 7)
    with open_store(settings) as store:
        assert store.put_all([later])[0].already_known
