"""The pipeline: order, batches, what is stored when something goes wrong."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Self

import pytest
from pydantic import JsonValue

from graph.decisions.decision import Decision
from graph.embedded import EmbeddedStore
from graph.forgetting import Forgotten
from graph.packet import Loaded
from graph.rows import Origin
from graph.saved import Saved
from graph.statement import Article, Entity, Evidence, Run, Statement, make_statement
from ingest.pipeline import Extracted, Ingested, Progress, extract, ingest, run_record
from ingest.readers.found import Rejected
from seeds.errors import StoreUnavailable
from seeds.reference import ReferenceEntity
from seeds.samples import samples_folder

KENYA = Entity(id="Q114", name="Kenia", type="Country", wikidata="Q114")
HAITI = Entity(id="Q790", name="Haiti", type="Country", wikidata="Q790")
BODY = "Kenia unterstützt Haiti seit dem vergangenen Sommer mit Polizisten."


def one_statement(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Statement]]]:
    """Finds the first sentence to say that Kenya supports Haiti."""
    for article in articles:
        evidence = Evidence(start=0, end=len(article.text), text=article.text)
        fields = {"article": article.id, "kind": "relation", "subject": KENYA, "predicate": "SUPPORTS", "object": HAITI}
        said = {"polarity": "affirmed", "modality": "asserted", "evidence": evidence, "confidence": 1.0}
        yield article, [make_statement(**fields, **said)]


def in_batches(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Statement]]]:
    """Reads seven articles ahead, as nlp.pipe does."""
    source = iter(articles)
    while batch := list(islice(source, 7)):
        yield from one_statement(batch)


class Shelf:
    """A store that keeps a list, and fails at the article of a given number."""

    def __init__(self, fails_at: int | None = None, error: BaseException | None = None) -> None:
        self.stored: list[tuple[str, int, Origin]] = []
        self.runs: set[str] = set()
        self.fails_at, self.error = fails_at, error

    def put(
        self, article: Article, statements: Sequence[Statement], run: Run, *, origin: Origin, at: str | None = None
    ) -> Loaded:
        raise NotImplementedError

    def put_all(self, given: Sequence[Saved]) -> list[Loaded]:
        stored = len(self.stored)
        if self.error is not None and self.fails_at in range(stored, stored + len(given)):
            raise self.error
        for one in given:
            self.stored.append((one.article.text, len(one.statements), one.origin))
        self.runs |= {one.run.id for one in given}
        return [Loaded(one.article.id, len(one.statements), False, None) for one in given]

    def put_batches(self, given: Iterable[Sequence[Saved]]) -> Iterator[list[Loaded]]:
        return map(self.put_all, given)

    def decide(self, decision: Decision) -> None:
        raise NotImplementedError

    def remember(self, decisions: Iterable[Decision]) -> None:
        raise NotImplementedError

    def decisions(self) -> list[Decision]:
        return []

    def forget(self, id_: str) -> Forgotten:
        raise NotImplementedError

    def seed(self, entities: Iterable[ReferenceEntity]) -> int:
        return len(list(entities))

    def read(
        self, cypher: str, parameters: Mapping[str, JsonValue] | None = None, *, limit: int | None, seconds: float
    ) -> list[dict[str, JsonValue]]:
        return []

    def close(self) -> None:
        self.stored.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Twenty lines, of which the 5th, the 6th and the last are no articles."""
    lines = [json.dumps({"text": f"{BODY} Meldung {number}.", "id": number}) for number in range(1, 21)]
    lines[4] = "{kaputt"
    lines[5] = '{"title": "ohne Text"}'
    lines[19] = '{"text": 7}'
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_results_keep_the_order_of_the_inputs(news: Path) -> None:
    results = list(extract([news], extractor=in_batches))
    assert [result.path for result in results] == [f"{news}, line {number}" for number in range(1, 21)]
    assert [number for number, result in enumerate(results, 1) if isinstance(result, Rejected)] == [5, 6, 20]
    for result in results:
        if isinstance(result, Extracted):
            assert result.article.text.endswith(f"Meldung {result.path.split()[-1]}.")
            assert result.statements[0].article == result.article.id


