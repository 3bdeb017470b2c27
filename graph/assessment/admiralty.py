"""The scheme as data: grades with their labels, and what caps the credibility of a claim."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from queries.head import Field, read_yaml
from seeds.errors import BadData

Target = Literal["source", "claim"]
_FILE = "admiralty.yaml"
Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cap:
    """The best credibility that counts where something speaks against a better one, and what that is."""

    name: str
    best: str
    label: Labels


@dataclass(frozen=True, slots=True)
class Scheme:
    """Grades from best to worst; `least` is how many independent origins the best credibility needs."""

    grades: Mapping[Target, Mapping[str, Labels]]
    fewer_origins: Cap
    denied: Cap
    least: int

    def default(self, target: Target) -> str:
        """The grade of what nobody has judged."""
        return list(self.grades[target])[-1]

    def target(self, grade: str) -> Target | None:
        """What a grade is a grade of."""
        return next((target for target, grades in self.grades.items() if grade in grades), None)

    def credibility(self, given: str, origins: int, *, denied: bool) -> tuple[str, tuple[Cap, ...]]:
        """The grade that counts, and what caps it; a grade that says nothing about truth is never changed."""
        order = list(self.grades["claim"])
        holding = [self.fewer_origins] if origins < self.least else []
        holding += [self.denied] if denied else []
        capping = tuple(cap for cap in holding if order.index(given) < order.index(cap.best))
        return max((given, *(cap.best for cap in capping)), key=order.index), capping


@cache
def scheme() -> Scheme:
    """The scheme of this distribution."""
    root = read_yaml(files("graph").joinpath("assessment", _FILE).read_text("utf-8"), _FILE)
    fields = root.fields(frozenset({"reliability", "credibility", "caps"}))
    caps = fields["caps"].fields(frozenset({"fewer_origins", "denied"}))
    grades: dict[Target, Mapping[str, Labels]] = {
        "source": _grades(fields["reliability"]),
        "claim": _grades(fields["credibility"]),
    }
    number = caps["fewer_origins"].mapping()["least"].scalar()
    if not isinstance(number, int):
        raise caps["fewer_origins"].bad("`least` is a number of origins")
    return Scheme(grades, _cap(caps, "fewer_origins", grades["claim"]), _cap(caps, "denied", grades["claim"]), number)


def _grades(field: Field) -> Mapping[str, Labels]:
    return {grade: labels.labels() for grade, labels in field.mapping().items()}


def _cap(caps: Mapping[str, Field], name: str, grades: Mapping[str, Labels]) -> Cap:
    said = caps[name].fields(frozenset({"best", "de", "en"}), frozenset({"least"}))
    best = said["best"].text()
    if best not in grades:
        raise BadData(f"{_FILE}: {name}: {best!r} is no credibility")
    return Cap(name, best, {language: said[language].text() for language in ("de", "en")})
