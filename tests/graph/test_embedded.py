"""What the embedded store does with files: one process at a time, damage, and a writer that is killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.embedded import FILE, EmbeddedStore
from graph.store import StoreSettings, open_store
from seeds.errors import StoreDamaged, StoreUnavailable
from tests.graph.making import RUN, article, sent, source
from tests.graph.whole import articles, plain, statements

HOLD = "import sys, pathlib; from graph.embedded import EmbeddedStore; s = EmbeddedStore(pathlib.Path(sys.argv[1]));"
WAIT = HOLD + "print('open', flush=True); sys.stdin.read()"
WRITE = HOLD + (
    "from tests.graph.making import RUN, article, sent, source\n"
    "for number in range(100000):\n"
    "    given = article(number)\n"
    "    s.put(given, [sent(given, source()), sent(given)], RUN, origin='real')\n"
    "    print(number, flush=True)\n"
)


def program(text: str, data: Path) -> subprocess.Popen[str]:
    """Another process that opens the store under `data`."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", text, str(data)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)


def filled(data: Path) -> None:
    with EmbeddedStore(data) as store:
        for number in range(3):
            given = article(number)
            store.put(given, [sent(given, source())], RUN, origin="real")


def test_another_program_is_named_and_left_alone(tmp_path: Path) -> None:
    with program(WAIT, tmp_path) as other:
        assert other.stdout is not None and other.stdout.readline() == "open\n"
        with pytest.raises(StoreUnavailable, match=f"in use by another program .process {other.pid}"):
            open_store(StoreSettings(data=tmp_path))
        assert other.poll() is None
        other.communicate("")
    open_store(StoreSettings(data=tmp_path)).close()


def test_opening_alone_writes_nothing(tmp_path: Path) -> None:
    filled(tmp_path)
    before = (tmp_path / FILE).stat()
    EmbeddedStore(tmp_path).close()
    after = (tmp_path / FILE).stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_the_same_program_may_not_open_it_twice(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path), pytest.raises(StoreUnavailable, match="in use by this program"):
        EmbeddedStore(tmp_path)


@pytest.mark.parametrize("damage", ["garbage", "nothing", "half", "flipped"])
def test_a_damaged_file_is_said_and_kept(tmp_path: Path, damage: str) -> None:
    filled(tmp_path)
    path = tmp_path / FILE
    whole = path.read_bytes()
    middle = len(whole) // 2
    broken = {
        "garbage": b"no graph at all" * 100,
        "nothing": b"",
        "half": whole[:middle],
        "flipped": whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :],
    }[damage]
    path.write_bytes(broken)
    with pytest.raises(StoreDamaged, match=FILE):
        EmbeddedStore(tmp_path)
    assert path.read_bytes() == broken
    path.write_bytes(whole)
    with EmbeddedStore(tmp_path) as store:
        assert len(articles(store)) == 3


@pytest.mark.parametrize("offset", [0, 5000])
def test_a_damaged_log_is_said(tmp_path: Path, offset: int) -> None:
    _damage_log(tmp_path, offset)
    with pytest.raises(StoreDamaged, match=FILE):
        EmbeddedStore(tmp_path)


def _damage_log(data: Path, offset: int | None = None) -> None:
    """Turns four bytes in the log of a store whose writer was killed, behind its middle where no place is given."""
    _killed_after(data, 5)
    log = data / f"{FILE}-wal"
    whole = bytearray(log.read_bytes())
    offset = len(whole) * 2 // 3 if offset is None else offset
    whole[offset : offset + 4] = bytes(byte ^ 255 for byte in whole[offset : offset + 4])
    log.write_bytes(whole)


def test_what_lies_before_the_damage_can_be_had(tmp_path: Path) -> None:
    _damage_log(tmp_path)
    with pytest.raises(StoreDamaged, match="Opening it again goes on without them"):
        EmbeddedStore(tmp_path)
    with EmbeddedStore(tmp_path) as store:
        assert 0 < len(articles(store)) < 5
    assert list(tmp_path.glob("*.quarantine-*"))


def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    acknowledged = _killed_after(tmp_path, 40)
    with EmbeddedStore(tmp_path) as store:
        found = {each.id for each in articles(store)}
        wanted = {article(number).id for number in range(acknowledged + 1)}
        assert wanted <= found
        assert len(found) <= len(wanted) + 1  # the one it was at may be there, wholly
        said = statements(store)
        assert {each.article for each in said} == found
        assert len(said) == 2 * len(found)
        assert [edge["articles"] for edge in plain(store, "SENT_TROOPS_TO")] == [len(found)]


def _killed_after(data: Path, number: int) -> int:
    """Kills a writer in the middle of its work; gives the last number that it acknowledged."""
    with program(WRITE, data) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if int(line) >= number:
                os.kill(writer.pid, signal.SIGKILL)
                break
        rest = writer.stdout.read().split()
    return max(map(int, rest), default=number)


def test_a_folder_that_cannot_be_one(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("no folder", "utf-8")
    with pytest.raises(StoreUnavailable, match="file"):
        EmbeddedStore(path)


def test_a_folder_with_other_files_is_fine(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    EmbeddedStore(tmp_path).close()
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"
