"""The command as its users run it: a real process that serves, commands beside it, and the demo."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from api.lockfile import NAME, read_entry
from api.serving import address_of, listen
from api.settings import SETTINGS
from tests.api.making import FIRST

LAGEBILD = (sys.executable, "-c", "from api.cli import cli; cli()")
ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


def environment() -> dict[str, str]:
    """The same as outside, without settings of Lagebild."""
    names = {setting.name for setting in SETTINGS}
    return {name: value for name, value in os.environ.items() if name not in names} | {"PYTHONPATH": str(ROOT)}


def run(folder: Path, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    """A command, to its end."""
    done = subprocess.run(
        [*LAGEBILD, *arguments], cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


@contextmanager
def serving(folder: Path, arguments: Sequence[str], stop: signal.Signals) -> Generator[tuple[str, str]]:
    """A command that serves: its address, and what it has printed before; stopped by a signal, it leaves in order."""
    with subprocess.Popen(
        [*LAGEBILD, *arguments],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield _address(process)
            process.send_signal(stop)
            _, errors = process.communicate(timeout=60)
            assert (process.returncode, errors) == (0, "")
        finally:
            process.kill()


def _address(process: subprocess.Popen[str]) -> tuple[str, str]:
    assert process.stdout is not None and process.stderr is not None
    printed = ""
    for line in process.stdout:
        if found := ADDRESS.search(line):
            return found[0], printed
        printed += line
    raise AssertionError(f"no address; it said {printed}{process.stderr.read()}")


def test_ingest_and_ask_while_serve_runs(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# Kenia schickt Soldaten\n\n{FIRST}", encoding="utf-8")
    with serving(tmp_path, ("serve", "--port", "0"), signal.SIGINT) as (address, _):
        entry = read_entry(tmp_path / "data")
        assert entry is not None and entry.address == address
        assert run(tmp_path, "ingest", "a.md").stdout.startswith("1 articles, ")
        assert "1 known already" in run(tmp_path, "ingest", "a.md").stdout
        asked = ("ask", "competing-figures", "-p", "force=Kenia", "--json")
        beside = json.loads(run(tmp_path, *asked).stdout)
        figures = [row["min"] for row in beside["rows"]]
        assert 400 in figures, beside
        assert httpx.get(f"{address}/questions/competing-figures?force=Kenia", trust_env=False).json() == beside
        body = {"text": FIRST.replace("400", "800")}
        posted = httpx.post(f"{address}/articles", json=body, timeout=60, trust_env=False)
        assert posted.status_code == 201, posted.text
        assert run(tmp_path, "ask", "nothing", code=2).stderr.startswith("Error: there is no question")
    after = json.loads(run(tmp_path, *asked).stdout)
    assert 800 in [row["min"] for row in after["rows"]] and len(after["rows"]) == len(figures) + 1


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_service_leaves_in_order(tmp_path: Path, stop: signal.Signals) -> None:
    with serving(tmp_path, ("serve", "--port", "0"), stop) as (address, _):
        assert httpx.get(f"{address}/health", trust_env=False).json()["articles"] == 0
        assert httpx.get(f"{address}/health", headers={"Host": "example.org"}, trust_env=False).status_code == 421
        assert (tmp_path / "data" / NAME).stat().st_mode & 0o777 == 0o600
    assert not (tmp_path / "data" / NAME).exists()


def test_a_service_that_was_killed_is_no_obstacle(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="-9"), serving(tmp_path, ("serve", "--port", "0"), signal.SIGKILL):
        run(tmp_path, "ask", "voices")
    assert (tmp_path / "data" / NAME).exists()
    run(tmp_path, "ask", "voices")
    assert not (tmp_path / "data" / NAME).exists()


def test_only_one_service_for_a_store_and_one_for_a_port(tmp_path: Path) -> None:
    with serving(tmp_path, ("serve", "--port", "0"), signal.SIGTERM) as (address, _):
        assert f"a service has data already: {address}" in run(tmp_path, "serve", code=4).stderr
        port = address.rpartition(":")[2]
        refused = run(tmp_path, "serve", "--data", "other", "--port", port, code=4)
        assert f"port {port} cannot be had" in refused.stderr and "name another with --port" in refused.stderr


def test_the_demo(tmp_path: Path) -> None:
    with listen(0) as busy:
        port = address_of(busy).rpartition(":")[2]
        with serving(tmp_path, ("demo", "--port", port), signal.SIGINT) as (address, printed):
            assert address != address_of(busy)
            assert printed.startswith("15 articles, ")
            assert "Welche Zahlen über diese Streitkraft stehen gegeneinander?" in printed
            assert "[Beispiel]" in printed and "[Beispiel, erfunden]" in printed and "Belege" in printed
            lines = httpx.get(f"{address}/articles", trust_env=False).json()["items"]
            assert len(lines) == 15 and all(line["article"]["sample"] for line in lines)
            assert sum(line["article"]["invented"] for line in lines) == 10
            beside = run(tmp_path, "demo").stdout
            assert beside.startswith("15 articles, 0 new statements, 15 known already") and address in beside
    again = run(tmp_path, "demo", "--no-serve").stdout
    assert again.startswith("15 articles, 0 new statements, 15 known already")
    assert again.partition("\n")[2] == printed.partition("\n")[2]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo-data"]
