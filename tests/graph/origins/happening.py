"""Things that happen to a graph: articles come, are read anew and forgotten; people decide."""

from contextlib import suppress

from hypothesis import strategies as st

from graph.decisions.draft import Draft, decided
from graph.statement import Article, Entity, Evidence, Source, Statement, make_article
from graph.store import Store
from seeds.errors import BadParameter, NotFound
from tests.graph.making import ABOUT_900, ARLAND, BORLAND, DIENST, MELDER, RUN, article, sent, source
from tests.graph.origins.texts import AGENCY, OWN, REPORT, SHORTENED

AT = "2025-02-01T00:00:00+00:00"
WHEN = "2025-03-01T00:00:00+00:00"
LAND = Entity(id="test-land", name="Land Ar", type="Country")
PAPERS = [Entity(id=f"test-{name}", name=name, type="Organization") for name in ("Ostblatt", "Westblatt")]
BASE = article(9)
NAMING = [
    sent(BASE, source(), source(entity=MELDER), *(source(entity=paper) for paper in PAPERS)),
    sent(BASE, subject=LAND, object=BORLAND),
]
GIVEN = [
    make_article(text, outlet=outlet, input_id=outlet, published=f"2025-01-{day:02}", language="de")
    for text, outlet, day in (
        (AGENCY, "Ostblatt", 4),
        (SHORTENED, "Westblatt", 3),
        (OWN, "Nordblatt", 2),
        (f"{SHORTENED}\n(dpa)", "Südblatt", 5),
    )
]
MERGES = ((DIENST, MELDER), (LAND, ARLAND), (PAPERS[0], PAPERS[1]))
Step = tuple[str, int, int]


def reading(of: Article, number: int) -> list[Statement]:
    """One of the ways in which an article may be read."""
    start = of.text.index(REPORT)
    evidence = Evidence(start=start, end=start + len(REPORT), text=REPORT)
    quoting = Source(entity=PAPERS[0], role="outlet", stance="reports", step=1)
    ways: list[tuple[Source, ...]] = [(), (source(),), (source(entity=MELDER),), (quoting,)]
    subject = LAND if number % 2 else ARLAND
    return [sent(of, *way, evidence=evidence, count=ABOUT_900, subject=subject) for way in ways[number : number + 2]]


class Happened:
    """A store to which things happen, and what is left to load of it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.left: dict[int, int] = {}
        store.put(BASE, NAMING, RUN, origin="real", at=AT)

    def step(self, what: str, one: int, other: int) -> None:
        """One of: put an article in a reading, forget it, reject what it says, merge, undo."""
        if what == "put":
            self.left[one] = other
            self.store.put(GIVEN[one], reading(GIVEN[one], other), RUN, origin="real", at=AT)
        elif what == "forget" and self.left.pop(one, None) is not None:
            self.store.forget(GIVEN[one].id)
        elif what == "reject" and one in self.left:
            self._decide(kind="reject", statement=reading(GIVEN[one], self.left[one])[0].id)
        elif what == "merge":
            entity, into = MERGES[one % len(MERGES)]
            self._decide(kind="merge", entity=entity.id, other=into.id)
        elif what == "undo" and (made := self.store.decisions()):
            self._decide(kind="undo", undoes=made[one % len(made)].id)

    def _decide(self, **fields: object) -> None:
        draft = Draft.model_validate({"who": "Ada", "why": f"{len(self.store.decisions())}", **fields})
        with suppress(BadParameter, NotFound):  # what is merged or undone already
            self.store.decide(decided(self.store, draft, WHEN))


ALL: list[list[Step]] = [
    [("put", 0, 1), ("put", 1, 0), ("put", 3, 0), ("forget", 3, 0)],
    [("put", 0, 0), ("put", 1, 0), ("put", 2, 1), ("forget", 1, 0)],
    [("put", 0, 1), ("put", 1, 0), ("reject", 0, 0)],
    [("put", 0, 1), ("put", 1, 0), ("reject", 0, 0), ("undo", 0, 0), ("put", 2, 3)],
    [("put", 0, 1), ("put", 1, 2), ("put", 2, 0), ("merge", 0, 0), ("merge", 1, 0), ("merge", 2, 0)],
    [("put", 0, 1), ("put", 1, 2), ("merge", 0, 0), ("put", 2, 0), ("undo", 0, 0), ("put", 1, 0)],
    [("put", 2, 3), ("put", 1, 0), ("merge", 2, 0), ("forget", 1, 0), ("put", 0, 0)],
]

KINDS_OF_STEP = st.sampled_from(["put", "put", "put", "forget", "reject", "merge", "undo"])
STEPS = st.lists(st.tuples(KINDS_OF_STEP, st.integers(0, 3), st.integers(0, 3)), max_size=10)
