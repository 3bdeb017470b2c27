"""Which format a client wants, by its `Accept` header (RFC 9110)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pyoxigraph import QueryResultsFormat, RdfFormat

from graph.rdf.engine import Format, Kind
from seeds.errors import BadInput

Offer = TypeVar("Offer")


class NotAcceptable(BadInput):
    """Nothing that the client takes can be given."""

    status = 406


@dataclass(frozen=True, slots=True)
class Offers(Generic[Offer]):
    """What can be given, by media type, the best first; `also` has other names for the same."""

    formats: Mapping[str, Offer]
    also: Mapping[str, str]


TABLES: Offers[Format] = Offers(
    {
        "application/sparql-results+json": QueryResultsFormat.JSON,
        "application/sparql-results+xml": QueryResultsFormat.XML,
        "text/csv": QueryResultsFormat.CSV,
        "text/tab-separated-values": QueryResultsFormat.TSV,
    },
    {
        "application/json": "application/sparql-results+json",
        "application/xml": "application/sparql-results+xml",
        "text/xml": "application/sparql-results+xml",
    },
)
GRAPHS: Offers[Format] = Offers(
    {
        "text/turtle": RdfFormat.TURTLE,
        "application/n-triples": RdfFormat.N_TRIPLES,
        "application/rdf+xml": RdfFormat.RDF_XML,
        "application/ld+json": RdfFormat.JSON_LD,
        "application/trig": RdfFormat.TRIG,
        "application/n-quads": RdfFormat.N_QUADS,
    },
    {
        "application/x-turtle": "text/turtle",
        "text/plain": "application/n-triples",
        "application/xml": "application/rdf+xml",
        "text/xml": "application/rdf+xml",
        "application/json": "application/ld+json",
    },
)


def format_for(accept: str, kind: Kind) -> Format:
    """The format of an answer of this kind; NotAcceptable names what there is."""
    return choose(accept, TABLES if kind == "table" else GRAPHS)


def choose(accept: str, offers: Offers[Offer]) -> Offer:
    """The offer that the client likes best; among equals the first."""
    ranges = [*_ranges(accept)] or [("*/*", 1.0)]
    liked = {name: _quality(name, ranges) for name in (*offers.formats, *offers.also)}
    best = max(liked, key=lambda name: liked[name])
    if liked[best] <= 0:
        raise NotAcceptable(f"none of {accept} can be given; there are {', '.join(offers.formats)}")
    return offers.formats[offers.also.get(best, best)]


def _quality(name: str, ranges: Sequence[tuple[str, float]]) -> float:
    """What the most exact range that fits says of a media type."""
    for pattern in (name, f"{name.partition('/')[0]}/*", "*/*"):
        fitting = [quality for range_, quality in ranges if range_ == pattern]
        if fitting:
            return fitting[0]
    return 0.0


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if name:
            yield ("*/*" if name == "*" else name), _weight(parameters)


def _weight(parameters: Sequence[str]) -> float:
    given = next((value[2:] for value in parameters if value.startswith("q=")), "1")
    try:
        return min(max(float(given), 0.0), 1.0)
    except ValueError:
        return 0.0
