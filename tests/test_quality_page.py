"""docs/quality.md is the page of its figures, the figures are of this gold, and not far from the floors."""

import json
from copy import deepcopy

import pytest

from tools.quality import floors
from tools.quality.constructions import CONSTRUCTIONS, share
from tools.quality.disguises import DISGUISES
from tools.quality.figures import Figures, problems
from tools.quality.page import page
from tools.quality.report import DATA, PAGE

FAR = 0.1  # of a figure from its floor: more, and the page tells of another program (make report)


@pytest.fixture
def told() -> Figures:
    figures: Figures = json.loads(DATA.read_text("utf-8"))
    return figures


def test_the_page_is_made_of_the_figures(told: Figures) -> None:
    assert PAGE.read_text("utf-8") == page(told)


def test_the_figures_are_as_wanted_and_of_this_gold(told: Figures) -> None:
    assert problems(told) == []


def test_the_figures_are_near_the_floors(told: Figures) -> None:
    pinned = floors.pinned()["floors"]
    assert set(told["groups"]) == set(pinned) - {"given"}
    far = {
        f"{group}: {key}": (cell[0], pinned[group][key])
        for group, cells in told["groups"].items()
        for key, cell in cells.items()
        if abs(cell[0] - pinned[group][key]) > FAR
    }
    assert far == {}


def test_every_group_has_intervals_and_every_list_its_rows(told: Figures) -> None:
    cells = [cell for group in told["groups"].values() for cell in group.values()]
    assert all(low <= value <= high for value, low, high in cells)
    assert set(told["robustness"]) == {each.name for each in DISGUISES}
    assert set(told["constructions"]) <= set(CONSTRUCTIONS) and len(told["constructions"]) > 15
    assert len(told["predicates"]) > 25
    shares = (*told["constructions"].values(), *told["predicates"].values())
    assert all(each["low"] <= each["found"] / each["required"] <= each["high"] for each in shares)


def test_what_is_short_of_what_is_wanted_is_named(told: Figures) -> None:
    worse = deepcopy(told)
    worse["robustness"]["both"]["a.F1"] -= 0.04
    worse["distractors"]["hit"] = 20
    assert len(problems(worse)) == 2
    assert problems({**told, "gold": "another"}) == ["the gold changed: make report"]


def test_intervals_resample_articles() -> None:
    certain, mixed = share({"a": [True] * 5, "b": [True]}), share({"a": [True] * 5, "b": [False] * 5})
    assert (certain.low, certain.high) == (1.0, 1.0)
    assert (mixed.found, mixed.required, mixed.low, mixed.high) == (5, 10, 0.0, 1.0)
