"""Backup and restore by command."""

from pathlib import Path

from tests.api.command import Command


def test_a_backup_is_restored(lagebild: Command, articles: Path) -> None:
    lagebild("ingest", articles)
    before = lagebild("statements", "--json").out
    assert lagebild("backup", "saved.zip").out == "2 articles, 0 decisions in saved.zip\n"
    assert lagebild("backup", "saved.zip").code == 2
    assert lagebild("restore", "saved.zip", "--data", "other").out == "2 articles, 0 decisions from saved.zip\n"
    assert lagebild("statements", "--json", "--data", "other").out == before
    full = lagebild("restore", "saved.zip")
    assert full.code == 4 and "empty store" in full.err
