"""Maximum spanning arborescence after Chu, Liu and Edmonds, on a dense matrix and without recursion."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.german.arrays import Ints

Matrix = NDArray[np.float64]


@dataclass(slots=True)
class _Contraction:
    """A cycle that became one node: its members, the arc into each along the cycle, and where every node was."""

    node: int
    arcs: dict[int, tuple[int, int]]
    member_of: Ints


class _Graph:
    """Scores between the nodes that are left, and which original arc stands behind each score."""

    def __init__(self, scores: Matrix) -> None:
        size = len(scores)
        self.scores = scores.copy()
        np.fill_diagonal(self.scores, -np.inf)
        self.scores[0] = -np.inf
        self.dependent, self.head = np.indices((size, size))
        self.member_of = np.arange(size)
        self.alive = np.ones(size, bool)

    def best(self) -> Ints:
        """The best head of every node (0 stays with itself)."""
        heads: Ints = self.scores.argmax(1)
        heads[0] = 0
        return heads

    def arc(self, node: int, head: int) -> tuple[int, int]:
        """The original dependent and head behind an arc between contracted nodes."""
        return int(self.dependent[node, head]), int(self.head[node, head])

    def contract(self, cycle: list[int], heads: Ints) -> _Contraction:
        """Make one node of a cycle: the first member takes the place of all."""
        node, members = cycle[0], np.array(cycle)
        made = _Contraction(node, {v: self.arc(v, int(heads[v])) for v in cycle}, self.member_of.copy())
        gain = self.scores[members] - self.scores[members, heads[members]][:, None]
        enter, leave = gain.argmax(0), self.scores[:, members].argmax(1)
        columns, rows = np.arange(len(heads)), np.arange(len(heads))
        into, out_of = gain[enter, columns], self.scores[rows, members[leave]]
        dependents = self.dependent[members[enter], columns], self.dependent[rows, members[leave]]
        origins = self.head[members[enter], columns], self.head[rows, members[leave]]
        self.scores[node], self.scores[:, node] = into, out_of
        self.dependent[node], self.dependent[:, node] = dependents
        self.head[node], self.head[:, node] = origins
        self.scores[node, members] = -np.inf
        self._bury(members[1:])
        self.member_of[np.isin(self.member_of, members)] = node
        return made

    def _bury(self, nodes: Ints) -> None:
        self.alive[nodes] = False
        self.scores[nodes] = self.scores[:, nodes] = -np.inf


def arborescence(scores: Matrix) -> Ints:
    """Heads of the best tree; `scores[d, h]` over nodes 0..n, 0 is the root (its own head in the answer).

    Every node but 0 needs a way from 0 over finite scores.
    """
    graph = _Graph(scores)
    contractions: list[_Contraction] = []
    heads = graph.best()
    while cycle := _cycle(heads, graph.alive):
        contractions.append(graph.contract(cycle, heads))
        heads = graph.best()
    arcs = {v: graph.arc(v, int(heads[v])) for v in range(1, len(heads)) if graph.alive[v]}
    for made in reversed(contractions):
        entering = arcs[made.node]
        arcs.update(made.arcs)
        arcs[int(made.member_of[entering[0]])] = entering
    found = np.zeros(len(heads), np.int64)
    for dependent, head in arcs.values():
        found[dependent] = head
    return found


def _cycle(heads: Ints, alive: NDArray[np.bool_]) -> list[int]:
    """One cycle of the best heads, or an empty list."""
    step, seen = heads.tolist(), [0] * len(heads)
    for start in range(1, len(step)):
        node, path = start, list[int]()
        while alive[start] and node and not seen[node]:
            seen[node] = start
            path.append(node)
            node = step[node]
        if node and path and seen[node] == start:
            return path[path.index(node) :]
    return []
