"""Where a verb points: ahead ("soll im Juni folgen"), back ("wurde im Juni verlegt"), or nowhere in particular."""

from ingest.extraction.lexicon import lexicon
from ingest.extraction.tree import Tree
from ingest.times.words import time_words

_AUX = frozenset({"aux", "aux:pass", "cop"})


def governor(tree: Tree, token: int) -> int:
    """The verb (or predicate) that a token hangs on, by way of nouns; the root where no verb is above."""
    current = token
    for head in tree.ancestors(token):
        current = head
        if tree.pos[head] == "VERB" or any(tree.deps[c] in _AUX for c in tree.children[head]):
            return head
    return current


def points_ahead(tree: Tree, verb: int) -> bool | None:
    """True for a plan or future, False for the past, None where the form does not tell."""
    lemma = tree.lemmas[verb].lower()
    helpers = _helpers(tree, verb)
    perfect = _is_perfect(tree, verb, helpers)
    if lemma in time_words().future_verbs and not perfect and not _is_past(tree, [verb, *helpers]):
        return True
    modal = next((h for h in helpers if tree.lemmas[h] in time_words().modals and tree.lemmas[h] != "werden"), None)
    if perfect:
        return False
    if modal is not None:
        return True
    if _is_future(tree, verb, helpers):
        return True
    if _is_past(tree, [verb, *helpers]):
        return False
    return _without_finite_verb(tree, verb, lemma, helpers)


def _helpers(tree: Tree, verb: int) -> list[int]:
    own = [c for c in tree.children[verb] if tree.deps[c] in _AUX]
    return own + [c for h in own for c in tree.children[h] if tree.deps[c] in _AUX]


def _is_perfect(tree: Tree, verb: int, helpers: list[int]) -> bool:
    """haben or sein with a participle; "ist geplant" (a state) is none, "ist geplant worden" is."""
    participle = tree.morphs[verb].get("VerbForm") == "Part" or tree.tags[verb] == "VVPP"
    if not participle:
        return False
    lemmas = {tree.lemmas[h] for h in helpers}
    planned = tree.lemmas[verb].lower() in time_words().future_verbs
    return "haben" in lemmas or "sein" in lemmas and (not planned or any(tree.tags[h] == "VAPP" for h in helpers))


def _is_future(tree: Tree, verb: int, helpers: list[int]) -> bool:
    """werden with an infinitive."""
    infinitive = tree.morphs[verb].get("VerbForm") == "Inf" or any(tree.tags[h] == "VAINF" for h in helpers)
    return infinitive and any(tree.lemmas[h] == "werden" and tree.tags[h] == "VAFIN" for h in helpers)


def _is_past(tree: Tree, verbs: list[int]) -> bool:
    """A past form by the tagger, or a plural that only strong verbs have ("starben", which it takes for a present)."""
    if any(tree.tags[v] == "VVFIN" and _is_strong_past(tree.words[v]) for v in verbs):
        return True
    return any(tree.morphs[v].get("Tense") == "Past" and tree.morphs[v].get("VerbForm") == "Fin" for v in verbs)


def _is_strong_past(word: str) -> bool:
    infinitive = lexicon().forms.get(word) if word.endswith("en") else None
    return infinitive is not None and infinitive != word and not set(word) & set("äöü") and not word.startswith("ge")


def _without_finite_verb(tree: Tree, verb: int, lemma: str, helpers: list[int]) -> bool | None:
    """Present tense, participles and zu-infinitives: "plant, im Juni zu liefern", "sagt am Montag"."""
    if lemma in time_words().speech_verbs:
        return False
    if tree.tags[verb] in ("VVIZU", "VVINF") and not helpers:
        return True
    if tree.pos[verb] == "VERB" and tree.morphs[verb].get("Tense") == "Pres":
        return True
    if any(tree.lemmas[h] == "werden" and tree.morphs[h].get("Tense") == "Pres" for h in helpers):
        return True  # "gewählt wird am 23. Februar"
    return False if tree.tags[verb] == "VVPP" else None
