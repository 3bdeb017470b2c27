"""However a text is printed, the same is read in it, and evidence stands where the stored text has it."""

import random
import re
import textwrap
from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.statement import Statement, make_article
from ingest.extraction.extract import read_articles
from ingest.rewriting.usual import usual
from tests.ingest.rewriting.samples import SAMPLES, meaning

STYLES = ("„“‚‘", "»«›‹", "«»‹›", "\"\"''", "“”‘’", "„”‚’")
DASHES = ("–", "—", "―", "-", "--", "−")
BLANKS = (" ", "\u00a0", "\u202f", "\u2009", "\u2003", "  ", " \u00a0")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def statements(text: str) -> list[Statement]:
    title = text.partition("\n")[0]
    ((_, found),) = read_articles([make_article(text, title=title, published="2025-03-04", with_title=False)])
    return found


@cache
def plain(number: int) -> Counter[tuple[object, ...]]:
    found = Counter(map(meaning, statements(SAMPLES[number])))
    assert sum(found.values()) >= 3
    return found


def dressed(text: str, style: str, dash: str, seed: int) -> str:
    """The text with other marks, and with other blanks and soft hyphens here and there."""
    chance = random.Random(seed)
    text = text.translate(dict(zip(map(ord, "„“‚‘"), style, strict=True))).replace(" – ", f" {dash} ")
    text = re.sub(" ", lambda _: chance.choice(BLANKS) if chance.random() < 0.3 else " ", text)
    return re.sub(r"(?<=[a-zäöü]{3})(?=[a-zäöü]{3})", lambda _: "\u00ad" if chance.random() < 0.1 else "", text)


def assert_same(text: str, number: int) -> None:
    found = statements(text)
    assert Counter(map(meaning, found)) == plain(number)
    for statement in found:
        assert statement.evidence.text == text[statement.evidence.start : statement.evidence.end]
        assert statement.count is None or statement.count.text in statement.evidence.text


@given(st.integers(0, len(SAMPLES) - 1), st.sampled_from(STYLES), st.sampled_from(DASHES), st.integers(0, 9999))
@settings(max_examples=40)
def test_other_marks_and_blanks_say_the_same(number: int, style: str, dash: str, seed: int) -> None:
    assert_same(dressed(SAMPLES[number], style, dash, seed), number)


@given(st.integers(0, len(SAMPLES) - 1), st.integers(54, 72))
@settings(max_examples=20)
def test_wrapped_lines_say_the_same(number: int, width: int) -> None:
    title, body = SAMPLES[number].split("\n")
    assert_same(f"{title}\n{textwrap.fill(body, width, break_on_hyphens=False)}", number)


@pytest.mark.parametrize("number", range(len(SAMPLES)))
def test_ascii_and_capitals_say_the_same(number: int) -> None:
    title, body = SAMPLES[number].split("\n")
    for text in (SAMPLES[number].translate(UMLAUTS), f"{title.upper()}\n{body}"):
        assert_same(text, number)
    assert usual(f"{title.upper().translate(UMLAUTS)}\n{body}").text == usual(SAMPLES[number]).text


@given(st.text(max_size=200) | st.text(alphabet="„“\"'‚‘»«´` \u00a0\u00ad\n-–aeouäßSÜ.(9", max_size=120))
@settings(max_examples=300)
def test_every_character_has_its_place(text: str) -> None:
    made = usual(text)
    spans = [made.span(at, at + 1) for at in range(len(made.text))]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    kept = [(c, text[start:end]) for c, (start, end) in zip(made.text, spans, strict=True) if c.isdecimal()]
    assert all(c in said for c, said in kept)


@given(st.text(alphabet="„“\"'‚‘»« \u00a0\n-–aeouäßSÜ.(9", max_size=120))
@settings(max_examples=200)
def test_nothing_is_left_to_do(text: str) -> None:
    """Spaces and invisible characters are usual after one pass."""
    made = usual(text).text
    assert not re.search("[\u00a0\u00ad]|  | \n|\n ", made)


def test_usual_print_stays_as_it_is() -> None:
    for text in SAMPLES[1:]:
        assert usual(text).text == text
    assert usual("").text == ""
