"""spaCy's German tokenizer with what the model was measured with, and numbers without their full stop."""

import re
from collections.abc import Callable
from typing import Protocol, cast

from spacy.language import Language

Match = re.Match[str] | None

# A full stop behind these is no ordinal's: years and longer numbers, thousands ("12.000.", "12'000."),
# decimals ("1,5.").
STOP_OF_NUMBER = re.compile(r"(?:(?<=[0-9]{4})|(?<=[0-9][.'’][0-9]{3})|(?<=[0-9],[0-9])|(?<=[0-9],[0-9]{2}))\.$")


class SuffixSearch(Protocol):
    """What is used of spaCy's tokenizer, which is compiled and ships no types."""

    suffix_search: Callable[[str], Match]


def adapt_tokenizer(nlp: Language) -> None:
    """Split the full stop off numbers that can't be ordinals: it ends a sentence."""
    tokenizer = cast(SuffixSearch, nlp.tokenizer)
    usual = tokenizer.suffix_search

    def search(text: str) -> Match:
        return STOP_OF_NUMBER.search(text) or usual(text)

    tokenizer.suffix_search = search
