"""The Accept header: the most exact range counts, quality decides, and zero is a refusal."""

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat

from api.negotiation import NotAcceptable, format_for

J, X, C = QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.CSV


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", J),
        ("*", J),
        ("text/*", C),
        ("text/*;q=0.3, text/csv;q=0, */*;q=0.1", QueryResultsFormat.TSV),
        ("application/sparql-results+json;q=0, */*", X),
        ("TEXT/CSV", C),
        ("text/csv; charset=utf-8; q=0.4, application/xml; q=0.5", X),
        ("text/csv;q=much, */*;q=0.1", J),
    ],
)
def test_tables(accept: str, wanted: QueryResultsFormat) -> None:
    assert format_for(accept, "table") == wanted


def test_graphs() -> None:
    assert format_for("application/ld+json, text/turtle;q=0.9", "graph") == RdfFormat.JSON_LD
    assert format_for("text/plain", "graph") == RdfFormat.N_TRIPLES


def test_none_fits() -> None:
    with pytest.raises(NotAcceptable, match="there are text/turtle"):
        format_for("image/png, text/csv", "graph")
