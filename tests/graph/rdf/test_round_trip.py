"""Store to RDF to store: on every face, in every format, the same statements and articles come back."""

import re
from collections.abc import Iterator
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.rdf.faces import CARRIES
from graph.rdf.putting import put_reading
from graph.rdf.terms import Names
from seeds.errors import BadInput
from tests.graph import whole
from tests.graph.making import article, sent
from tests.graph.rdf.exported import Given, a_store, exported, put, read_back
from tests.graph.strategies import readings as any_readings

PAIRS = [(face, format_) for face, formats in CARRIES.items() for format_ in formats]
NOT_COMPARED = {"Article", "Lagebild"}  # they keep when they were loaded
some = st.lists(
    any_readings() | st.integers(0, 1).flatmap(any_readings),
    min_size=1,
    max_size=4,
    unique_by=lambda reading: reading[0].id,
)


def compared(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Without what an import makes anew: since when and until when all is known."""
    times = re.compile(r"\('(?:since|until)', [^)]*\)")
    return {name: [times.sub("", row) for row in rows] for name, rows in found.items() if name not in NOT_COMPARED}


@pytest.mark.parametrize(("face", "format_"), PAIRS)
def test_store_to_rdf_to_store(face: str, format_: str) -> None:
    @settings(max_examples=12)
    @given(some, st.sampled_from(["https://lagebild.example/", "urn:example/lage/"]))
    def check(given_: Given, base: str) -> None:
        with a_store() as store, a_store() as other:
            put(store, given_)
            if format_ == "rdfxml" and not fits_xml(given_):
                with pytest.raises(BadInput, match="RDF/XML cannot hold"):
                    exported(store, face, format_, with_text=True)
                return
            for one in read_back(exported(store, face, format_, names=Names(base), with_text=True), format_):
                assert one.article is not None
                assert not put_reading(other, one).already_known
            assert whole.articles(other) == whole.articles(store)
            assert whole.statements(other) == whole.statements(store)
            before, after = whole.everything(store), whole.everything(other)
            assert compared(after) == compared(before)
            marks = "MATCH (a:Article) RETURN a.id AS id, a.sample, a.invented, a.current ORDER BY id"
            assert whole.ask(other, marks) == whole.ask(store, marks)

    check()


def fits_xml(given_: Given) -> bool:
    texts = [text for article, said in given_ for one in (article, *said) for text in texts_in(one.model_dump())]
    return not any(re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", text) for text in texts)


def texts_in(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts_in(list(cast("dict[str, object]", value).values()))
    elif isinstance(value, list | tuple):
        for each in cast("list[object]", value):
            yield from texts_in(each)


@given(some)
@settings(max_examples=20)
def test_without_texts_the_statements_are_the_same(given_: Given) -> None:
    with a_store() as store:
        put(store, given_)
        back = read_back(exported(store, "plain", "ntriples"), "ntriples")
    assert {one.id: {said.id: said for said in one.statements} for one in back} == {
        article.id: {one.id: one for one in said} for article, said in given_
    }
    assert all(one.article is None for one in back)


def test_what_xml_cannot_hold_is_refused() -> None:
    of = article(text="Ein\x0cSeitenvorschub.")
    with a_store() as store:
        put(store, [(of, [sent(of)])])
        with pytest.raises(BadInput, match=r"RDF/XML cannot hold the character U\+000C"):
            exported(store, "plain", "rdfxml")
