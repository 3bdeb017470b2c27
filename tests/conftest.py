"""What every test shares: where the shared material lies, and which tests stay out where it is missing."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
DESELECTED = pytest.StashKey[int]()

# Examples may be slow on a busy machine; what is found in continuous integration must be found again.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")


def shared_folder() -> Path:
    """The folder that LAGEBILD_SHARED names (relative to the repository), whether it exists or not."""
    return ROOT / os.environ.get("LAGEBILD_SHARED", "../shared")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without the shared material its tests are deselected, and counted."""
    if shared_folder().is_dir():
        return
    left = [item for item in items if "shared" in item.keywords]
    if left:
        config.hook.pytest_deselected(items=left)
        config.stash[DESELECTED] = len(left)
        items[:] = [item for item in items if item not in left]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """One line says how many tests the missing material costs."""
    left = config.stash.get(DESELECTED, 0)
    if left:
        folder = os.environ.get("LAGEBILD_SHARED", "../shared")
        terminalreporter.write_line(
            f"{left} tests deselected: they need the shared material, and {folder} is no folder"
        )


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material; a test that asks for it carries the marker `shared`."""
    return shared_folder()
