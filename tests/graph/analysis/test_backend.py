"""A faster backend is used for large networks, where one is installed and fits; tried with one made for the test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MODULE = """
import networkx as nx

class Backend:
    @staticmethod
    def convert_from_nx(graph, **_):
        return graph

    @staticmethod
    def convert_to_nx(result, **_):
        return result

    @staticmethod
    def pagerank(graph, *_, **__):
        return dict.fromkeys(graph, 7.0)

backend = Backend()
"""
PROGRAM = """
import sys
import networkx as nx
from graph.analysis.backend import fast, installed
path = nx.path_graph(int(sys.argv[1]))
with fast(len(path)) as asked:
    rank = nx.pagerank(path)
    bridges = len(list(nx.bridges(path)))
print(installed(), asked, rank[0] == 7.0, bridges)
"""


def install(folder: Path, module: str) -> None:
    """A distribution with a backend, as it lies in an environment."""
    (folder / "made_backend.py").write_text(module, encoding="utf-8")
    info = folder / "made_backend-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: made-backend\nVersion: 1.0\n", encoding="utf-8")
    points = "[networkx.backends]\ngraphblas = made_backend:backend\n"
    (info / "entry_points.txt").write_text(points, encoding="utf-8")


def run(folder: Path, nodes: int) -> str:
    """What a fresh program with that environment says."""
    path = os.pathsep.join((str(Path(__file__).parents[3]), str(folder)))
    command = [sys.executable, "-c", PROGRAM, str(nodes)]
    done = subprocess.run(command, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("nodes", "says"),
    [(2000, "('graphblas',) ('graphblas',) True 1999"), (1999, "('graphblas',) () False 1998")],
)
def test_large_networks_go_to_it(tmp_path: Path, nodes: int, says: str) -> None:
    install(tmp_path, MODULE)
    assert run(tmp_path, nodes) == says


@pytest.mark.parametrize("module", ["import no_such_module_at_all", "other = 1"])
def test_one_that_cannot_be_loaded_is_left_out(tmp_path: Path, module: str) -> None:
    install(tmp_path, module)
    assert run(tmp_path, 2000) == "() () False 1999"


def test_without_any_networkx_computes_itself(tmp_path: Path) -> None:
    assert run(tmp_path, 2000) == "() () False 1999"
