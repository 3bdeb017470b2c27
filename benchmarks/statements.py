"""Articles with statements by the hundred thousand, made without reading any text: all invented, the same for a seed.

One article in five reprints an earlier one, shortened; figures, actors and words are drawn so that few actors are named
often and most hardly ever, as in the news.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.articles import OUTLETS, PLACES, SENDERS, grouped, name
from graph.saved import Saved
from graph.statement import Article, Count, Entity, Evidence, Run, Source, Statement, make_article, make_statement
from seeds.reference import reference

RUN = Run(id="bench", version="0", model="none", vocabulary="2", started="2025-01-01T00:00:00+00:00")
SINCE = "2025-01-01T00:00:00+00:00"
AN_ARTICLE = 10  # statements
REPRINTS, REMEMBERED = 0.2, 50
RARE = 20  # statements about Arland and Borland, however many there are of others
ARLAND = Entity(id="bench-arland", name="Arland", type="Country")
BORLAND = Entity(id="bench-borland", name="Borland", type="Country")
TROOPS = (
    "SENT",
    "PRESENT",
    "TRAINING",
    "FIGHTING",
    "KILLED",
    "WOUNDED",
    "PLANNED",
    "WITHDRAWN",
    "CAPTURED",
    "STRENGTH",
)
BETWEEN_PERSONS, BETWEEN_STATES = ("MET",), ("SUPPORTS", "ALLIED_WITH", "ATTACKED")
STANCES = ("reports", "reports", "reports", "confirms", "denies", "doubts", "announces")
SYLLABLES = (
    "ver",
    "ge",
    "land",
    "tag",
    "rich",
    "mel",
    "un",
    "stadt",
    "her",
    "zog",
    "kam",
    "bald",
    "fern",
    "heit",
    "ung",
)


class Maker:
    """Draws articles one after the other."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self._words = ["".join(self._rng.sample(SYLLABLES, 2 + number % 3)) for number in range(6000)]
        known = reference().entities.values()
        countries = [Entity(id=one.id, name=one.name, type=one.type) for one in known if one.type == "Country"]
        first = [one for one in countries if one.name in SENDERS]
        self._states = first + [one for one in countries if one not in first]
        self._services = [
            Entity(id=one.id, name=one.name, type=one.type) for one in known if one.type == "Organization"
        ]
        self._recent: list[str] = []

    def article(self, number: int) -> Saved:
        """The next article: a new one, or an earlier one reprinted."""
        rng = self._rng
        day = (date(2023, 1, 1) + timedelta(days=rng.randrange(1000))).isoformat()
        outlet = rng.choice(OUTLETS)
        sentences = self._reprinted() if self._recent and rng.random() < REPRINTS else self._sentences()
        text = "\n".join(sentences)
        of = make_article(text, outlet=outlet, input_id=f"bench-{number}", published=day, language="de")
        said = [self._statement(of, sentence) for sentence in sentences]
        if number < RARE:
            said[0] = _of_arland(said[0])
        self._recent = [*self._recent[-REMEMBERED:], text]
        return Saved(article=of, statements=tuple(said), run=RUN, origin="real", since=SINCE)

    def _sentences(self) -> list[str]:
        return [self._sentence() for _ in range(AN_ARTICLE)]

    def _sentence(self) -> str:
        words = [self._words[self._few(len(self._words))] for _ in range(self._rng.randint(10, 18))]
        figure = grouped(self._rng.randint(2, 400) * 10)
        return f"Rund {figure} Soldaten {' '.join(words)}."

    def _reprinted(self) -> list[str]:
        sentences = self._rng.choice(self._recent).split("\n")
        return sentences[: self._rng.randint(max(1, len(sentences) * 6 // 10), len(sentences))]

    def _few(self, size: int) -> int:
        """A number below the size, small ones by far the most often."""
        return int(size * self._rng.random() ** 3)

    def _statement(self, of: Article, sentence: str) -> Statement:
        start = of.text.index(sentence)
        evidence = Evidence(start=start, end=start + len(sentence), text=sentence)
        rng = random.Random(f"{sentence}{of.outlet}")  # a reprint says much the same
        kind = rng.random()
        fields = self._troops(sentence, rng) if kind < 0.6 else self._relation(rng, persons=kind < 0.8)
        sources = tuple(self._sources(rng))
        modality = "reported" if sources else rng.choice(("asserted", "asserted", "suspected", "possible"))
        return make_statement(
            article=of.id,
            polarity="affirmed" if rng.random() < 0.95 else "negated",
            modality=modality,
            sources=sources,
            evidence=evidence,
            confidence=round(rng.random(), 3),
            **fields,
        )

    def _troops(self, sentence: str, rng: random.Random) -> dict[str, object]:
        figure = sentence.split()[1]
        number = int(figure.replace(".", ""))
        count = Count(min=number, max=number, modifier="about", unit="soldiers", text=f"Rund {figure} Soldaten")
        place = rng.choice(PLACES)
        return {
            "kind": "troop_report",
            "predicate": rng.choice(TROOPS),
            "subject": self._state(rng),
            "object": self._state(rng),
            "count": count,
            "place": Entity(id=f"bench-{place}", name=place, type="Place") if rng.random() < 0.3 else None,
        }

    def _relation(self, rng: random.Random, *, persons: bool) -> dict[str, object]:
        predicate = rng.choice(BETWEEN_PERSONS if persons else BETWEEN_STATES)
        ends = [self._person(rng) if persons else self._state(rng) for _ in range(2)]
        return {"kind": "relation", "predicate": predicate, "subject": ends[0], "object": ends[1]}

    def _state(self, rng: random.Random) -> Entity:
        return self._states[int(len(self._states) * rng.random() ** 3)]

    def _person(self, rng: random.Random) -> Entity:
        full = f"{name(rng)} {int(30 * rng.random() ** 2)}."
        return Entity(id=f"bench-{full}", name=full, type="Person")

    def _sources(self, rng: random.Random) -> Iterator[Source]:
        for step in range(1, rng.choice((1, 1, 2, 2, 3))):
            entity = self._services[int(len(self._services) * rng.random() ** 2)]
            yield Source(entity=entity, role="origin", stance=rng.choice(STANCES), step=step)


def _of_arland(said: Statement) -> Statement:
    """A statement that troops were sent from Arland to Borland."""
    fields = {name: getattr(said, name) for name in ("article", "modality", "sources", "evidence", "confidence")}
    ends = {"subject": ARLAND, "object": BORLAND, "kind": "troop_report", "predicate": "SENT"}
    return make_statement(**fields, **ends, polarity="affirmed", count=said.count)


def saved(statements: int, seed: int = 7) -> Iterator[Saved]:
    """Articles with about so many statements."""
    maker = Maker(seed)
    made = number = 0
    while made < statements:
        one = maker.article(number)
        yield one
        made, number = made + len(one.statements), number + 1
