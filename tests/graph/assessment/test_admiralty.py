"""The scheme: grades, defaults, and what caps a credibility."""

import pytest

from graph.assessment.admiralty import scheme


def test_grades_and_defaults() -> None:
    assert list(scheme().grades["source"]) == [*"ABCDEF"]
    assert list(scheme().grades["claim"]) == [*"123456"]
    assert (scheme().default("source"), scheme().default("claim")) == ("F", "6")
    assert [scheme().target(grade) for grade in ("A", "1", "G", "", "-")] == ["source", "claim", None, None, None]


@pytest.mark.parametrize(
    ("given", "origins", "denied", "counts", "caps"),
    [
        ("1", 2, False, "1", []),
        ("1", 1, False, "2", ["fewer_origins"]),
        ("1", 0, False, "2", ["fewer_origins"]),
        ("1", 5, True, "3", ["denied"]),
        ("1", 1, True, "3", ["fewer_origins", "denied"]),
        ("2", 1, False, "2", []),
        ("2", 9, True, "3", ["denied"]),
        ("3", 1, True, "3", []),
        ("5", 0, True, "5", []),
        ("6", 0, True, "6", []),
    ],
)
def test_what_counts(given: str, origins: int, denied: bool, counts: str, caps: list[str]) -> None:
    credibility, capping = scheme().credibility(given, origins, denied=denied)
    assert (credibility, [cap.name for cap in capping]) == (counts, caps)
