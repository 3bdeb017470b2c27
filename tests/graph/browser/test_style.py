"""The style sheet names every label and relationship type of the vocabulary, types after the general rules."""

import re

from graph.browser.style import style
from graph.cypher import stance_edge
from graph.properties import PROPERTIES
from seeds.vocabulary import vocabulary

RULE = re.compile(r"^(node|relationship)(?:\.(\w+))? \{$((?:\n  [\w-]+: [^;{]+;|\n  [\w-]+: '[^']+';)+)\n\}$", re.M)


def test_the_sheet_is_rules_and_nothing_else() -> None:
    assert RULE.sub("", style()).strip() == ""


def test_every_label_and_type_has_a_rule() -> None:
    nodes = [match[2] for match in RULE.finditer(style()) if match[1] == "node"]
    edges = {match[2] for match in RULE.finditer(style()) if match[1] == "relationship"}
    words = vocabulary()
    assert {*PROPERTIES, *words.values("entity_type")} <= set(nodes)
    assert {*words.plain_edges(), *map(stance_edge, words.values("stance"))} <= edges
    assert all(nodes.index("Entity") < nodes.index(type_) for type_ in words.values("entity_type"))
    assert nodes.index("Statement") < nodes.index("TroopReport")


def test_letters_can_be_read_on_their_colour() -> None:
    country = next(match[3] for match in RULE.finditer(style()) if match[2] == "Country")
    article = next(match[3] for match in RULE.finditer(style()) if match[2] == "Article")
    assert "text-color-internal: #ffffff" in country and "text-color-internal: #1a1a1a" in article
