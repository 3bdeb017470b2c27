"""A graph of any size: made articles, five statements each, with counts, times, places and sources."""

import random
from collections.abc import Iterator

from graph.rdf.batches import batches
from graph.saved import Saved
from graph.statement import Count, Entity, Evidence, Run, Source, Statement, Time, make_article, make_statement
from graph.store import Store

PER_ARTICLE = 5
RUN = Run(id="run-bench", version="0", model="none", vocabulary="2", started="2025-01-01T00:00:00+00:00")
COUNTRIES = [Entity(id=f"bench-land-{n}", name=f"Land {n}", type="Country") for n in range(60)]
PERSONS = [Entity(id=f"bench-person-{n}", name=f"Person {n}", type="Person") for n in range(2000)]
OUTLETS = [Entity(id=f"bench-blatt-{n}", name=f"Blatt {n}", type="Organization") for n in range(40)]
MODALITIES = ("asserted", "reported", "suspected", "planned")


def fill(store: Store, statements: int) -> None:
    """Puts so many statements into a store."""
    for batch in batches(_articles(statements // PER_ARTICLE), 200):
        store.put_all(batch)


def _articles(number: int) -> Iterator[Saved]:
    chance = random.Random(5)
    for n in range(number):
        numbers = [chance.randrange(50, 20_000) for _ in range(PER_ARTICLE)]
        text = " ".join(f"Artikel {n}: rund {count} Soldaten seien entsandt worden, hieß es." for count in numbers)
        day = f"2024-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        article = make_article(text, outlet=f"Blatt {n % 40}", input_id=f"bench-{n}", published=day, language="de")
        said = tuple(_statement(article.id, text, count, day, chance) for count in numbers)
        yield Saved(article=article, statements=said, run=RUN, origin="real")


def _statement(article: str, text: str, count: int, day: str, chance: random.Random) -> Statement:
    words = f"rund {count} Soldaten"
    start = text.index(words)
    subject, object_, place = chance.sample(COUNTRIES, 3)
    stance = chance.choice(("reports", "confirms", "denies"))
    sources = (
        Source(entity=chance.choice(PERSONS), role="origin", stance=stance, step=1),
        Source(entity=chance.choice(OUTLETS), role="outlet", stance="reports", step=2),
    )
    return make_statement(
        article=article,
        kind="troop_report",
        predicate="SENT",
        subject=subject,
        object=object_,
        place=place,
        count=Count(min=count, max=count, modifier="about", unit="soldiers", text=words),
        time=Time(start=day, end=day, text="am Montag"),
        polarity="affirmed",
        modality=chance.choice(MODALITIES),
        sources=sources,
        evidence=Evidence(start=start, end=start + len(words), text=words),
        confidence=0.5,
    )
