"""Facts beside the text: usual names, types, and who wins."""

import pytest

from ingest.readers.meta import Meta, meta_from
from seeds.errors import BadArticle


def test_usual_names() -> None:
    entries = {
        "headline": "Kenia schickt Polizisten",
        "publisher": {"@type": "Organization", "name": "Weserwarte"},
        "publishedAt": "2025-02-07T09:30:00+01:00",
        "URL": "https://weserwarte.example/kenia",
        "guid": 4711,
        "in_language": "de-DE",
    }
    assert meta_from(entries, "a.json") == Meta(
        title="Kenia schickt Polizisten",
        outlet="Weserwarte",
        published="2025-02-07",
        url="https://weserwarte.example/kenia",
        input_id="4711",
        language="de-DE",
    )


def test_nothing_said_is_none() -> None:
    assert meta_from({"title": "", "outlet": None, "tags": ["x"], "source": " "}, "a.json") == Meta()


@pytest.mark.parametrize("field", ["title", "source", "url"])
@pytest.mark.parametrize("value", [["a", "b"], 3.5, True])
def test_ill_typed_field_is_named(field: str, value: object) -> None:
    name = "outlet" if field == "source" else field
    with pytest.raises(BadArticle, match=rf"a\.json, {name}: a text is expected"):
        meta_from({field: value}, "a.json")


@pytest.mark.parametrize(("written", "flag"), [(True, True), ("true", True), ("False", False), (False, False)])
def test_flags(written: object, flag: bool) -> None:
    assert meta_from({"sample": written}, "a.md").sample is flag


def test_flag_that_is_neither() -> None:
    with pytest.raises(BadArticle, match=r"a\.md, invented: write true or false, not 'ja'"):
        meta_from({"invented": "ja"}, "a.md")


def test_origin() -> None:
    assert Meta().origin == "real"
    assert Meta(sample=True).origin == "sample"
    assert Meta(sample=True, invented=False).origin == "sample"
    assert Meta(sample=True, invented=True).origin == "invented"


def test_over_keeps_what_the_winner_leaves_open() -> None:
    winner, other = Meta(title="Neu", sample=False), Meta(title="Alt", outlet="Weserwarte", sample=True)
    assert winner.over(other) == Meta(title="Neu", outlet="Weserwarte", sample=False)
