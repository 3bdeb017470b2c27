"""A backup of either store makes the same graph in either store."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph.backup import back_up, restore
from graph.decisions.draft import Draft, decided
from graph.store import Store, StoreSettings, open_store
from seeds.errors import BadInput, StoreForeign
from tests.graph.making import ABEL, BERTA, RUN, TEXT, article, met, sent, source
from tests.graph.whole import everything, unloaded

OLD, NEW, OTHER = article(1), article(1, text=TEXT + " Korrektur."), article(2)


@pytest.fixture
def saved(store: Store, tmp_path: Path) -> Path:
    """The backup of a store with versions, a sample, and every kind of decision about statements."""
    store.put(OLD, [sent(OLD, source())], RUN, origin="real", at="2025-01-01T00:00:00+00:00")
    store.put(OTHER, [met(OTHER, ABEL, BERTA), sent(OTHER)], RUN, origin="invented", at="2025-01-02T00:00:00+00:00")
    store.put(NEW, [sent(NEW, source())], RUN, origin="real", at="2025-01-03T00:00:00+00:00")
    for fields in (
        {"kind": "reject", "statement": sent(OTHER).id},
        {"kind": "correct", "statement": sent(NEW, source()).id, "fields": {"modality": "planned"}},
        {"kind": "merge", "entity": ABEL.id, "other": BERTA.id},
    ):
        draft = Draft.model_validate({"who": "Ada", "why": "gelesen", **fields})
        store.decide(decided(store, draft, "2025-01-04T00:00:00+00:00"))
    assert back_up(store, tmp_path / "saved.zip") == (3, 3)
    return tmp_path / "saved.zip"


def test_it_is_all_there_again(store: Store, saved: Path, tmp_path: Path) -> None:
    with open_store(StoreSettings(data=tmp_path / "new")) as fresh:
        assert restore(fresh, saved) == (3, 3)
        assert unloaded(everything(fresh)) == unloaded(everything(store))
        assert fresh.decisions() == store.decisions()
        back_up(fresh, tmp_path / "again.zip")
    with ZipFile(saved) as one, ZipFile(tmp_path / "again.zip") as other:
        assert {name: one.read(name) for name in one.namelist()} == {name: other.read(name) for name in one.namelist()}


def test_from_the_embedded_store_to_each(store_settings: StoreSettings, tmp_path: Path) -> None:
    with open_store(StoreSettings(data=tmp_path / "first")) as first, open_store(store_settings) as second:
        first.put(OLD, [sent(OLD, source())], RUN, origin="real")
        first.put(NEW, [sent(NEW, source())], RUN, origin="real")
        back_up(first, tmp_path / "saved.zip")
        restore(second, tmp_path / "saved.zip")
        assert unloaded(everything(second)) == unloaded(everything(first))


def test_a_store_with_something_in_it_is_left_alone(store: Store, saved: Path) -> None:
    before = everything(store)
    with pytest.raises(StoreForeign, match="empty store"):
        restore(store, saved)
    assert everything(store) == before


@pytest.mark.parametrize("damage", ["no zip", "no head", "later", "half a line"])
def test_what_is_no_backup_is_said(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "saved.zip"
    path.write_bytes(b"no zip")
    heads = {"no head": "{}", "later": json.dumps({"schema": 99}), "half a line": json.dumps({"schema": 2})}
    if damage in heads:
        with ZipFile(path, "w") as made:
            made.writestr("lagebild.json", heads[damage])
            made.writestr("decisions.jsonl", "")
            made.writestr("articles.jsonl", "{")
    with open_store(StoreSettings(data=tmp_path / "data")) as store, pytest.raises(BadInput, match=r"saved\.zip"):
        restore(store, path)
