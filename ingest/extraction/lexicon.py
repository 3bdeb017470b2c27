"""Verb forms: the infinitive of strong and prefixed verbs, by principal parts where the tagger guesses wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from ingest.extraction.tables import read_data, table, texts, word_list

__all__ = ["Lexicon", "lexicon", "read_data"]


@dataclass(frozen=True)
class Lexicon:
    """Form → infinitive for finite past forms and participles of strong verbs with all their prefixes."""

    forms: Mapping[str, str]
    known: dict[tuple[str, str, str], str] = field(default_factory=dict[tuple[str, str, str], str])

    def lemma(self, word: str, lemma: str, pos: str, tag: str) -> str:
        """The infinitive of a verb form; other words, and infinitives, keep the tagger's lemma."""
        key = (word, lemma, tag)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._lemma(word.lower(), lemma, pos, tag)
        return found

    def _lemma(self, form: str, lemma: str, pos: str, tag: str) -> str:
        if pos not in ("VERB", "AUX", "ADJ"):
            return lemma
        if form == lemma and form.endswith("legen") and tag not in ("VVPP", "VAPP", "ADJD", "ADJA"):
            return lemma  # "verlegen" as a verb of its own is no participle of "verliegen"
        if tag in ("VVINF", "VVIZU", "VAINF"):
            return lemma
        if form in self.forms:
            return self.forms[form]
        if pos == "VERB" and form.endswith("en"):
            return self.forms.get(form[:-2], lemma)
        return lemma


@cache
def lexicon() -> Lexicon:
    """The verb forms of `data/strong_verbs.yaml`, expanded once."""
    raw = read_data("strong_verbs.yaml")
    inseparable = word_list(raw["inseparable"], "strong_verbs.yaml: inseparable")
    separable = word_list(raw["separable"], "strong_verbs.yaml: separable")
    forms: dict[str, str] = {}
    for infinitive, parts in table(raw["base"], "strong_verbs.yaml: base").items():
        past, participle = word_list(parts, f"strong_verbs.yaml: {infinitive}")
        for form, full in _forms(infinitive, past, participle, inseparable, separable):
            forms.setdefault(form, full)
    for infinitive, present in texts(raw["present"], "strong_verbs.yaml: present").items():
        for prefix in ("", *inseparable, *separable):
            forms.setdefault(prefix + present, prefix + infinitive)
    return Lexicon(forms)


def _forms(
    infinitive: str, past: str, participle: str, inseparable: tuple[str, ...], separable: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    stem = participle.removeprefix("ge")
    plural = past + ("n" if past.endswith("e") else "en")
    subjunctive = past.translate(str.maketrans("aou", "äöü")) + ("" if past.endswith("e") else "e")
    yield from ((past, infinitive), (plural, infinitive), (participle, infinitive), (past + "e", infinitive))
    yield from ((subjunctive, infinitive), (subjunctive + "n", infinitive))
    for prefix in inseparable:
        yield from ((prefix + past, prefix + infinitive), (prefix + plural, prefix + infinitive))
        yield prefix + stem, prefix + infinitive
        for outer in ("ab", "an", "aus", "ein", "vor", "zu", "mit"):
            yield outer + prefix + stem, outer + prefix + infinitive
    for prefix in separable:
        yield prefix + participle, prefix + infinitive
        yield from ((prefix + past, prefix + infinitive), (prefix + plural, prefix + infinitive))
        yield f"{prefix}zu{infinitive}", prefix + infinitive
