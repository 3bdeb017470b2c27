"""A small known graph: five invented articles, an older version of the first, and what they say."""

from collections.abc import Sequence

from graph.statement import Article, Count, Entity, Evidence, Source, Statement, Time, Whole, make_article
from graph.statement import make_statement as make
from graph.store import Store
from tests.queries.filled import Read, put_read


def _entity(name: str, type_: str, id_: str | None = None) -> Entity:
    return Entity(id=id_ or f"test-{name.lower().replace(' ', '-')}", name=name, type=type_)


ARLAND, BORLAND, CELAND, DELAND = (_entity(name, "Country") for name in ("Arland", "Borland", "Celand", "Deland"))
ABEL, BERTA = (_entity(name, "Person") for name in ("Abel", "Berta"))
SEEPAKT = _entity("Seepakt", "Agreement")
BND = _entity("Bundesnachrichtendienst", "Organization", "bnd-de")
QUELLE = _entity("Quelle im deutschen Geheimdienst", "Organization")
KURIER, PARLAMENT = _entity("Kurier", "Organization"), _entity("Parlament", "Organization")
BRIGADE = _entity("7. Brigade", "Force")
FRONT, STRAND = _entity("Front", "Place"), _entity("Strand", "Place")
DORA, EMIL = (_entity(name, "Person") for name in ("Dora", "Emil"))
DROHNEN, MUNITION = _entity("Drohnen", "Weapon"), _entity("Munition", "Weapon")
HILFE, EINGREIFEN, ENTSENDUNG, FEUERPAUSE = (
    _entity(name, "Proposal")
    for name in ("gegenseitige Hilfe", "Eingreifen Celands", "Entsendung von Soldaten nach Borland", "Feuerpause")
)

OLD = "Arland hat rund 500 Soldaten nach Borland geschickt."
FIRST = (
    "Arland hat rund 900 Soldaten nach Borland geschickt, sagte der Bundesnachrichtendienst.",
    "Arlands Präsident Abel reiste am 20. Februar 2025 nach Borland.",
    "Abel und Berta unterzeichneten dort am 20. Februar den Seepakt.",
    "Der Seepakt sieht gegenseitige Hilfe vor.",
    "Berta warnte vor einem Eingreifen Celands.",
)
SECOND = (
    "Rund 900 Soldaten seien geschickt worden, meldet der Kurier unter Berufung auf den Bundesnachrichtendienst.",
    "Arland bestreitet die Entsendung von Soldaten nach Borland.",
    "Eine Quelle im deutschen Geheimdienst vermutet 40 Offiziere der 900 Soldaten an der Front.",
    "Arland will bis zu 2.000 weitere Soldaten nach Borland schicken.",
    "Borlands Parlament hat den Seepakt gebilligt.",
    "Arland liefert Borland Drohnen und Munition.",
    "Dem Kurier zufolge kamen drei Soldaten Arlands um.",
)
THIRD = (
    "Celand griff im Januar 2025 Borland an.",
    "Celand schlug eine Feuerpause vor, Borland lehnt die Feuerpause ab.",
    "Die 7. Brigade gehört zu Arland.",
    "Borland ist seit März 2025 Partei des Seepakts.",
    "Laut Celand sind rund 900 Soldaten Arlands in Borland.",
)
FOURTH = (
    "Am Strand liegen 700 Soldaten Delands, bestätigt Dora.",
    "Im März 2025 waren es dort 200 Soldaten, sagte Dora.",
)
FIFTH = (
    "Am Strand liegen nach Zählung des Blattes 600 bis 800 Soldaten Delands.",
    "Emil spricht von mehr als 1.500 Soldaten am Strand.",
    "Dass dort 700 Soldaten liegen, bezweifelt Emil.",
)


def _article(number: int, sentences: Sequence[str], outlet: str, published: str) -> Article:
    return make_article(" ".join(sentences), outlet=outlet, input_id=str(number), published=published, language="de")


def _source(entity: Entity, stance: str = "reports", *, outlet: bool = False, step: int = 1) -> Source:
    return Source(entity=entity, role="outlet" if outlet else "origin", stance=stance, step=step)


def _soldiers(number: int, text: str, modifier: str = "about", unit: str = "soldiers", of: int | None = None) -> Count:
    least = None if modifier == "up_to" else number
    whole = None if of is None else Whole(min=of, max=of, unit="soldiers")
    return Count(min=least, max=number, modifier=modifier, unit=unit, text=text, of=whole)


def says(
    of: Article,
    sentence: str,
    predicate: str,
    subject: Entity,
    object_: Entity | None,
    *sources: Source,
    **other: object,
) -> Statement:
    """A statement that quotes a sentence of the article; other fields as given."""
    start = of.text.index(sentence)
    given: dict[str, object] = {
        "article": of.id,
        "kind": "relation",
        "predicate": predicate,
        "subject": subject,
        "object": object_,
        "polarity": "affirmed",
        "modality": "reported" if sources else "asserted",
        "sources": sources,
        "evidence": Evidence(start=start, end=start + len(sentence), text=sentence),
        "confidence": 0.8,
    }
    return make(**(given | other))


def _day(day: str, text: str) -> Time:
    return Time(start=day, end=day, text=text)


def _old() -> Read:
    of = _article(1, [OLD], "Tagblatt", "2025-02-28")
    count = _soldiers(500, "rund 500 Soldaten")
    return of, [says(of, OLD, "SENT", ARLAND, BORLAND, kind="troop_report", count=count)], "real"


