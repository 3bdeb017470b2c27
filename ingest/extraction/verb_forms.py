"""The infinitive of a clause's verb where the tagger guesses wrong: forms of the verbs that the vocabulary lists."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from ingest.extraction.clauses import Clause
from ingest.extraction.lexicon import lexicon
from ingest.extraction.tree import Tree

_MEMORY = 50_000  # forms remembered at most: a long run must not grow
_WEAK = ("t", "et", "te", "ten", "ete", "eten", "e", "en")


@dataclass(frozen=True)
class VerbForms:
    """Form → infinitive of the listed verbs; strong ones come from the lexicon."""

    verbs: frozenset[str]
    forms: Mapping[str, str]
    known: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def infinitive(self, tree: Tree, clause: Clause) -> str:
        """The verb of a clause as listed ("enthält" → enthalten), else as the clause has it."""
        key = (clause.verb, tree.words[clause.head])
        if clause.verb in self.verbs:
            return clause.verb
        swiss = clause.verb.replace("ss", "ß")  # "äusserte", "schliessen"
        if swiss in self.verbs:
            return swiss
        if key not in self.known:
            if len(self.known) > _MEMORY:
                self.known.clear()
            self.known[key] = self._infinitive(tree, clause)
        found = self.known[key]
        return found if found in self.verbs else self._without_particle(tree, clause, found)

    def bare(self, word: str) -> str | None:
        """The infinitive of a participle without ending ("Vereinbart wurden ..."), None for other words."""
        low = word.lower()
        found = self.forms.get(low) or lexicon().forms.get(low)
        return found if found in self.verbs else None

    def participle(self, word: str) -> str | None:
        """The infinitive of a participle before a noun ("vorgeschlagenen" → vorschlagen), None for other words."""
        low = word.lower()
        for ending in ("en", "em", "er", "es", "e"):
            form = low.removesuffix(ending)
            if form != low:
                found = self.forms.get(form) or lexicon().forms.get(form)
                if found in self.verbs:
                    return found
        return None

    def _infinitive(self, tree: Tree, clause: Clause) -> str:
        head = clause.head
        word = tree.words[head].lower()
        tagged = lexicon().lemma(tree.words[head], tree.lemmas[head], tree.pos[head], tree.tags[head])
        prefix = clause.verb.removesuffix(tagged) if clause.verb.endswith(tagged) else ""
        swiss = word.replace("ss", "ß")
        base = self.forms.get(word) or lexicon().forms.get(word) or self.forms.get(swiss) or lexicon().forms.get(swiss)
        return prefix + base if base is not None else clause.verb

    def _without_particle(self, tree: Tree, clause: Clause, verb: str) -> str:
        """The parser takes "nach" of "nach wie vor" for a separated prefix; a real one has nothing below it."""
        for child in tree.children[clause.head]:
            prefix = tree.words[child].lower()
            if tree.deps[child] == "compound:prt" and tree.children[child] and verb.startswith(prefix):
                return verb.removeprefix(prefix)
        return verb


def make_forms(verbs: Iterable[str]) -> VerbForms:
    """Forms of these verbs and of what is left of them when the prefix is split off."""
    listed = frozenset(verbs)
    forms: dict[str, str] = {}
    for verb in sorted(listed):
        for form, infinitive in _forms(verb):
            forms.setdefault(form, infinitive)
    return VerbForms(listed, forms)


def _forms(verb: str) -> Iterator[tuple[str, str]]:
    """Weak forms; a strong verb's own are in the lexicon, and its wrong weak ones never occur."""
    prefix, base = split(verb)
    stem = base[:-2] if base.endswith("en") else base[:-1]
    yield base, base
    for ending in _WEAK:
        yield stem + ending, base
    for ending in ("t", "et"):
        yield f"{prefix}ge{stem}{ending}", verb
    if prefix:
        yield from ((verb, verb), (f"{prefix}zu{base}", verb), *((prefix + stem + ending, verb) for ending in _WEAK))


@cache
def split(verb: str) -> tuple[str, str]:
    """Separable prefix (or "") and base: zusagen → zu, sagen."""
    words = lexicon()
    for prefix in words.separable if verb not in words.whole else ():
        rest = verb.removeprefix(prefix)
        if rest != verb and len(rest) > 4:
            return prefix, rest
    return "", verb
