"""Sources without a name, named as said: "hochrangiger Beamter in Seoul", "Quellen im Geheimdienst"."""

from graph.statement import Entity
from ingest.extraction.attribution_cues import cues, described_types, is_outlet_noun
from ingest.extraction.phrases import nominative_adjective, nominative_noun, phrase, plural
from ingest.extraction.reading import Reading
from ingest.linking.mentions import Mention, unknown_entity
from seeds.reference import Country, reference

_GENITIVE = frozenset({"des", "der", "eines", "einer", "von", "vom", "aus", "beim", "bei"})
_LOCAL = frozenset({"in", "im", "an", "am"})
_DETERMINERS = frozenset({"ART", "PIAT", "PIDAT", "PDAT", "PPOSAT", "CARD", "PIS"})
_ONE = ("ein", "eine", "einem", "einen", "einer", "eines")
_TWO_OR_THREE = frozenset({"zweier", "dreier"})  # numbers that show the genitive
_QUOTES = frozenset('„“”"»«‚‘')
_MOST_WORDS = 8


def is_introduced(reading: Reading, token: int) -> bool:
    """ "ein Beamter": somebody new."""
    tree = reading.tree
    return any(tree.words[c].lower() in _ONE and tree.tags[c] != "CARD" for c in tree.children[token] if c < token)


def describe(reading: Reading, token: int) -> Entity | None:
    """The entity of a noun that describes a source: Person for one, Organization for several or a body."""
    tree = reading.tree
    types = described_types(tree.words[token], tree.lemmas[token])
    if not types:
        return None
    circles = tree.words[token].lower().endswith("kreisen")  # whatever number the tagger gives
    several = circles or plural(tree, token) or _genitive_plural(reading, token)
    person = "Person" in types and not several
    if len(types) > 1 and person:
        person = (
            is_introduced(reading, token) or tree.tags[token - 1] == "ADJA" and tree.words[token - 1].endswith("er")
        )
    name = source_name(reading, token, several=several)
    return unknown_entity(name, "Person" if person else "Organization") if name else None


def _genitive_plural(reading: Reading, token: int) -> bool:
    """ "nach Angaben westlicher Beamter": without an article the ending -er is that of the plural."""
    tree = reading.tree
    before = [c for c in tree.children[token] if c < token]
    if tree.deps[token] not in ("nmod", "conj") or tree.morphs[token].get("Gender") == "Fem":
        return False
    if any(tree.pos[c] in ("DET", "ADP") and tree.words[c] not in _TWO_OR_THREE for c in before):
        return False
    return any(
        tree.words[c].endswith("er") and (tree.tags[c] == "ADJA" or tree.words[c] in _TWO_OR_THREE) for c in before
    )


def source_name(reading: Reading, token: int, *, several: bool) -> str:
    """Attributes before the noun, the noun, and what belongs to it behind: genitive, "aus", a place with "in"."""
    tree = reading.tree
    start, _ = phrase(tree, token, apposition=False)
    start = max(start, tree.sentence(token)[0])
    while start < token and (
        tree.tags[start] in _DETERMINERS
        or tree.pos[start] in ("DET", "NUM", "ADV", "PUNCT")
        or tree.heads[start] == token
        and tree.pos[start] == "ADP"
    ):
        start += 1
    breaks = [t for t in range(start, token) if tree.pos[t] in ("PUNCT", "VERB", "AUX", "CCONJ")]
    start = breaks[-1] + 1 if breaks else start
    before = [_attribute(reading, t, token, several=several) for t in range(start, token)]
    behind = complement(reading, token)
    words = [*before, nominative_noun(tree, token, several=several), *behind]
    return " ".join(words[-_MOST_WORDS:] if len(words) > _MOST_WORDS and not behind else words[:_MOST_WORDS])


def _attribute(reading: Reading, token: int, noun: int, *, several: bool) -> str:
    tree = reading.tree
    word = tree.words[token]
    if token == tree.sentence(token)[0] and tree.tags[token] == "ADJA" and tree.lemmas[token][:1].islower():
        word = word[:1].lower() + word[1:]
    if tree.tags[token] != "ADJA":
        return word
    return nominative_adjective(word, tree.morphs[noun].get("Gender", "Masc"), several=several)


def complement(reading: Reading, token: int) -> list[str]:
    """The words right behind the noun that say whose or where it is; a body gets its state ("des Generalstabs")."""
    tree = reading.tree
    words: list[str] = []
    at = token + 1
    _, end = tree.sentence(token)
    while at < end:
        head = _complement_head(reading, at, token)
        if head is None:
            break
        _, stop = phrase(tree, head, apposition=True)
        media = (t for t in range(head + 1, stop) if tree.words[t].lower() in ("der", "dem"))
        stop = next((t for t in media if (noun := noun_behind(reading, t)) and is_medium(reading, noun)), stop)
        ends = (t for t in range(head + 1, stop) if tree.words[t] == "(" or tree.tags[t] == "CARD")
        stop = next(ends, stop)  # "des Instituts (ISW)", "das Krankenhaus von Mitrovica 53 (Verletzte)"
        words += _genitive_words(reading, at, head, stop)
        at = stop
    return words


