"""Datelines: "Brüssel (ndp) - Die Nato ..."."""

from ingest.extraction.tree import Tree

_LENGTH = 8  # tokens at most: "Seoul/Moskau (ndp) - "


def is_dateline(tree: Tree, token: int) -> bool:
    """Is it the place before the dash?"""
    first, end = tree.sentence(token)
    before = tree.words[first : min(first + _LENGTH, end)]
    behind = before[before.index(")") :] if ")" in before else []
    return token - first < _LENGTH // 2 and any(dash in behind for dash in ("-", "–", "—"))
