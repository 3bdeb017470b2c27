"""Which face goes with which format."""

import pytest

from graph.formats.form import CARRIES, Form, form
from graph.rdf.faces import FORMATS as RDF
from seeds.errors import BadParameter

PAIRS = [(face, format_) for face, formats in CARRIES.items() for format_ in formats]


@pytest.mark.parametrize(("face", "format_"), PAIRS)
def test_what_goes_together(face: str, format_: str) -> None:
    found = form(face, format_)
    assert found == Form(face, format_) and found.is_rdf == (format_ in RDF)
    assert "/" in found.media_type and found.extension.isalnum()


@pytest.mark.parametrize(
    ("face", "format_", "found"),
    [
        (None, None, ("plain", "turtle")),
        (None, "graphml", ("network", "graphml")),
        (None, "stix", ("bundle", "stix")),
        (None, "nquads", ("plain", "nquads")),
        ("nanopub", None, ("nanopub", "trig")),
        ("claims", None, ("claims", "graphml")),
    ],
)
def test_what_is_not_given_follows_from_the_other(
    face: str | None, format_: str | None, found: tuple[str, str]
) -> None:
    assert form(face, format_) == Form(*found)


WRONG = [(face, format_) for face in CARRIES for _, format_ in PAIRS if (face, format_) not in PAIRS]


@pytest.mark.parametrize(("face", "format_"), [*dict.fromkeys(WRONG), ("picture", None), (None, "dot"), ("", "")])
def test_any_other_pair_is_refused_with_the_list(face: str | None, format_: str | None) -> None:
    with pytest.raises(BadParameter, match=r"network as graphml, gexf; claims as graphml, gexf; bundle as stix"):
        form(face, format_)
