"""Parses that cannot be, mended: finite verbs taken for adjectives, numbers hung over a verb or a preposition."""

from ingest.extraction.lexicon import lexicon

_CONTRACTED = frozenset({"ums", "ans", "ins", "aufs", "fürs", "durchs", "übers", "unters", "vors", "hinters"})
_NEAR = 40  # tokens around a noun where its verb and what hangs on it are looked for
_BESIDE = frozenset({"nummod", "appos", "conj", "dep", "flat"})
_FINITE = frozenset({"VAFIN", "VMFIN", "VVFIN"})
_CLAUSAL = frozenset({"ROOT", "conj", "parataxis", "ccomp", "advcl"})


def mend(words: list[str], pos: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Changes the annotations of a doc in place, before anything is built on them.

    "300 Soldaten [verließen Mali]": the verb takes the place of its noun in the tree, the noun becomes its object, and
    a number before the verb its subject; only past forms of strong verbs, which no adjective looks like. The helpers
    below do the rest, each with its example. Where all that together leaves no tree, the parse stays as it was.
    """
    parsed = (pos[:], tags[:], deps[:], heads[:])
    _mend(words, pos, tags, deps, heads)
    if heads != parsed[3] and not _is_tree(heads):
        pos[:], tags[:], deps[:], heads[:] = parsed


def _is_tree(heads: list[int]) -> bool:
    """Does the way up from each token end at a root?"""
    sound: set[int] = set()
    for token in range(len(heads)):
        current, way = token, set[int]()
        while current not in sound and heads[current] != current:
            if current in way:
                return False
            way.add(current)
            current = heads[current]
        sound |= way | {current}
    return True


def _mend(words: list[str], pos: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    for token in range(len(words)):
        if tags[token] in ("PTKVZ", "PAV") and "ge" in words[token] and words[token] in lexicon().forms:
            pos[token], tags[token] = "VERB", "VVPP"  # "sind dazugekommen"
        if words[token] == "gefangen" and deps[token] == "conj" and heads[token] == token + 1:
            _mend_captured(token, pos, tags, deps, heads)
        _mend_hanging(token, words, pos, tags, deps, heads)
    for verb, dep in enumerate(deps):
        noun = heads[verb]
        if dep != "amod" or noun <= verb or not _is_past(words[verb], tags[verb]):
            continue
        above = heads[noun]
        heads[verb] = verb if above == noun else above
        deps[verb] = deps[noun] if deps[noun] in _CLAUSAL else "parataxis"
        pos[verb], tags[verb] = "VERB", "VVFIN"
        heads[noun], deps[noun] = verb, "obj"
        for token, head in enumerate(heads):
            if head == noun and token != noun and (token < verb or token > noun):
                heads[token] = verb
                deps[token] = "nsubj" if deps[token] == "nummod" else deps[token]


def _mend_hanging(
    token: int, words: list[str], pos: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Prepositions, numbers and subjects that hang where they cannot."""
    tag = tags[token]
    if (
        words[token].lower() == "um"
        and words[token + 1 : token + 2] == ["die"]
        and "CARD" in tags[token + 2 : token + 3]
    ):
        tags[token], deps[token], heads[token] = "ADV", "advmod", token + 2  # "um die 2.000 Mann"
    elif tag == "CARD" and deps[token] == "nsubj" and tags[token + 1 : token + 2] == ["APPR"]:
        _mend_parted(token, tags, deps, heads)
    elif words[token] in _CONTRACTED or tag in ("APPR", "APPRART") and pos[token] == "ADJ":
        _mend_preposition(token, pos, tags, deps, heads)
    elif tag == "CARD" and deps[token] == "obl" and words[token - 2 : token] == ["bis", "zu"]:
        _mend_bound(token, deps, heads)
    elif (
        tag == "CARD"
        and deps[token] in _BESIDE
        and heads[token] < token - 1
        and _FINITE & set(tags[token + 1 : token + 2])
    ):
        _mend_next(token, words, deps, heads)
    elif deps[token] == "nmod" and token > heads[token]:
        _mend_subject(token, words, tags, deps, heads)
    elif (deps[token] == "nummod" or tag == "CARD" and deps[token] == "det") and heads[token] > token + 1:
        _mend_number(token, tags, deps, heads)


def _mend_captured(token: int, pos: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "62 Soldaten [gefangen genommen]": one verb, not two that are joined."""
    verb = token + 1
    for child, head in enumerate(heads):
        if head == token:
            heads[child] = verb
    pos[token], tags[token], deps[token] = "ADV", "ADJD", "compound:prt"


def _mend_parted(number: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "[zwei] mit der Sache vertraute Personen": a phrase between them parts the number from its noun."""
    verb = heads[number]
    for noun in range(number + 3, min(number + 9, len(heads))):
        parted = tags[noun] == "NN" and heads[noun] == verb and deps[noun] == "obj"
        if parted and tags[noun - 1] == "ADJA" and heads[noun - 1] == noun:
            heads[number], deps[number], deps[noun] = noun, "nummod", "nsubj"
            return


def _mend_next(number: int, words: list[str], deps: list[str], heads: list[int]) -> None:
    """ "verlor 400 Mann, rund 3.600 [wurden] verletzt": a number right before a finite verb is its subject."""
    finite = number + 1
    verb = heads[finite] if deps[finite].startswith("aux") and heads[finite] > finite else finite
    opens = any(words[t] in (",", ";", "und", "–") for t in range(max(0, number - 3), number))
    served = any(head == verb and deps[t].startswith("nsubj") for t, head in enumerate(heads))
    if opens and not served:
        heads[number], deps[number] = verb, "nsubj:pass" if deps[finite] == "aux:pass" else "nsubj"
        deps[verb] = "conj" if deps[verb] == "xcomp" else deps[verb]


def _mend_bound(number: int, deps: list[str], heads: list[int]) -> None:
    """ "[bis zu] 25.000 von ihnen sind gefallen": no prepositions, and the number is the subject where none is."""
    for child in (number - 2, number - 1):
        heads[child], deps[child] = number, "advmod"
    served = any(head == heads[number] and deps[t].startswith("nsubj") for t, head in enumerate(heads))
    deps[number] = "obj" if served else "nsubj"


def _mend_preposition(token: int, pos: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "kamen 600 [ums Leben]": a number before a preposition does not count the noun behind it."""
    pos[token], tags[token], deps[token] = "ADP", "APPRART" if tags[token] != "APPR" else "APPR", "case"
    noun = heads[token]
    for number in range(token):
        if heads[number] == noun and deps[number] == "nummod" and noun > token:
            heads[number], deps[number] = heads[noun], "nsubj"
            deps[noun] = "obl"


def _mend_subject(noun: int, words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "werden nach Darstellung von Helfern 500 Kämpfer ausgebildet": a number opens the subject, not a genitive."""
    source = heads[noun]
    verb = heads[source]
    near = range(max(0, noun - _NEAR), min(len(heads), noun + _NEAR))
    children = [t for t in near if heads[t] in (noun, source, verb)]
    counted = any(heads[t] == noun and tags[t] == "CARD" and t < noun for t in children)
    governed = any(heads[t] == noun and deps[t] in ("case", "det") for t in children)
    told = any(heads[t] == source and words[t].lower() in ("nach", "laut") for t in children)
    served = any(heads[t] == verb and deps[t].startswith("nsubj") for t in children)
    if counted and told and not governed and not served and verb != source:
        heads[noun], deps[noun] = verb, "nsubj:pass" if any(deps[t] == "aux:pass" for t in children) else "nsubj"


def _mend_number(number: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "neun weitere [trugen] Verletzungen davon": no number counts a noun behind the finite verb."""
    noun = heads[number]
    verb = next((t for t in range(number + 1, noun) if tags[t].endswith("FIN")), None)
    if verb is None or heads[noun] != verb:
        return
    deps[noun] = "obj" if deps[noun].startswith("nsubj") else deps[noun]
    for token in range(number, verb):
        if heads[token] == noun:
            heads[token] = verb if token == number else number
    deps[number] = "nsubj"


def _is_past(word: str, tag: str) -> bool:
    """A past form in the plural ("trugen"); participles used as adjectives end otherwise or are no such form."""
    infinitive = lexicon().forms.get(word) if word.endswith("en") and tag in ("ADJA", "VVFIN") else None
    return infinitive is not None and infinitive != word and not infinitive.endswith(lexicon().mixed)
