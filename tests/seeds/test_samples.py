"""The samples: fifteen, ours, in German, and plainly samples."""

import os
import re
from pathlib import Path

import pytest

from ingest.readers.found import Found
from ingest.readers.read import read
from seeds.errors import BadData
from seeds.samples import Sample, parse_sample, samples, samples_folder

ROOT = Path(__file__).parents[2]
RUN = 9  # words in a row that would be taken over


def digests() -> list[Sample]:
    return [sample for sample in samples() if not sample.invented]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)}


def test_five_digests_and_a_story_of_ten() -> None:
    assert len(samples()) == 15
    assert [sample.after for sample in digests()] == ["000", "001", "002", "003", "004"]
    assert [sample.published for sample in digests()] == [None] * 5


def test_all_say_that_they_are_samples() -> None:
    assert all(sample.sample for sample in samples())
    assert len({sample.id for sample in samples()}) == 15


def test_the_story_is_in_order_and_has_a_reprint() -> None:
    story = [sample for sample in samples() if sample.invented]
    dates = [sample.published or "" for sample in story]
    assert dates == sorted(dates) and dates[0].startswith("2024-10") and dates[-1].startswith("2025-04")
    reprints = [sample.outlet for sample in story if sample.text == story[1].text]
    assert len(reprints) == len(set(reprints)) == 2


def test_length_of_a_short_news_item() -> None:
    assert all(120 <= len(sample.text.split()) <= 220 for sample in digests())
    assert all(90 <= len(sample.text.split()) <= 220 for sample in samples())


def test_our_readers_read_them_as_german_samples() -> None:
    readings = list(read([samples_folder()]))
    for sample, reading in zip(samples(), readings, strict=True):
        assert isinstance(reading, Found), reading
        assert reading.origin == ("invented" if sample.invented else "sample")
        article = reading.article
        assert (article.title, article.outlet, article.published) == (sample.title, sample.outlet, sample.published)
        assert article.language == "de"
        assert article.document == f"{sample.outlet}#{sample.id}"
        assert article.text == f"{sample.title}\n{sample.text}"


@pytest.mark.shared
def test_no_words_in_a_row_from_a_given_article() -> None:
    given = sorted((ROOT / os.environ.get("LAGEBILD_SHARED", "../shared") / "seeds").glob("*.txt"))
    assert len(given) == 5
    taken = set[tuple[str, ...]]().union(*(runs(path.read_text("utf-8")) for path in given))
    for sample in samples():
        assert not runs(f"{sample.title}\n{sample.text}") & taken, sample.name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Nur Text.", "begins with its fields"),
        ("---\nid: a\ntitle: A\noutlet: B\nsample: true\n---\nText.", "field invented"),
        ("---\nid: a\ntitle: A\noutlet: B\nsample: ja\ninvented: true\n---\nText.", "sample is true or false"),
        ("---\nid: a\ntitle: A\noutlet: B\nsample: true\ninvented: true\nautor: C\n---\n", "field autor"),
        ("---\nid: [a\n---\nText.", "a.md: "),
    ],
)
def test_a_wrong_sample_is_named(text: str, message: str) -> None:
    with pytest.raises(BadData, match=message):
        parse_sample(text, "a.md")