def _first() -> Read:
    of = _article(1, FIRST, "Tagblatt", "2025-03-01")
    count = _soldiers(900, "rund 900 Soldaten")
    president = ARLAND.model_copy(update={"role": "Präsident"})
    signed = _day("2025-02-20", "am 20. Februar")
    return (
        of,
        [
            says(of, FIRST[0], "SENT", ARLAND, BORLAND, _source(BND), kind="troop_report", count=count),
            says(of, FIRST[1], "HOLDS_OFFICE", ABEL, president),
            says(of, FIRST[1], "VISITED", ABEL, BORLAND, time=_day("2025-02-20", "am 20. Februar 2025")),
            says(of, FIRST[2], "SIGNED", ABEL, SEEPAKT, time=signed),
            says(of, FIRST[2], "SIGNED", BERTA, SEEPAKT, time=signed),
            says(of, FIRST[3], "PROVIDES_FOR", SEEPAKT, HILFE),
            says(of, FIRST[4], "WARNED", BERTA, EINGREIFEN),
        ],
        "real",
    )


def _second() -> Read:
    of = _article(2, SECOND, "Abendpost", "2025-03-02")
    chain = (_source(BND), _source(KURIER, outlet=True, step=2))
    report = {"kind": "troop_report"}
    part = _soldiers(40, "40 Offiziere", "exact", "officers", of=900)
    guess = {"kind": "troop_report", "count": part, "modality": "suspected"}
    plan = {"kind": "troop_report", "count": _soldiers(2000, "bis zu 2.000", "up_to"), "modality": "planned"}
    dead = {"kind": "troop_report", "count": _soldiers(3, "drei Soldaten", "exact")}
    sent = {"kind": "troop_report", "count": _soldiers(900, "Rund 900 Soldaten")}
    return (
        of,
        [
            says(of, SECOND[0], "SENT", ARLAND, None, *chain, **sent),
            says(of, SECOND[1], "DENIED", ARLAND, ENTSENDUNG),
            says(of, SECOND[1], "SENT", ARLAND, BORLAND, _source(ARLAND, "denies"), **report),
            says(of, SECOND[2], "PRESENT", ARLAND, FRONT, _source(QUELLE, "suspects"), **guess),
            says(of, SECOND[3], "PLANNED", ARLAND, BORLAND, **plan),
            says(of, SECOND[4], "APPROVED", PARLAMENT, SEEPAKT),
            says(of, SECOND[5], "SUPPLIES_WEAPONS_TO", ARLAND, BORLAND, items=(DROHNEN, MUNITION)),
            says(of, SECOND[6], "KILLED", ARLAND, None, _source(KURIER, outlet=True), **dead),
        ],
        "real",
    )


def _third() -> Read:
    of = _article(3, THIRD, "Tagblatt", "2025-04")
    there = {"kind": "troop_report", "count": _soldiers(900, "rund 900 Soldaten")}
    since = Time(start="2025-03", end=None, text="seit März 2025")
    return (
        of,
        [
            says(of, THIRD[0], "ATTACKED", CELAND, BORLAND, time=_day("2025-01", "im Januar 2025")),
            says(of, THIRD[1], "PROPOSED", CELAND, FEUERPAUSE),
            says(of, THIRD[1], "REJECTED", BORLAND, FEUERPAUSE),
            says(of, THIRD[2], "PART_OF", BRIGADE, ARLAND),
            says(of, THIRD[3], "PARTY_TO", BORLAND, SEEPAKT, time=since),
            says(of, THIRD[4], "PRESENT", ARLAND, BORLAND, _source(CELAND, "warns"), **there),
        ],
        "invented",
    )


def _beach(
    of: Article, sentence: str, low: int | None, high: int | None, *sources: Source, **other: object
) -> Statement:
    """A report on Deland's soldiers at the beach."""
    modifier = "more_than" if high is None else "exact" if low == high else "between"
    said = sentence[sentence.index(str(low) if low and low < 1000 else "mehr") : sentence.index(" Soldaten") + 9]
    count = Count(min=low, max=high, modifier=modifier, unit="soldiers", text=said)
    given = {"kind": "troop_report", "count": count, "place": STRAND} | other
    return says(of, sentence, "PRESENT", DELAND, None, *sources, **given)


def _fourth() -> Read:
    of = _article(4, FOURTH, "Morgenpost", "2025-05-01")
    march = Time(start="2025-03", end="2025-03", text="Im März 2025")
    return (
        of,
        [
            _beach(of, FOURTH[0], 700, 700, _source(DORA, "confirms")),
            _beach(of, FOURTH[1], 200, 200, _source(DORA), time=march),
        ],
        "real",
    )


def _fifth() -> Read:
    of = _article(5, FIFTH, "Abendpost", "2025-05-02")
    return (
        of,
        [
            _beach(of, FIFTH[0], 600, 800),
            _beach(of, FIFTH[1], 1500, None, _source(EMIL)),
            _beach(of, FIFTH[2], 700, 700, _source(EMIL, "doubts")),
        ],
        "real",
    )


def known_graph() -> list[Read]:
    """The articles in the order in which they are loaded; the second replaces the first."""
    return [_old(), _first(), _second(), _third(), _fourth(), _fifth()]


def put_known(store: Store) -> None:
    """Loads them."""
    put_read(store, known_graph())


def withdrawn_graph() -> list[Read]:
    """The same, each document followed by a version that says nothing."""
    current = known_graph()[1:]
    names = [(article.outlet, article.published) for article, _, _ in current]
    empty = [_article(n, ["Leer."], str(outlet), str(day)) for n, (outlet, day) in enumerate(names, 1)]
    return [*known_graph(), *((article, (), "real") for article in empty)]
