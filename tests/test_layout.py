"""The layout holds: names, direction of imports, sizes, and what must not stand in a committed file."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("seeds", "queries", "graph", "ingest", "api")  # each imports only from its left
AROUND = ("tests", "tools", "benchmarks", "docs")  # no part of the distribution: nothing in it imports them
PLUGGED_IN = {"neo4j-rust-ext"}  # nothing imports it by its name: another distribution finds it
FILE_LINES, FUNCTION_LINES = 350, 60
INDEX = re.compile(
    r"--(?:extra-)?index-url|\b(?:pypi|pythonhosted|npmjs|crates|repo1?\.maven)\.(?:apache\.)?(?:org|com|io)\b"
)
MACHINE = re.compile(r"(?<![\w.])/(?:work|farm|root|home)/[\w.-]+")
WORDS = re.compile(r"\w+")


def programs(folder: str) -> list[Path]:
    return sorted(path for path in (ROOT / folder).rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and top-level name of every import: those inside functions too, and by `import_module("name")`."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, (node.module or "").partition(".")[0] if not node.level else "relative"
        elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "import_module":
            yield node.lineno, str(ast.literal_eval(node.args[0])).partition(".")[0]


@cache
def committed() -> dict[str, str]:
    """Text files under version control, those about to be added included."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    texts: dict[str, str] = {}
    for name in listed:
        path = ROOT / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            texts[name] = content.decode("utf-8")
    return texts


def found(pattern: re.Pattern[str]) -> list[str]:
    return [f"{name}: {match.group()}" for name, text in committed().items() for match in pattern.finditer(text)]


@pytest.mark.parametrize("name", PACKAGES)
def test_no_other_distribution_ships_our_names(name: str) -> None:
    assert set(packages_distributions().get(name, ())) <= {"lagebild"}


def test_tests_are_no_packages() -> None:
    """`tests/graph/__init__.py` would make the folder a second `graph`."""
    assert list((ROOT / "tests").rglob("__init__.py")) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_point_to_the_left(package: str) -> None:
    forbidden = {*PACKAGES[PACKAGES.index(package) + 1 :], *AROUND, "relative"}
    files = programs(package)
    assert files
    wrong = [f"{p.relative_to(ROOT)}:{line} {name}" for p in files for line, name in imports(p) if name in forbidden]
    assert wrong == []


def test_only_tests_import_tests() -> None:
    outside = [path for folder in (*PACKAGES, *AROUND) if folder != "tests" for path in programs(folder)]
    assert [f"{p.relative_to(ROOT)}:{line}" for p in outside for line, name in imports(p) if name == "tests"] == []


def test_packages_need_only_what_the_distribution_asks_for() -> None:
    """A module that only the development environment has would break an installed wheel."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {canonical(re.split(r"[^\w.-]", line)[0]) for line in project["dependencies"]}
    used = {name for package in PACKAGES for path in programs(package) for _, name in imports(path)}
    known = packages_distributions()
    foreign = used - set(sys.stdlib_module_names) - set(PACKAGES)
    missing = {name for name in foreign if not {canonical(d) for d in known.get(name, ())} & asked}
    assert missing == set()
    idle = asked - PLUGGED_IN - {canonical(d) for name in foreign for d in known.get(name, ())}
    assert idle == set()


def canonical(distribution: str) -> str:
    """The name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


@pytest.mark.parametrize("folder", [*PACKAGES, *AROUND])
def test_files_and_functions_stay_short(folder: str) -> None:
    files = [path for path in programs(folder) if "gold" not in path.parts]
    long = [str(p.relative_to(ROOT)) for p in files if p.read_text("utf-8").count("\n") > FILE_LINES]
    for path in files:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                long += [f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] if lines > FUNCTION_LINES else []
    assert long == []


def test_no_address_of_a_package_index() -> None:
    assert found(INDEX) == []


def test_locks_hold_versions_and_hashes_only() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        lines = [line for line in committed()[name].splitlines() if line and not line.lstrip().startswith("#")]
        assert [
            line for line in lines if not re.match(r"[\w.-]+==\S+ \\$|    --hash=sha256:[0-9a-f]{64}( \\)?$", line)
        ] == []


def test_no_path_of_a_machine() -> None:
    assert found(MACHINE) == []


def shingles(text: str, length: int = 9) -> set[tuple[str, ...]]:
    words = [match.group().casefold() for match in WORDS.finditer(text)]
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


@pytest.mark.shared
def test_no_sentence_of_a_given_article(shared: Path) -> None:
    """Nine words in a row are a sentence taken over."""
    given = [path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    assert len(given) == 5
    taken = set[tuple[str, ...]]().union(*map(shingles, given))
    assert [name for name, text in committed().items() if taken & shingles(text)] == []
