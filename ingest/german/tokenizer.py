"""spaCy's German tokenizer with the one rule the model was measured with."""

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_suffix_regex

YEAR_WITH_DOT = r"(?<=[0-9]{4})\."


def split_years(nlp: Language) -> None:
    """Split the full stop off numbers of four and more digits: "2024." ends a sentence, no ordinal is that long."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    rules = [*(nlp.Defaults.suffixes or ()), YEAR_WITH_DOT]
    tokenizer.suffix_search = compile_suffix_regex(rules).search
