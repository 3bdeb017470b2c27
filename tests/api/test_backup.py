"""Backup and restore by command."""

import re
from pathlib import Path
from zipfile import ZipFile

from tests.api.command import Command


def unloaded(shown: str) -> str:
    """Without the lines that say when an article came into the store."""
    return re.sub(r'\n *"loaded": [^\n]*', "", shown)


def test_a_backup_is_restored(lagebild: Command, articles: Path) -> None:
    lagebild("ingest", articles)
    before = lagebild("statements", "--json").out
    assert lagebild("backup", "saved.zip").out == "2 articles, 0 decisions in saved.zip\n"
    assert lagebild("backup", "saved.zip").code == 2
    assert lagebild("restore", "saved.zip", "--data", "other").out == "2 articles, 0 decisions from saved.zip\n"
    assert unloaded(lagebild("statements", "--json", "--data", "other").out) == unloaded(before)
    full = lagebild("restore", "saved.zip")
    assert full.code == 4 and "empty store" in full.err


def test_articles_made_elsewhere_are_loaded(lagebild: Command, articles: Path) -> None:
    lagebild("ingest", articles)
    before = lagebild("statements", "--json").out
    lagebild("backup", "saved.zip")
    with ZipFile("saved.zip") as given:
        given.extract("articles.jsonl")
    assert lagebild("load", "articles.jsonl", "--data", "new").out == "2 articles, 2 new statements, 0 known already\n"
    assert lagebild("load", "articles.jsonl", "--data", "new").out == "2 articles, 0 new statements, 2 known already\n"
    assert unloaded(lagebild("statements", "--json", "--data", "new").out) == unloaded(before)
    Path("bad.jsonl").write_text("{\n", "utf-8")
    wrong = lagebild("load", "bad.jsonl", "--data", "new")
    assert wrong.code == 2 and "bad.jsonl, line 1" in wrong.err
