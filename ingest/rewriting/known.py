"""Words as they are written: what the lexicon of the model and the reference tables attest, read once a process."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from ingest.german.labels import model_file
from ingest.linking.gazetteer import gazetteer

_NOUNS = frozenset({"NOUN", "PROPN"})
_CONTENT = frozenset({*_NOUNS, "VERB", "ADJ", "X", "INTJ"})
_LISTS = ("ingest.counts", "ingest.extraction", "ingest.linking", "ingest.times")
_INFINITIVE = re.compile("[a-zäöüß]+n\\Z")
_COMMENT = re.compile("#.*")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Known:
    """`written`: lower case → ways of writing it; `listed`: words of the rules' lists, with ss too where they have ß;
    `verbs`: those of them that are infinitives, for all one can see.

    `nouns`, `function`, `others` (verbs and adjectives): what the lexicon says a word is; `names`: names of several
    words by their lower case.
    """

    written: Mapping[str, frozenset[str]]
    listed: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    function: frozenset[str]
    others: frozenset[str]
    names: Mapping[str, str]

    def cases(self, low: str) -> frozenset[str]:
        """The ways in which a word (in lower case) is written; none for unknown words."""
        return self.written.get(low, frozenset())

    def attests(self, low: str) -> bool:
        """Whether there is such a word, however it is written."""
        return low in self.written or low in self.listed or low.capitalize() in self.listed


@cache
def known() -> Known:
    """The words of this distribution."""
    lexicon = TypeAdapter(Mapping[str, Mapping[str, str]]).validate_json(model_file("lemma_lexicon.json").read_bytes())
    written: dict[str, set[str]] = defaultdict(set)
    for form in _forms(lexicon):
        written[form.lower()].add(form)
        written[form.lower().replace("ß", "ss")].add(form.replace("ß", "ss"))
    for word in ("ADJ", "ADV"):
        for form in lexicon[word]:
            written[form].add(form)
    return Known(
        {low: frozenset(forms) for low, forms in written.items()},
        _listed(*_LISTS),
        frozenset(word for word in _listed("ingest.extraction") - _listed("ingest.counts") if _INFINITIVE.match(word)),
        frozenset(form for kind in _NOUNS for form in lexicon[kind]),
        frozenset(form for kind, forms in lexicon.items() if kind not in _CONTENT for form in forms),
        frozenset(form for kind in ("VERB", "ADJ") for form in lexicon[kind]),
        {name.lower(): name for name in gazetteer().names if " " in name},
    )


def _listed(*packages: str) -> frozenset[str]:
    """The words of the lists that the rules work with, in standard spelling and with ss for ß."""
    lists = (file for package in packages for file in files(package).joinpath("data").iterdir())
    words = {word for file in lists for word in _WORD.findall(_COMMENT.sub("", file.read_text("utf-8")))}
    return frozenset(words | {word.replace("ß", "ss") for word in words})


def _forms(lexicon: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Every attested form, names and their parts among them."""
    yield from model_file("word_forms.txt").read_text("utf-8").split()
    for kind, forms in lexicon.items():
        for form, lemma in forms.items():
            yield (lemma if lemma.lower() == form else form.capitalize()) if kind in _NOUNS else form
    tables = gazetteer()
    for name in (*tables.names, *tables.demonyms, *tables.adjectives):
        yield from _WORD.findall(name)
