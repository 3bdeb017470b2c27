"""Verb forms: the infinitive of strong and prefixed verbs, by principal parts where the tagger guesses wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from ingest.extraction.tables import read_data, table, texts, word_list, word_set

__all__ = ["Lexicon", "lexicon", "read_data"]

_VERBAL = ("VERB", "AUX", "ADJ")
# Swiss spelling writes "ss" for "ß"; behind these it is never "ss" elsewhere.
_LONG = re.compile("(ie|ei|äu|eu|grü|bü|sto|grö)ss")


def _with_sharp_s(lemma: str) -> str:
    """ "heissen" → "heißen", "beschliessen" → "beschließen"."""
    return _LONG.sub(r"\1ß", lemma)


@dataclass(frozen=True)
class Lexicon:
    """Form → infinitive for finite past forms and participles of strong verbs with all their prefixes.

    `mixed`: the verbs whose past looks like their participle before a noun ("die entsandten Soldaten"). The other
    fields are the sections of `data/verbs.yaml`, which says what they are.
    """

    forms: Mapping[str, str]
    separable: tuple[str, ...] = ()
    with_ge: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    mixed: tuple[str, ...] = ()
    written_apart: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    object_control: frozenset[str] = frozenset()
    known: dict[tuple[str, str, str], str] = field(default_factory=dict[tuple[str, str, str], str])

    def lemma(self, word: str, lemma: str, pos: str, tag: str) -> str:
        """The infinitive of a verb form; other words, and infinitives, keep the tagger's lemma."""
        key = (word, lemma, tag)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = (
                _with_sharp_s(self._lemma(word.lower(), lemma, pos, tag)) if pos in _VERBAL else lemma
            )
            if pos == "NOUN" and word.islower():  # "40 erlitten Verletzungen": no noun, whatever the tagger says
                found = self.known[key] = self.forms.get(word, lemma)
        return found

    def _lemma(self, form: str, lemma: str, pos: str, tag: str) -> str:
        if form == lemma and form.endswith("legen") and tag not in ("VVPP", "VAPP", "ADJD", "ADJA"):
            return lemma  # "verlegen" as a verb of its own is no participle of "verliegen"
        if tag in ("VVINF", "VVIZU", "VAINF") and (form != lemma or form in self.infinitives or form not in self.forms):
            return lemma  # "erlitten" is none, whatever the tagger takes it for
        form = form if form in self.forms else _with_sharp_s(form)  # "hiess"
        if form in self.forms:
            return self.forms[form]
        if pos == "VERB" and form.endswith("en"):
            return self.forms.get(form[:-2], lemma)
        if tag == "VVPP" and form.endswith("t") and (lemma == form or self._keeps_ge(lemma)):
            return self._weak(form)
        return lemma

    def _keeps_ge(self, lemma: str) -> bool:
        """ "heimgeholen": the tagger's infinitive still has the "ge" of the participle; "angehören" has its own."""
        rest = next((lemma.removeprefix(p) for p in self.separable if lemma.startswith(p + "ge")), "")
        return bool(rest) and rest not in self.with_ge

    def _weak(self, participle: str) -> str:
        """The infinitive of a weak participle: "heimgeholt" → "heimholen", "vorbereitet" → "vorbereiten"."""
        prefix = next((p for p in ("", *self.separable) if participle.startswith(p + "ge")), None)
        stem = participle.removesuffix("t") if prefix is None else prefix + participle[len(prefix) + 2 : -1]
        if stem.endswith(("te", "de", "ne", "me")):
            return stem + "n"
        return stem + ("n" if stem.endswith(("el", "er")) and not stem.endswith("ier") else "en")


@cache
def lexicon() -> Lexicon:
    """The verb forms of `data/verbs.yaml`, expanded once."""
    raw = read_data("verbs.yaml")
    inseparable = word_list(raw["inseparable"], "verbs.yaml: inseparable")
    separable = word_list(raw["separable"], "verbs.yaml: separable")
    forms: dict[str, str] = {}
    mixed: list[str] = []
    for infinitive, parts in table(raw["base"], "verbs.yaml: base").items():
        past, participle = word_list(parts, f"verbs.yaml: {infinitive}")
        if past == participle.removeprefix("ge") + "e":
            mixed.append(infinitive)
        for form, full in _forms(infinitive, past, participle, inseparable, separable):
            forms.setdefault(form, full)
    for infinitive, present in texts(raw["present"], "verbs.yaml: present").items():
        for prefix in ("", *inseparable, *separable):
            forms.setdefault(prefix + present, prefix + infinitive)
    apart = table(raw["written_apart"], "verbs.yaml: written_apart")
    return Lexicon(
        forms,
        separable,
        with_ge=word_set(raw["with_ge"], "verbs.yaml: with_ge"),
        infinitives=frozenset(forms.values()),
        whole=word_set(raw["whole"], "verbs.yaml: whole"),
        mixed=tuple(mixed),
        written_apart={word: word_set(verbs, f"verbs.yaml: {word}") for word, verbs in apart.items()},
        object_control=word_set(raw["object_control"], "verbs.yaml: object_control"),
    )


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
