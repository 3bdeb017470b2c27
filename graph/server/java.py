"""The Java that a server runs on: which are installed, and which release of Neo4j the newest of them can run."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seeds.errors import BadParameter, StoreUnavailable

SYSTEM_FOLDERS = (Path("/usr/lib/jvm"), Path("/usr/java"), Path("/opt/java"))
_VERSION = re.compile(r'(?:JAVA_VERSION=|version )"(\d+)')


@dataclass(frozen=True, slots=True)
class Release:
    """A release of Neo4j and the Java versions that it runs on (`most` None: any later one)."""

    name: str
    version: str
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Java:
    """An installed Java."""

    program: Path
    major: int


RELEASES = (Release("calendar", "2026.08.1", 21, None), Release("lts", "5.26.30", 17, 21))
LTS, CALENDAR = RELEASES[1], RELEASES[0]


def release_named(name: str) -> Release:
    """A release by its name (`lts`, `calendar`) or version."""
    for release in RELEASES:
        if name in (release.name, release.version):
            return release
    known = ", ".join(f"{release.name} ({release.version})" for release in RELEASES)
    raise BadParameter(f"{name!r} is no release of Neo4j that can be started here; known are {known}")


def newest_release() -> Release:
    """The newest release that an installed Java runs."""
    for release in RELEASES:
        if java_of(release):
            return release
    raise _missing(LTS)


def java_for(release: Release) -> Java:
    """The newest installed Java that runs a release; StoreUnavailable says what to install."""
    found = java_of(release)
    if found is None:
        raise _missing(release)
    return found


def java_of(release: Release) -> Java | None:
    """The same, None where there is none."""
    fits = [one for one in installed() if one.major >= release.least and one.major <= (release.most or one.major)]
    return max(fits, key=lambda one: one.major, default=None)


def installed() -> list[Java]:
    """Every Java of this machine: JAVA_HOME, the one on the path, the system's folders."""
    programs = dict.fromkeys(path.resolve() for path in _programs() if path.is_file())
    return [Java(program, major) for program in programs if (major := _major(program))]


def _programs() -> Iterator[Path]:
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home, "bin", "java")
    if on_path := shutil.which("java"):
        yield Path(on_path)
    for folder in SYSTEM_FOLDERS:
        yield from sorted(folder.glob("*/bin/java"))


def _major(program: Path) -> int:
    """The first number of its version, 0 where it says none; its `release` file says it without a start."""
    told = program.parents[1] / "release"
    if told.is_file():
        said = told.read_text("utf-8", "replace")
    else:
        said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    match = _VERSION.search(said)
    return int(match[1]) if match else 0


def _missing(release: Release) -> StoreUnavailable:
    wanted = f"{release.least} or newer" if release.most is None else f"{release.least} to {release.most}"
    return StoreUnavailable(
        f"Neo4j {release.version} needs Java {wanted}, and none is installed (Debian, Ubuntu: "
        f"apt-get install openjdk-{release.least}-jdk-headless). JAVA_HOME may name another one"
    )
