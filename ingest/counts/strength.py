"""Strengths written as one adjective: "eine 500-köpfige Einheit", "ein 3.000 Mann starkes Bataillon"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from ingest.counts.amounts import Amount, Words
from ingest.counts.draft import Draft
from ingest.counts.mentions import Target
from ingest.counts.modifiers import read_modifier
from ingest.counts.nouns import Counted, nouns
from ingest.counts.numerals import figure_value, word_value
from ingest.extraction.tree import Tree

_HEADED = re.compile(r"(.+?)-?köpfig(?:e|en|er|es|em)\Z")
_NEAR = 3


def find_strengths(tree: Tree, words: Words) -> Iterator[Draft]:
    """The members of a body whose size stands in an adjective before it."""
    for token in range(words.start, words.stop):
        match = _HEADED.match(words.at(token)) if "köpfig" in words.at(token) else None
        value = (figure_value(match[1]) or word_value(match[1])) if match else None
        body = _body(words, token) if value else None
        if value and body:
            yield _draft(tree, words, token, value, body)


def _body(words: Words, token: int) -> tuple[int, str] | None:
    for candidate in range(token + 1, min(words.stop, token + 1 + _NEAR)):
        if words.forms[candidate][0].isupper():
            unit = nouns().body(words.at(candidate))
            return (candidate, unit) if unit else None
    return None


def _draft(tree: Tree, words: Words, token: int, value: Fraction, body: tuple[int, str]) -> Draft:
    counted = Counted(body[1], "noun")
    amount = Amount(token, token + 1, value, value, "number")
    return Draft(amount, read_modifier(tree, words, amount), Target("noun", body[0] + 1, body[0], counted), counted)
