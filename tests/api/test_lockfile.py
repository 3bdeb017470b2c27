"""The entry of a running service: who can read it, what is believed, when it goes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from api.lockfile import NAME, is_running, new_entry, read_entry, remove_entry, write_entry
from seeds.errors import StoreUnavailable


def test_an_entry_is_written_read_and_removed(tmp_path: Path) -> None:
    entry = new_entry("http://127.0.0.1:1")
    assert read_entry(tmp_path) is None
    write_entry(tmp_path, entry)
    assert read_entry(tmp_path) == entry
    assert entry.process == os.getpid() and is_running(entry)
    remove_entry(tmp_path, entry)
    assert list(tmp_path.iterdir()) == []


def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_entry(tmp_path, new_entry("http://127.0.0.1:1"))
    finally:
        os.umask(before)
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


def test_tokens_are_long_and_differ() -> None:
    tokens = {new_entry("http://127.0.0.1:1").token for _ in range(50)}
    assert len(tokens) == 50 and min(map(len, tokens)) >= 40


def test_an_entry_that_others_could_have_written_is_refused(tmp_path: Path) -> None:
    write_entry(tmp_path, new_entry("http://127.0.0.1:1"))
    (tmp_path / NAME).chmod(0o644)
    with pytest.raises(StoreUnavailable, match="cannot be trusted"):
        read_entry(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"address": "x"}'])
def test_half_an_entry_is_none(tmp_path: Path, text: str) -> None:
    write_entry(tmp_path, new_entry("http://127.0.0.1:1"))
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert read_entry(tmp_path) is None


def test_the_entry_of_another_service_stays(tmp_path: Path) -> None:
    mine, other = new_entry("http://127.0.0.1:1"), new_entry("http://127.0.0.1:2")
    write_entry(tmp_path, other)
    remove_entry(tmp_path, mine)
    assert read_entry(tmp_path) == other


def test_a_process_that_is_gone_is_seen() -> None:
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    child.wait()
    assert not is_running(new_entry("http://127.0.0.1:1").model_copy(update={"process": child.pid}))
