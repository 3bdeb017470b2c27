"""A reader that needs no model, and articles for it: a number of soldiers in a sentence is a troop report."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.statement import Article, Count, Entity, Evidence, Source, Statement, make_statement

KENYA = Entity(id="kenia", name="Kenia", type="Country", wikidata="Q114")
HAITI = Entity(id="haiti", name="Haiti", type="Country", wikidata="Q790")
SPEAKER = Entity(id="test-sprecher", name="Sprecher", type="Person")
FIRST = "Kenia hat rund 400 Soldaten nach Haiti geschickt, sagte der Sprecher – „sofort“. Mehr ist nicht bekannt."
SECOND = "Der Sprecher bestätigte am Abend: 700 Soldaten aus Kenia sind in Haiti gelandet und bleiben dort."
_REPORT = re.compile(r"[^.\n]*?(\d+) Soldaten[^.\n]*")


def numbers_of_soldiers(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Statement]]]:
    """Every sentence with a number of soldiers says that Kenya sent so many to Haiti."""
    for article in articles:
        yield article, [_report(article, match) for match in _REPORT.finditer(article.text)]


def _report(article: Article, match: re.Match[str]) -> Statement:
    number = int(match[1])
    return make_statement(
        article=article.id,
        kind="troop_report",
        predicate="SENT",
        subject=KENYA,
        object=HAITI,
        count=Count(min=number, max=number, modifier="exact", unit="soldiers", text=f"{number} Soldaten"),
        polarity="affirmed",
        modality="reported",
        sources=(Source(entity=SPEAKER, role="origin", stance="confirms", step=1),),
        evidence=Evidence(start=match.start(), end=match.end(), text=match[0]),
        confidence=0.75,
    )


def write_articles(folder: Path) -> Path:
    """Two articles as files; the second is a sample."""
    folder.mkdir()
    (folder / "a.md").write_text(
        f"---\noutlet: Abendblatt\npublished: 2024-06-25\n---\n# Kenia schickt Soldaten\n\n{FIRST}\n", encoding="utf-8"
    )
    (folder / "b.md").write_text(
        f"---\noutlet: Morgenblatt\npublished: 2024-06-26\nsample: true\n---\n# Landung\n\n{SECOND}\n", encoding="utf-8"
    )
    return folder