def _complement_head(reading: Reading, at: int, noun: int) -> int | None:
    """The noun of a complement that begins with this token, or None."""
    tree = reading.tree
    low = tree.words[at].lower()
    if tree.pos[at] == "PROPN" and tree.morphs[at].get("Case") == "Gen" and tree.heads[at] == noun:
        return at
    if low not in _GENITIVE and low not in _LOCAL or tree.tags[at] in ("PRELS", "PDS"):
        return None
    head = noun_behind(reading, at)
    if head is None or any(time.start <= head < time.end for time in reading.times):
        return None
    if low == "von" and any(count.head == head for count in reading.counts):
        return None  # "schrieben russische Medien von 45 Opfern"
    if low in _LOCAL or low in ("bei", "beim"):
        return head if _is_seat(reading, head) else None
    if low in ("der", "dem") and is_medium(reading, head):
        return None  # "sagte ein Diplomat der Zeitung": to whom, not whose
    return head if tree.pos[head] in ("NOUN", "PROPN") else None


def is_medium(reading: Reading, head: int) -> bool:
    """Does the noun itself name a medium, or a kind of one?"""
    mention = reading.by_head.get(head) or reading.by_token.get(head)
    row = reference().entities.get(mention.entity.id) if mention is not None else None
    if row is not None:
        return row.kind in cues().outlet_kinds
    return any(is_outlet_noun(form) for form in (reading.tree.lemmas[head], reading.tree.words[head]))


def quoted_medium(reading: Reading, token: int) -> Entity | None:
    """ "das Portal „The War Zone“": the name in quotation marks behind a kind of medium."""
    tree = reading.tree
    _, end = tree.sentence(token)
    if token + 1 >= end or tree.words[token + 1] not in _QUOTES or not is_medium(reading, token):
        return None
    close = next((t for t in range(token + 2, min(end, token + 8)) if tree.words[t] in _QUOTES), None)
    name = tree.words[token + 2 : close] if close is not None else []
    return unknown_entity(" ".join(name), "Organization") if name and name[0][:1].isupper() else None


def _is_seat(reading: Reading, head: int) -> bool:
    """A place or a body one can work in: "in Seoul", "im Militärgeheimdienst HUR"."""
    mention = reading.by_head.get(head) or reading.by_token.get(head)
    if mention is not None and mention.entity.type in ("Place", "Country", "Organization", "Force"):
        return True
    return "Organization" in described_types(reading.tree.words[head], reading.tree.lemmas[head])


def _genitive_words(reading: Reading, start: int, head: int, stop: int) -> list[str]:
    tree = reading.tree
    words = tree.text(start, stop).split()
    mention = reading.by_head.get(head)
    if mention is not None and mention.form == "description" and mention.start == head:
        adjective = _state_adjective(mention)
        if adjective == "amerikanischen" and tree.words[start].lower() in ("des", "der", "im", "beim", "vom"):
            words[1] = f"US-{words[1]}"
        elif adjective is not None and tree.words[start].lower() in ("des", "der", "im", "beim", "vom"):
            words.insert(1, adjective)
    return words


def _state_adjective(mention: Mention) -> str | None:
    """ "ukrainischen" for a body of Ukraine that the text names without its state."""
    row = reference().entities.get(mention.entity.id)
    country = reference().entities.get(row.country or "") if row is not None else None
    stem = next((a for a in country.adjectives if a[:1].islower()), None) if isinstance(country, Country) else None
    if stem is None and row is None and mention.entity.name[:1].islower():
        return mention.entity.name.split()[0].rstrip("rs").removesuffix("e") + "en"
    return stem + "en" if stem else None


def noun_behind(reading: Reading, token: int) -> int | None:
    """The noun of the phrase that a preposition or article opens: its head, else the first noun to the right."""
    tree = reading.tree
    head = tree.heads[token]
    if head > token and tree.pos[head] in ("NOUN", "PROPN", "PRON", "ADJ") and head - token < 9:
        return head
    _, end = tree.sentence(token)
    for current in range(token + 1, min(end, token + 7)):
        if tree.pos[current] in ("NOUN", "PROPN", "PRON") and tree.tags[current] != "PRELS":
            return current
        if tree.pos[current] in ("VERB", "AUX") or tree.words[current] in (",", ".", ":", ";"):
            return None
    return None
