"""Names that stand behind a description and a comma: "die Außenminister Kenias und Ugandas, X und Y, ..."."""

from collections.abc import Mapping

from ingest.extraction.reading import Reading
from ingest.extraction.relation_words import relation_words
from ingest.linking.mention import Mention

_REACH = 9  # tokens from the description to the comma
_AND = frozenset({",", "und", "sowie"})
_CLOSED = frozenset({",", ".", ";", "–", "-", ")"})


def names_behind(reading: Reading, starts: Mapping[int, Mention], token: int) -> list[Mention]:
    """The people named behind the description's comma, up to the next one; read from the words, not from the tree."""
    tree = reading.tree
    if tree.pos[token] != "NOUN" or not relation_words().noun("people_nouns", tree.lemmas[token]):
        return []
    _, end = tree.sentence(token)
    comma = next((t for t in range(token + 1, min(token + _REACH, end)) if tree.words[t] == ","), None)
    between = range(token + 1, comma or token + 1)
    if comma is None or any(tree.pos[t] in ("VERB", "AUX", "ADP") for t in between):
        return []
    found: list[Mention] = []
    sign, at = ",", comma
    while sign in _AND and (name := starts.get(at + 1)) is not None and name.entity.type == "Person":
        found.append(name)
        at = name.end
        sign = tree.words[at] if at < end else "."
        if sign == "," and len(found) > 1:
            break
    several = len(found) > 1
    return found if sign in _CLOSED and several == _is_plural(reading, token) else []


def _is_plural(reading: Reading, token: int) -> bool:
    """ "die Präsidenten", "die Außenminister": by its features or the article of a masculine."""
    tree = reading.tree
    articles = {tree.words[c].lower() for c in tree.children[token]}
    masculine = tree.morphs[token].get("Gender") == "Masc" and "die" in articles
    return tree.morphs[token].get("Number") == "Plur" and "der" not in articles or masculine
