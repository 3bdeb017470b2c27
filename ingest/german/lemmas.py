"""Lemma of a word: attested pairs first, then the best rule that fits."""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from pydantic import TypeAdapter

from ingest.german.arrays import Floats
from ingest.german.edit_rules import EditRule, edit_rules
from ingest.german.labels import Labels, model_file

CANDIDATES = 8
ATTESTED = 3.0
UNLIKELY = -8.0
INFLECTED = frozenset({"NOUN", "VERB", "AUX", "ADJ"})
VERBS = frozenset({"VERB", "AUX"})
NAMES = frozenset({"NOUN", "PROPN"})
INFINITIVE = re.compile(r"(?:en|eln|ern|tun|sein)$")
NO_INFINITIVE = re.compile(r"(?:een|[^ie]e[lr]en)$")
CACHE_LIMIT = 50_000

Candidate = tuple[str, float] | None


class Lemmatizer:
    """Lexicon, rules and word forms of the model, with what a rule makes of a form kept."""

    def __init__(self, rules: Labels) -> None:
        self._verbatim = rules.verbatim_lemma
        self._rules: Sequence[EditRule] = edit_rules()
        lexicon = model_file("lemma_lexicon.json").read_bytes()
        self._lexicon = TypeAdapter(Mapping[str, Mapping[str, str]]).validate_json(lexicon)
        self._forms = frozenset(model_file("word_forms.txt").read_text("utf-8").split())
        self._made: dict[tuple[str, str, int], Candidate] = {}

    def lemmas(self, words: Sequence[str], upos: Sequence[str], logits: Floats) -> list[str]:
        """Lemmas of words; `logits` (words, rules)."""
        if len(self._made) > CACHE_LIMIT:
            self._made = {}
        ranked = np.argpartition(logits, -CANDIDATES, axis=1)[:, -CANDIDATES:]
        values = np.take_along_axis(logits, ranked, 1)
        order = np.argsort(-values, axis=1, kind="stable")
        ranked = np.take_along_axis(ranked, order, 1).tolist()
        values = np.take_along_axis(values, order, 1).tolist()
        return [self._lemma(*word) for word in zip(words, upos, ranked, values, strict=True)]

    def _lemma(self, word: str, upos: str, rules: list[int], logits: list[float]) -> str:
        if known := self._lexicon.get(upos, {}).get(word.lower()):
            return known
        if upos in self._verbatim:
            return word
        best, best_sum = word, -np.inf
        for rule, logit in zip(rules, logits, strict=True):
            if logit + ATTESTED <= best_sum:
                break
            made = self._candidate(word, upos, rule)
            if made and logit + made[1] > best_sum:
                best, best_sum = made[0], logit + made[1]
                if upos not in INFLECTED:
                    break
        return best

    def _candidate(self, word: str, upos: str, rule: int) -> Candidate:
        key, known = (word, upos, rule), self._made
        if key not in known:
            lemma = self._rules[rule].apply(word)
            known[key] = self._weighed(word, upos, lemma) if lemma else None
        return known[key]

    def _weighed(self, word: str, upos: str, lemma: str) -> tuple[str, float]:
        """The lemma as German writes it, and what speaks for or against it beside the logit."""
        if upos in NAMES and lemma.lower() == word.lower() and word[:1].isupper():
            lemma = word
        elif upos == "NOUN":
            lemma = lemma[0].upper() + lemma[1:]
        bonus = ATTESTED if lemma in self._forms else 0.0
        capital = upos != "NOUN" and lemma[0].isupper() and not word[0].isupper()
        impossible = upos in VERBS and not (INFINITIVE.search(lemma) and not NO_INFINITIVE.search(lemma))
        return lemma, bonus + (UNLIKELY if capital or impossible else 0.0)
