"""Faster backends of NetworkX, used for large networks where one is installed."""

from collections.abc import Generator
from contextlib import contextmanager
from importlib.metadata import EntryPoint, entry_points

PREFERRED = ("cugraph", "graphblas", "parallel")
LARGE = 2_000  # nodes; below, handing the network over costs more than it saves


def installed() -> tuple[str, ...]:
    """The backends of this environment that can be loaded, the fastest first; one made for another NetworkX can't."""
    there = {
        point.name for point in entry_points(group="networkx.backends") if point.name in PREFERRED and _loads(point)
    }
    return tuple(name for name in PREFERRED if name in there)


def _loads(point: EntryPoint) -> bool:
    try:
        point.load()
    except (ImportError, AttributeError):
        return False
    return True


@contextmanager
def fast(nodes: int) -> Generator[tuple[str, ...], None, None]:
    """Within it, computations on so large a network go to a backend that can do them; gives those that are asked."""
    import networkx as nx

    there = installed() if nodes >= LARGE else ()
    if not there:
        yield ()
        return
    with nx.config(backend_priority=list(there), fallback_to_nx=True):
        yield there
