"""Parses that cannot be, mended: finite verbs taken for adjectives, numbers hung over a verb or a preposition."""

from ingest.extraction.lexicon import lexicon

_CONTRACTED = frozenset({"ums", "ans", "ins", "aufs", "fürs", "durchs", "übers", "unters", "vors", "hinters"})
_NEAR = 40  # tokens around a noun where its verb and what hangs on it are looked for
_FRAME = 15  # tokens between a verb and its particle
_STOPS = frozenset({".", "!", "?", ":", ";"})
_BESIDE = frozenset({"nummod", "appos", "conj", "dep", "flat"})
_FINITE = frozenset({"VAFIN", "VMFIN", "VVFIN"})
_PARTICLES = frozenset(
    {"gegenüber", "zusammen", "vorüber", "herunter", "hinunter", "einverstanden", "abhanden", "vonstatten"}
)
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


def _mend_particle(particle: int, words: list[str], tags: list[str], heads: list[int]) -> None:
    """ "üben gern: An dem Manöver nahmen 80 Soldaten teil": a particle stands behind the colon as its verb; "hat nicht
    vor, Soldaten zu schicken": before the comma, too.
    """
    if heads[particle] > particle and words[particle + 1] == ",":
        near = range(max(0, particle - _FRAME), particle)
        verbs = [t for t in near if tags[t] in _FINITE and not _STOPS & set(words[t:particle])]
        heads[particle] = verbs[-1] if verbs else heads[particle]
    breaks = [t for t in range(heads[particle], particle) if words[t] in (":", ";")]
    if breaks:
        verbs = [t for t in range(breaks[-1], particle) if tags[t] == "VVFIN"]
        heads[particle] = verbs[-1] if verbs else heads[particle]


def _mend_intending(vor: int, words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "hat vor, Soldaten zu schicken": "hat" is no auxiliary of the infinitive behind the comma, but the verb."""
    near = range(max(0, vor - _FRAME), vor)
    finite = [t for t in near if tags[t] == "VAFIN" and words[t].lower().startswith(("ha", "hä"))]
    has = finite[-1] if finite else vor
    verb = max(heads[has], heads[vor])
    if verb <= vor or _STOPS & set(words[has:vor]) or "zu" not in words[vor:verb]:
        return
    if heads[has] == verb:
        heads[has], deps[has] = has if heads[verb] == verb else heads[verb], deps[verb]
    for token, head in enumerate(heads[:vor]):
        heads[token] = has if head == verb and token != has else head
    heads[verb], deps[verb] = has, "xcomp"
    heads[vor], deps[vor], tags[vor] = has, "compound:prt", "PTKVZ"


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
        _mend_verbs(token, words, pos, tags, deps, heads)
        _mend_hanging(token, words, pos, tags, deps, heads)
        if words[token] == "vor" and words[token + 1 : token + 2] == [","]:
            _mend_intending(token, words, tags, deps, heads)
        if deps[token] == "compound:prt" and tags[token] == "PTKVZ":
            _mend_particle(token, words, tags, heads)
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


def _is_participle(word: str) -> bool:
    """ "entfernt", "abgesetzt", but no particle: "ab", "zurück"."""
    return len(word) > 5 and word.endswith(("t", "en")) and word not in _PARTICLES


def _mend_auxiliary(participle: int, pos: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "hatten sich 1700 Mann unerlaubt [entfernt]": a participle is no particle of its auxiliary, but the verb."""
    auxiliary = heads[participle]
    for child, head in enumerate(heads):
        if head == auxiliary and child != auxiliary:
            heads[child] = participle
    heads[participle] = participle if heads[auxiliary] == auxiliary else heads[auxiliary]
    pos[participle], tags[participle], deps[participle] = "VERB", "VVPP", deps[auxiliary]
    heads[auxiliary], deps[auxiliary] = participle, "aux"


def _mend_front(noun: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "[Kenia] hat 400 Polizisten in Haiti, weitere 600 sollen folgen": alone before the verb, it is its subject."""
    finite = noun + 1
    if tags[finite] not in _FINITE or any(head == noun for t, head in enumerate(heads) if t > noun):
        return
    verb = heads[finite] if deps[finite].startswith(("aux", "cop")) and heads[finite] > finite else finite
    served = any(head == verb and deps[t].startswith("nsubj") for t, head in enumerate(heads))
    first = noun == 0 or tags[noun - 1] in ("$.", "$(", "_SP")
    if first and not served and heads[noun] > finite:
        heads[noun], deps[noun] = verb, "nsubj"


def _mend_how(how: int, words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "[Wie] aus einer Antwort hervorgeht, die der Agentur vorliegt, ...": the word opens the clause of its verb."""
    verb = next((t for t in range(how, min(how + _NEAR, len(heads))) if words[t].lower().startswith("hervorg")), None)
    if verb is not None and tags[verb] == "VVFIN":
        heads[how], deps[how] = verb, "mark"


def _mend_verbs(
    token: int, words: list[str], pos: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Participles and finite verbs that hang where they cannot, and what stands before them."""
    if tags[token] in ("PTKVZ", "PAV") and "ge" in words[token] and words[token] in lexicon().forms:
        pos[token], tags[token] = "VERB", "VVPP"  # "sind dazugekommen"
    if deps[token] == "compound:prt" and _is_participle(words[token]) and tags[heads[token]] == "VAFIN":
        _mend_auxiliary(token, pos, tags, deps, heads)
    if deps[token] == "dep" and tags[token] in ("NE", "NN") and heads[token] > token + 1:
        _mend_front(token, tags, deps, heads)
    if words[token].lower() == "wie" and deps[token] == "dep" and words[token + 1 : token + 2] == ["aus"]:
        _mend_how(token, words, tags, deps, heads)
    if words[token] == "gefangen" and deps[token] == "conj" and heads[token] == token + 1:
        _mend_captured(token, pos, tags, deps, heads)


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