def test_every_article_is_stored_and_told(news: Path) -> None:
    shelf, told = Shelf(), list[Progress]()
    results = list(ingest([news], shelf, progress=told.append, extractor=in_batches))
    assert len(shelf.stored) == 17 and len(shelf.runs) == 1
    assert sum(isinstance(result, Ingested) and result.loaded.added == 1 for result in results) == 17
    assert told[-1] == Progress(articles=17, rejected=3, statements=17, path=f"{news}, line 20")
    assert [state.articles + state.rejected for state in told] == list(range(1, 21))


def test_only_bad_inputs(tmp_path: Path) -> None:
    results = list(ingest([tmp_path / "fehlt.txt", tmp_path], Shelf(), extractor=in_batches))
    assert len(results) == 2 and all(isinstance(result, Rejected) for result in results)


def test_samples_stay_samples() -> None:
    shelf = Shelf()
    list(ingest([samples_folder()], shelf, extractor=one_statement))
    assert [origin for _, _, origin in shelf.stored] == ["sample"] * 5 + ["invented"] * 10


@pytest.mark.parametrize("error", [StoreUnavailable("gone"), KeyboardInterrupt()])
def test_what_was_stored_before_an_error_stays(news: Path, error: BaseException) -> None:
    shelf, seen = Shelf(fails_at=5, error=error), list[str]()  # four are stored before the first that is no article
    results = ingest([news], shelf, extractor=in_batches)
    with pytest.raises(type(error)):
        seen.extend(result.path for result in results)
    assert (len(shelf.stored), len(seen)) == (4, 6)


def test_stopping_early_reads_no_further_than_a_batch(tmp_path: Path) -> None:
    opened = list[int]()

    def inputs() -> Iterator[Path]:
        for number in range(1_000):
            opened.append(number)
            yield path

    path = tmp_path / "a.txt"
    path.write_text(BODY, encoding="utf-8")
    assert len(list(islice(extract(inputs(), extractor=in_batches), 10))) == 10
    assert len(opened) <= 14  # two batches of seven


def test_run_names_program_model_and_vocabulary() -> None:
    first, second = run_record(), run_record()
    assert first.version and first.model.startswith("sha256:") and first.vocabulary.startswith("sha256:")
    assert first.model != first.vocabulary
    assert (first.version, first.model, first.vocabulary) == (second.version, second.model, second.vocabulary)


def test_embedded_store_takes_them_once(news: Path, tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "data") as store:
        first = [r for r in ingest([news], store, extractor=in_batches) if isinstance(r, Ingested)]
        again = [r for r in ingest([news], store, extractor=in_batches) if isinstance(r, Ingested)]
        assert [result.loaded.added for result in first] == [1] * 17
        assert all(result.loaded.already_known and result.loaded.added == 0 for result in again)
        [count] = store.read("MATCH (s:Statement) RETURN count(s) AS n", limit=None, seconds=10)
        assert count["n"] == 17


def test_a_sample_all_the_way(tmp_path: Path) -> None:
    path = samples_folder() / "15-eingestaendnis.md"
    with EmbeddedStore(tmp_path / "data") as store:
        [result] = ingest([path], store)
        assert isinstance(result, Ingested) and result.origin == "invented"
        assert result.loaded.added == len(result.statements) > 0
        for statement in result.statements:
            evidence = statement.evidence
            assert result.article.text[evidence.start : evidence.end] == evidence.text
        rows = store.read("MATCH (a:Article) RETURN a.sample AS sample, a.outlet AS outlet", limit=None, seconds=10)
        assert rows == [{"sample": True, "outlet": "Rheinbogen-Kurier"}]
