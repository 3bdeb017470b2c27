"""The official tests of the W3C, where their manifests are at hand; how they are read and judged, in any case."""

import os
from pathlib import Path

import pytest

from tools.conformance.__main__ import PAGE
from tools.conformance.official import run_all
from tools.conformance.page import page
from tools.conformance.record import VARIABLE, known, record, recorded

OWN = Path(__file__).parent / "manifests"


@pytest.mark.w3c
def test_the_official_tests_come_out_as_they_were_recorded() -> None:
    found = run_all(Path(os.environ[VARIABLE]))
    problems = {f"{folder}/{id_}": said for folder, suite in found.items() for id_, said in suite.failed.items()}
    assert record(found) == recorded(), problems


def test_every_other_answer_has_its_reason() -> None:
    failed = [f"{folder.rpartition('/')[2]}/{id_}" for folder, one in recorded().items() for id_ in one.failed]
    assert sorted(failed) == sorted(name for one in known() for name in one.tests)


def test_manifests_of_our_own_show_that_each_kind_can_pass_and_fail() -> None:
    (suite,) = run_all(OWN).values()
    passes = {f"{kind}-right" for kind in ("select", "rdf", "ask", "construct", "graphs", "csv", "syntax", "protocol")}
    assert suite.passed == len(passes)
    assert sorted(suite.failed) == sorted(name.replace("-right", "-wrong") for name in passes)
    assert dict(suite.left_out) == {"updates are refused": 1, "told in words only; our own cases ask the same": 1}


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m tools.conformance"
