"""Noun phrases: where one begins and ends, and its name in the nominative ("des Pakts" → "Pakt")."""

from ingest.extraction.tree import Tree

_INSIDE = frozenset(
    {
        "det",
        "det:poss",
        "amod",
        "nummod",
        "compound",
        "flat",
        "nmod",
        "nmod:poss",
        "appos",
        "case",
        "conj",
        "cc",
        "advmod",
        "fixed",
        "obl",
        "punct",
        "dep",
    }
)
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "parataxis", "xcomp", "csubj"})
_ARTICLES = frozenset({"DET"})
_QUOTES = frozenset("„“”\"»«‚‘'›‹")
MAX_WORDS = 8  # contract: a Proposal's name has at most eight words


def phrase(tree: Tree, head: int, *, coordinated: bool = False, apposition: bool = True) -> tuple[int, int]:
    """The tokens of the noun phrase of `head`: contiguous, without clauses hanging on it; conjuncts on request."""
    inside = {head}
    queue = [head]
    while queue:
        current = queue.pop()
        for child in tree.children[current]:
            if _belongs(tree, current, child, head, coordinated, apposition):
                inside.add(child)
                queue.append(child)
    start, end = head, head + 1
    while start - 1 in inside:
        start -= 1
    while end in inside:
        end += 1
    return _trim(tree, start, end, head)


def _belongs(tree: Tree, parent: int, child: int, head: int, coordinated: bool, apposition: bool) -> bool:
    dep = tree.deps[child]
    if dep in _CLAUSES or dep not in _INSIDE or tree.pos[child] in ("VERB", "AUX") and dep != "amod":
        return False
    if parent == head and dep in ("conj", "cc") and tree.pos[child] != "ADJ" and not coordinated:
        return False
    if dep == "appos" and not apposition:
        return False
    if dep == "punct":
        return tree.words[child] in _QUOTES or tree.words[child] in ("(", ")", "-", "–")
    return not (parent == head and dep == "case" and child < head)


def _trim(tree: Tree, start: int, end: int, head: int) -> tuple[int, int]:
    def edge(token: int) -> bool:
        return tree.pos[token] in ("PUNCT", "SPACE") and tree.words[token] not in _QUOTES or tree.deps[token] == "cc"

    while end - 1 > head and edge(end - 1):
        end -= 1
    while start < head and edge(start):
        start += 1
    return start, end


def name_of(
    tree: Tree, head: int, *, words: int = MAX_WORDS, apposition: bool = False, coordinated: bool = False
) -> str:
    """The phrase as a name: no article, adjectives in the nominative, at most so many words."""
    start, end = phrase(tree, head, apposition=apposition, coordinated=coordinated)
    said = _said_of(tree, head)
    tokens = [t for t in range(start, end) if not _droppable(tree, t, head) and t not in said]
    while tokens and tokens[0] < head and tree.tags[tokens[0]] in ("ART", "PPOSAT", "PDAT"):
        tokens = tokens[1:]  # an article that hangs on another word
    tokens = _shorten(tree, tokens, head, words)
    parts: list[str] = []
    for token in tokens:
        form = _nominative(tree, token, head)
        glue = parts and (tree.pos[token] == "PUNCT" or token - 1 in tokens and not _space_between(tree, token))
        parts.append(form if glue or not parts else " " + form)
    return "".join(parts).strip()


def _said_of(tree: Tree, head: int) -> set[int]:
    """ "das von A und B geschlossene Abkommen": a participle with who did it is a clause, no part of the name."""
    participles = [c for c in tree.children[head] if tree.deps[c] == "amod" and c < head]
    told = [
        p for p in participles if any(tree.case_of(c) in ("von", "vom", "durch", "zwischen") for c in tree.children[p])
    ]
    return {t for participle in told for t in tree.subtree(participle)}


def _space_between(tree: Tree, token: int) -> bool:
    return tree.offsets[token] > tree.offsets[token - 1] + len(tree.words[token - 1])


def _droppable(tree: Tree, token: int, head: int) -> bool:
    if tree.words[token] in _QUOTES or tree.pos[token] == "SPACE" or tree.words[token] in (",", "(", ")", ";", ":"):
        return True
    return tree.heads[token] == head and token < head and tree.tags[token] in ("ART", "PPOSAT", "PDAT")


def _shorten(tree: Tree, tokens: list[int], head: int, words: int) -> list[int]:
    """Keeps the head and what stands nearest to it; never ends in a preposition, article or conjunction."""
    while len(tokens) > words:
        tokens = tokens[:-1] if tokens[-1] > head else tokens[1:]
    while (
        tokens
        and tokens[-1] > head
        and tree.pos[tokens[-1]] in ("ADP", "DET", "CCONJ", "ADV", "PUNCT", "PART", "SCONJ")
    ):
        tokens = tokens[:-1]
    return tokens


