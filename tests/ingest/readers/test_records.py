"""JSON and JSON Lines: articles, and what is wrong with those that are none."""

import json
from io import BytesIO

import pytest

from ingest.readers.draft import Draft
from ingest.readers.found import Rejected
from ingest.readers.lines import line_drafts
from ingest.readers.records import json_drafts, record_draft
from seeds.errors import BadArticle, TooLarge


def lines(data: bytes) -> list[Draft | Rejected]:
    stream = BytesIO(data)
    return list(line_drafts(stream, stream.readline(), "news.jsonl"))


def test_one_article() -> None:
    [draft] = json_drafts('{"title": "Kenia", "content": "Kenia hilft.", "date": "2025-02-07"}', "a.json")
    assert isinstance(draft, Draft)
    assert (draft.where, draft.body, draft.meta.title, draft.meta.published) == (
        "a.json",
        "Kenia hilft.",
        "Kenia",
        "2025-02-07",
    )


def test_a_list_with_one_bad_entry() -> None:
    first, bad, last = json_drafts('[{"text": "Eins."}, {"text": 7}, {"text": "Drei."}]', "a.json")
    assert isinstance(first, Draft) and isinstance(last, Draft) and isinstance(bad, Rejected)
    assert (first.where, last.body) == ("a.json, entry 1", "Drei.")
    assert str(bad.error).startswith("a.json, entry 2: no text field; name it text, body")


def test_markup_in_a_field_is_taken_out() -> None:
    draft = record_draft(
        json.dumps({"title": "Kenia", "content": "<p>Kenia schickt Haiti 200 Polizisten.</p><p>Weitere folgen.</p>"}),
        "a.json",
    )
    assert (draft.body, draft.meta.title) == ("Kenia schickt Haiti 200 Polizisten.\nWeitere folgen.", "Kenia")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"title": "nur Titel"}', "a.json: no text field"),
        ('{"text": ""}', "a.json: no text field"),
        ('"Text"', "a.json: an article is a JSON object with a text field, not str"),
        ("[]", "a.json: the list is empty"),
        ('{"text": "a",\n oops}', r"a.json: no valid JSON \(line 2, column 2"),
        ("[" * 100_000, "a.json: JSON nested too deeply"),
    ],
)
def test_no_article(text: str, message: str) -> None:
    with pytest.raises(BadArticle, match=message):
        list(json_drafts(text, "a.json"))


def test_lines_with_bad_ones_between() -> None:
    first, broken, cut, last = lines(b'{"text": "Eins."}\n\n{broken\n{"text": "gr\xc3\xb6\xc3"}\n{"text": "Vier."}')
    assert isinstance(first, Draft) and isinstance(last, Draft)
    assert (first.where, last.where, last.body) == ("news.jsonl, line 1", "news.jsonl, line 5", "Vier.")
    assert isinstance(broken, Rejected) and isinstance(cut, Rejected)
    assert str(broken.error).startswith("news.jsonl, line 3: no valid JSON (column 2")
    assert str(cut.error).startswith("news.jsonl, line 4, line 1: broken UTF-8")


def test_a_line_beyond_the_limit_does_not_hide_the_next() -> None:
    huge, last = lines(b'{"text": "' + b"a" * 5_000_000 + b'"}\n{"text": "Zwei."}\n')
    assert isinstance(huge, Rejected) and isinstance(huge.error, TooLarge)
    assert isinstance(last, Draft) and last.where == "news.jsonl, line 2"


def test_byte_order_mark_and_other_unicode() -> None:
    [draft] = lines('\ufeff{"text": "Größe."}'.encode())
    assert isinstance(draft, Draft) and draft.body == "Größe."
    with pytest.raises(BadArticle, match="save the file as UTF-8"):
        lines('{"text": "Größe."}'.encode("utf-16"))
