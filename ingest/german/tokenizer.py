"""spaCy's German tokenizer with what the model was measured with, and numbers without their full stop."""

import re
from collections.abc import Callable
from typing import Protocol, cast

from spacy.language import Language

Match = re.Match[str] | None

# A full stop behind these is no ordinal's: years and longer numbers, thousands ("12.000.", "12'000."),
# decimals ("1,5.").
STOP_OF_NUMBER = re.compile(r"(?:(?<=[0-9]{4})|(?<=[0-9][.'’][0-9]{3})|(?<=[0-9],[0-9])|(?<=[0-9],[0-9]{2}))\.$")


# Nor is it behind the number or the letter that ends a name: "M23.", "S-400.", "Iris-T.", but "K.-H." keeps it.
STOP_OF_NAME = re.compile(r"(?:(?<=[0-9])|(?<=-[A-Z]))\.$")
NAME_WITH_NUMBER = re.compile(r"[A-Za-zÄÖÜäöü][^.]*\.")


class SuffixSearch(Protocol):
    """What is used of spaCy's tokenizer, which is compiled and ships no types."""

    suffix_search: Callable[[str], Match]


def adapt_tokenizer(nlp: Language) -> None:
    """Split the full stop off numbers that can't be ordinals, and off names that end in one: it ends a sentence."""
    tokenizer = cast(SuffixSearch, nlp.tokenizer)
    usual = tokenizer.suffix_search

    def search(text: str) -> Match:
        named = NAME_WITH_NUMBER.fullmatch(text)
        return STOP_OF_NUMBER.search(text) or (STOP_OF_NAME.search(text) if named else None) or usual(text)

    tokenizer.suffix_search = search