def _nominative(tree: Tree, token: int, head: int) -> str:
    word = tree.words[token]
    if token == head:
        return nominative_noun(tree, token, several=plural(tree, token)) if tree.pos[token] == "NOUN" else word
    lower = tree.lemmas[token][:1].islower() or tree.tags[token] == "CARD"
    if tree.tags[token] in ("ADJA", "CARD") and token == tree.sentence(token)[0] and lower:
        word = word[:1].lower() + word[1:]
    of_town = word[:1].isupper() and word.endswith("er") and not lower  # "die Wiener Vereinbarung" has no ending
    adjective = tree.heads[token] == head and token < head and tree.tags[token] == "ADJA" and not of_town
    if adjective and word[-1:] in "nmrse":
        return nominative_adjective(word, tree.morphs[head].get("Gender", "Masc"), several=plural(tree, head))
    return word


_SINGULAR = frozenset({"ein", "eine", "einem", "einen", "einer", "eines", "das", "dem", "des", "jeder", "jedes"})


def plural(tree: Tree, head: int) -> bool:
    """Is the noun plural: by its features, and by its article or the ending of its adjective."""
    number = tree.morphs[head].get("Number")
    before = [c for c in tree.children[head] if c < head and "“" not in tree.words[c:head]]
    if any(tree.words[c].lower() in _SINGULAR and tree.pos[c] in ("DET", "PRON", "NUM") for c in before):
        return False
    determined = any(tree.pos[c] == "DET" for c in before)
    strong = any(tree.tags[c] == "ADJA" and tree.words[c].endswith("e") for c in before)
    if strong and not determined and tree.morphs[head].get("Gender") != "Fem":
        return True
    return number == "Plur"


_STRONG = {"Masc": "er", "Fem": "e", "Neut": "es"}


def nominative_adjective(word: str, gender: str, *, several: bool) -> str:
    """The strong nominative, as in a name without article: plural -e, masculine -er, feminine -e, neuter -es."""
    for ending in ("en", "em", "er", "es", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + ("e" if several else _STRONG.get(gender, "er"))
    return word


_ADJECTIVAL = (
    "amte",
    "chtigte",
    "sandte",
    "lehrte",
    "ordnete",
    "fallene",
    "fangene",
    "letzte",
    "wundete",
    "tete",
    "wisse",
    "igte",
    "nannte",
    "bündete",
    "traute",
    "weihte",
    "tragte",
    "ftragte",
    "ndige",
    "legierte",
    "vorsitzende",
    "zielle",
    "cherte",
    "nwohnende",
    "bende",
    "hörige",
    "ständige",
)
_WEAK = (
    "e",
    "at",
    "ent",
    "ant",
    "ist",
    "oge",
    "ell",
    "ung",
    "ion",
    "heit",
    "keit",
    "schaft",
    "in",
    "or",
    "et",
    "ast",
    "nom",
    "arch",
    "xpert",
    "ei",
)


def nominative_noun(tree: Tree, token: int, *, several: bool) -> str:
    """The noun in the nominative of its number: dative -n, genitive -s and weak -n taken off."""
    word, lemma = tree.words[token], tree.lemmas[token]
    low, case = word.lower(), tree.morphs[token].get("Case")
    if tree.pos[token] not in ("NOUN", "PROPN"):
        return word
    if low.endswith(tuple(stem + "n" for stem in _ADJECTIVAL)):  # nouns made from adjectives: strong as without article
        return word[:-1] if several else word[:-1] + "r"
    if several and low.endswith(tuple(stem + "r" for stem in _ADJECTIVAL)):
        return word[:-1]
    if not several and tree.morphs[token].get("Gender") == "Fem" and low.startswith(lemma.lower()):
        return word  # "der Armee", whose lemma the tagger takes for "Arme"
    if several:
        return word[:-1] if _dative_plural(low, lemma.lower(), case) else word
    if tree.pos[token] == "PROPN" or not low.startswith(lemma.lower()[:4]) or len(lemma) > len(word):
        return word
    return word[: len(lemma)] if case in ("Gen", "Dat", "Acc") and low.startswith(lemma.lower()) else word


def _dative_plural(low: str, lemma: str, case: str | None) -> bool:
    """ "Diplomatenkreisen" and "Beamten", but not "Diplomaten" or "Quellen", whose plural ends in -n anyway."""
    if low.endswith(("leuten", "kreisen")):
        return True
    if case != "Dat" or not low.endswith("n") or low == lemma:
        return False
    stem = low.removesuffix("en") if low.endswith("en") else low[:-1]
    return not (lemma.endswith(_WEAK) or stem.endswith(_WEAK))
