"""The program files of a server, fetched once through Maven and kept in a cache folder."""

import os
import shutil
import subprocess
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

from seeds.errors import StoreUnavailable

BROWSER = "5.24.0"
TOLD = 2000


def default_cache() -> Path:
    """The cache folder of this user."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "lagebild" / "neo4j"


def server_jars(version: str, cache: Path) -> Path:
    """The folder with the jars of a server; what is there is complete."""
    return fetched_once(cache / version, lambda into: _copy_dependencies(version, into))


def browser_jar(cache: Path) -> Path:
    """Neo4j Browser, which any server shows."""
    folder = fetched_once(cache / f"browser-{BROWSER}", _copy_browser)
    return folder / f"neo4j-browser-{BROWSER}.jar"


def fetched_once(folder: Path, fetch: Callable[[Path], None]) -> Path:
    """Fetches into a folder beside, which takes its name when all is there."""
    if folder.is_dir():
        return folder
    partial = folder.with_name(f"{folder.name}.{os.getpid()}")
    fetch(partial)
    try:
        partial.rename(folder)
    except OSError:  # another program was faster
        shutil.rmtree(partial)
    return folder


def _copy_dependencies(version: str, into: Path) -> None:
    with as_file(files("graph").joinpath("server", "pom.xml")) as pom:
        options = ["-DincludeScope=runtime", f"-Dneo4j.version={version}", f"-DoutputDirectory={into}"]
        maven(f"Neo4j {version}", ["-f", str(pom), "dependency:copy-dependencies", *options])


def _copy_browser(into: Path) -> None:
    artifact = f"-Dartifact=org.neo4j.client:neo4j-browser:{BROWSER}"
    maven(f"Neo4j Browser {BROWSER}", ["dependency:copy", artifact, f"-DoutputDirectory={into}"])


def maven(what: str, arguments: list[str]) -> None:
    """Runs Maven; StoreUnavailable where it is missing or fails."""
    program = shutil.which("mvn")
    if program is None:
        raise StoreUnavailable(f"fetching {what} needs Maven (Debian, Ubuntu: apt-get install maven)")
    done = subprocess.run([program, "-q", "-B", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise StoreUnavailable(f"Maven could not fetch {what}:\n{(done.stdout + done.stderr)[-TOLD:]}")
