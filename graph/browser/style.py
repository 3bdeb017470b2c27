"""The style sheet (GraSS) of Neo4j Browser: colours, sizes and captions by label and relationship type."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.cypher import stance_edge
from seeds.errors import BadData
from seeds.vocabulary import vocabulary

_DARK = 140  # how bright a colour may be for white letters


def style() -> str:
    """The whole sheet. A node has several labels; Browser takes the last rule that fits, so types stand last."""
    return "\n".join((*_general(), *_nodes(), *_relationships(), ""))


def _general() -> Iterator[str]:
    yield _rule("node", {"diameter": "50px", "font-size": "10px", "border-width": "2px"} | _fill("#cfd8dc"))
    grey = {"color": "#a5abb6", "shaft-width": "1px", "font-size": "8px", "padding": "3px"}
    letters = {"text-color-external": "#000000", "text-color-internal": "#ffffff", "caption": "'<type>'"}
    yield _rule("relationship", grey | letters)


def _nodes() -> Iterator[str]:
    known = looks()
    for label, look in known["nodes"].items():
        yield _rule(f"node.{label}", _node(look))
    for type_ in vocabulary().values("entity_type"):
        yield _rule(f"node.{type_}", _node({"caption": "name"} | _of(known["entity_types"], type_)))


def _relationships() -> Iterator[str]:
    known = looks()
    for stance in vocabulary().values("stance"):
        colour = _of(known["stances"], stance)
        yield _rule(f"relationship.{stance_edge(stance)}", {"color": colour, "shaft-width": "2px"})
    for edge in vocabulary().plain_edges():
        yield _rule(f"relationship.{edge}", {"color": known["plain_edges"]["colour"], "shaft-width": "4px"})


def _node(look: Mapping[str, Any]) -> dict[str, str]:
    caption = {"caption": f"'{{{look['caption']}}}'"}
    return {"diameter": f"{look['size']}px"} | _fill(str(look["colour"])) | caption


def _fill(colour: str) -> dict[str, str]:
    letters = "#ffffff" if _brightness(colour) < _DARK else "#1a1a1a"
    return {"color": colour, "border-color": letters, "text-color-internal": letters}


def _brightness(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _rule(selector: str, values: Mapping[str, str]) -> str:
    lines = (f"  {name}: {value};" for name, value in values.items())
    return "\n".join((f"{selector} {{", *lines, "}", ""))


def _of(group: Mapping[str, Any], name: str) -> Any:
    if name not in group:
        raise BadData(f"colours.yaml: {name} has no colour")
    return group[name]


@cache
def looks() -> Mapping[str, Mapping[str, Any]]:
    """Colours and sizes, by what they are for."""
    loaded: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
        files("graph").joinpath("browser", "colours.yaml").read_text("utf-8")
    )
    return loaded
