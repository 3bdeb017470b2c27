"""What is built holds everything, and runs from another folder without the checkout."""

import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("graph", "ingest", "api", "queries", "seeds")
RUN = "import sys, api.cli; sys.argv[0] = 'lagebild'; api.cli.cli()"
WHERE = """
import api.cli, graph, ingest, queries, seeds
print(*(module.__file__ for module in (api, graph, ingest, queries, seeds)), sep="\\n")
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel made from that archive, not from the checkout."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    (wheel,) = built.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, elsewhere: Path, code: str, *arguments: str) -> str:
    """Runs code with the wheel's packages in front of everything else."""
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_wheel_holds_every_file_of_the_packages(installed: Path) -> None:
    def files(root: Path) -> set[str]:
        paths = (path for package in PACKAGES for path in (root / package).rglob("*") if path.is_file())
        return {str(path.relative_to(root)) for path in paths if "__pycache__" not in path.parts}

    assert files(installed) == files(ROOT)


def test_wheel_carries_the_licences(installed: Path) -> None:
    (folder,) = installed.glob("*.dist-info/licenses")
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    wanted = {"LICENSE", "NOTICE"} | {f"LICENSES/{path.name}" for path in (ROOT / "LICENSES").iterdir()}
    assert names == wanted


def test_source_archive_brings_what_a_clone_has(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert {
        "Makefile",
        ".ci/run",
        "requirements.lock",
        "requirements-dev.lock",
        "tests/gold/score.py",
        "NOTICE",
    } <= names


def test_installed_program_runs_from_another_folder(installed: Path, tmp_path: Path) -> None:
    places = run(installed, tmp_path, WHERE).splitlines()
    assert len(places) == len(PACKAGES) and all(Path(place).is_relative_to(installed) for place in places)
    (tmp_path / "a.txt").write_text("Kenia hat rund 400 Polizisten nach Haiti entsandt.\n", "utf-8")
    lines = run(installed, tmp_path, RUN, "extract", "a.txt").splitlines()
    assert [json.loads(line)["predicate"] for line in lines] == ["SENT"]
    assert run(installed, tmp_path, RUN, "questions", "--json").count("competing-figures") == 1
