"""The server for people without one: what is missing is said, up keeps data and password, down stops all of it."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from graph.server import java, process, server
from graph.server.home import NOTE, Note, read_note
from graph.server.jars import server_jars
from graph.server.java import CALENDAR, LTS, Java
from seeds.errors import BadParameter, NotFound, StoreDamaged, StoreUnavailable
from tests.integration.neo4j_server import CACHE, connect


def quiet(_: str) -> None:
    """Tells nobody."""


def test_without_maven_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def which(program: str) -> str | None:
        return None if program == "mvn" else f"/bin/{program}"

    monkeypatch.setattr("shutil.which", which)
    with pytest.raises(StoreUnavailable, match="Maven"):
        server_jars(LTS.version, tmp_path / "nothing fetched yet")


@pytest.mark.parametrize(
    ("majors", "newest"), [([17], LTS), ([21], CALENDAR), ([17, 25], CALENDAR), ([11, 17, 24], CALENDAR), ([8], None)]
)
def test_the_newest_release_that_runs(majors: list[int], newest: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java, "installed", lambda: [Java(Path(f"java-{major}"), major) for major in majors])
    if newest is None:
        with pytest.raises(StoreUnavailable, match="needs Java 17 to 21"):
            java.newest_release()
    else:
        assert java.newest_release() == newest


def test_a_java_that_is_too_new_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java, "installed", lambda: [Java(Path("a"), 25), Java(Path("b"), 17)])
    assert java.java_for(LTS).major == 17


def test_a_java_tells_its_version_in_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").write_text("", "utf-8")
    (tmp_path / "release").write_text('JAVA_VERSION="23.0.1"\n', "utf-8")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert Java(tmp_path / "bin" / "java", 23) in java.installed()


def test_nothing_is_known_where_nothing_was_started(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="neo4j up"):
        server.status(tmp_path)
    with pytest.raises(NotFound, match="neo4j up"):
        server.down(tmp_path)


def test_a_note_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / NOTE).write_text("{", "utf-8")
    with pytest.raises(StoreDamaged, match=NOTE):
        server.status(tmp_path)


def test_another_process_of_that_number_is_left_alone(tmp_path: Path) -> None:
    assert not process.is_running(tmp_path, os.getpid())


@pytest.mark.neo4j
def test_up_and_down_keep_the_data(tmp_path: Path) -> None:
    wanted = server.Wanted(LTS, bolt=0, http=0)
    first = server.up(tmp_path, CACHE, wanted, quiet)
    try:
        assert (tmp_path / NOTE).stat().st_mode & 0o077 == 0
        assert server.up(tmp_path, CACHE, wanted, quiet) == first
        _ask(first, "CREATE (:Kept)")
        assert server.status(tmp_path).process == first.process
    finally:
        assert server.down(tmp_path).process is None
    assert not process.listening(first.bolt)
    assert first.process is not None and not process.is_running(tmp_path, first.process)
    with pytest.raises(BadParameter, match="folder of its own"):
        server.up(tmp_path, CACHE, server.Wanted(CALENDAR), quiet)
    again = server.up(tmp_path, CACHE, server.Wanted(), quiet)
    try:
        assert again.model_copy(update={"process": None}) == first.model_copy(update={"process": None})
        assert _ask(again, "MATCH (n:Kept) RETURN count(n) AS n") == [{"n": 1}]
    finally:
        server.down(tmp_path)


@pytest.mark.neo4j
def test_a_start_that_fails_says_why(tmp_path: Path) -> None:
    note = server.up(tmp_path, CACHE, server.Wanted(LTS, bolt=0, http=0), quiet)
    server.down(tmp_path)
    shutil.rmtree(tmp_path / "data" / "databases")
    (tmp_path / "data" / "databases").write_text("no folder", "utf-8")
    with pytest.raises(StoreUnavailable, match="did not start"):
        server.up(tmp_path, CACHE, server.Wanted(), quiet)
    kept = read_note(tmp_path)
    assert kept is not None and kept.password == note.password


def _ask(note: Note, cypher: str) -> list[dict[str, object]]:
    words: Any = cypher  # the driver's types want a text that stands in the program
    with connect(note.address, note.user, note.password) as driver:
        return [row.data() for row in driver.execute_query(words, database_=note.database).records]
