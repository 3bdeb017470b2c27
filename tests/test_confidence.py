"""Confidence as learnt from the annotated articles: judged out of fold, and its data file is what was learnt."""

import random

import pytest

from ingest.extraction.confidence import weights
from ingest.extraction.signs import SURER
from tools.confidence.cases import Case, cases
from tools.confidence.fit import fit
from tools.confidence.judge import Judgement, judge, measure, out_of_fold
from tools.confidence.keep import AUROC, ECE, WEIGHTS, kept, page, problems


@pytest.fixture(scope="module")
def known() -> list[Case]:
    return cases()


def test_it_is_as_reliable_as_pinned(known: list[Case]) -> None:
    found = measure(known)
    assert problems(found) == []
    assert found["dispatches"].ece <= ECE and found["dispatches"].auroc >= AUROC
    assert len({case.article for case in known if case.group == "dispatches"}) > 50


def test_weights_are_of_signs_that_the_extraction_gives(known: list[Case]) -> None:
    """A rule or a sign got another name: `python -m tools.confidence --write` learns anew."""
    given = {name for case in known for name in case.signs}
    assert set(weights().signs) - given == set()
    assert [name for name, weight in weights().signs.items() if name.startswith(SURER) and weight < 0] == []


def test_the_data_file_is_what_write_writes() -> None:
    assert WEIGHTS.read_text("utf-8") == page(weights())


def test_a_measure_that_falls_is_named() -> None:
    measures = kept()["measures"]
    same = {group: Judgement(m["cases"], m["right"], m["ece"], m["auroc"], []) for group, m in measures.items()}
    assert problems(same) == []
    worse = Judgement(10, 5, ECE + 0.001, AUROC - 0.001, [])
    assert len(problems({**same, "dispatches": worse})) == 2


def invented(articles: int, seed: int) -> list[Case]:
    """Ten statements an article: those with a high margin are right nine times out of ten, others every other time."""
    chance = random.Random(seed)
    found: list[Case] = []
    for number in range(articles * 10):
        high = chance.random() < 0.5
        right = chance.random() < (0.9 if high else 0.5)
        signs = {"margin.tokens": float(high), "known.listed": float(not right), "noise": chance.random()}
        found.append(Case("dispatches", f"a{number // 10}", signs, right))
    return found


def test_learns_what_is_there_and_no_surer_sign_speaks_against() -> None:
    learnt = fit(invented(40, 1))
    assert learnt.signs["known.listed"] == 0
    assert learnt.confidence({"margin.tokens": 1.0}) > 0.8 > 0.6 > learnt.confidence({"margin.tokens": 0.0})
    assert fit(invented(40, 1)) == learnt


def test_an_article_teaches_nothing_about_itself() -> None:
    """Each article has a sign of its own that gives its statements away: out of fold that is of no use."""
    chance = random.Random(3)
    told = [(f"a{n // 10}", chance.random() < 0.5) for n in range(300)]
    cheating = [Case("dispatches", a, {f"{a}={right}": 1.0}, right) for a, right in told]
    learnt = fit(cheating)
    inside = judge([(learnt.confidence(case.signs), case.right) for case in cheating])
    assert inside.auroc > 0.95
    assert judge(out_of_fold(cheating, "dispatches")).auroc < 0.6
