"""What every test shares: where the shared material lies, and which tests stay out where it is missing."""

import os
from collections import Counter
from collections.abc import Container
from pathlib import Path

import pytest
from hypothesis import settings

from graph.server.java import CALENDAR, java_of

ROOT = Path(__file__).parents[1]
DESELECTED = pytest.StashKey[Counter[str]]()

# Examples may be slow on a busy machine; what is found in continuous integration must be found again.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")


def shared_folder() -> Path:
    """The folder that LAGEBILD_SHARED names (relative to the repository), whether it exists or not."""
    return ROOT / os.environ.get("LAGEBILD_SHARED", "../shared")


def missing(keywords: Container[str]) -> str | None:
    """What a test with these markers lacks on this machine."""
    if "shared" in keywords and not shared_folder().is_dir():
        return f"the shared material, and {os.environ.get('LAGEBILD_SHARED', '../shared')} is no folder"
    if "w3c" in keywords and not os.environ.get("LAGEBILD_W3C"):
        return "the official SPARQL tests, whose folder LAGEBILD_W3C names"
    if "calendar" in keywords and "CI" not in os.environ and java_of(CALENDAR) is None:
        return f"Java {CALENDAR.least} or newer"
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that lack something are deselected, and counted; in continuous integration only material may lack."""
    lack = {item: what for item in items if (what := missing(item.keywords))}
    if lack:
        config.hook.pytest_deselected(items=list(lack))
        config.stash[DESELECTED] = Counter(lack.values())
        items[:] = [item for item in items if item not in lack]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """A line says how many tests each missing thing costs."""
    for what, number in config.stash.get(DESELECTED, Counter[str]()).items():
        terminalreporter.write_line(f"{number} tests deselected: they need {what}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material; a test that asks for it carries the marker `shared`."""
    return shared_folder()
