"""Phrases for personnel: counted ones, bare ones ("nordkoreanische Soldaten", "Truppen") and "sie" for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Count
from ingest.counts.find import CountMention
from ingest.counts.mentions import is_member
from ingest.counts.nouns import counted_by
from ingest.extraction.clauses import Clause, conjuncts
from ingest.extraction.deployments import Deployments
from ingest.extraction.idioms import Idioms
from ingest.extraction.phrases import phrase
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words

_HELPING = frozenset({"helfen", "unterstützen", "mithelfen", "beistehen"})
_MORE = frozenset({"weitere", "andere"})
_NOBODY = frozenset({"niemanden", "niemand"})
_SOME = frozenset({"einige", "mehrere", "viele", "manche", "zahlreiche"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A personnel phrase: its tokens, its head, how many, and the count mention it comes from."""

    start: int
    end: int
    head: int
    count: Count | None
    mention: CountMention | None = None
    pronoun: bool = False
    event: bool = False
    collective: bool = False

    @property
    def number(self) -> bool:
        """Is there a bound?"""
        return self.count is not None and (self.count.min is not None or self.count.max is not None)


def find_candidates(reading: Reading) -> list[Candidate]:
    """All personnel phrases in text order; counted ones first where they overlap."""
    found = [Candidate(c.start, c.end, c.head, c.count, c) for c in reading.counts]
    covered = {t for c in found for t in range(c.start, c.end)}
    found += [bare for bare in _bare(reading) if bare.head not in covered]
    return sorted(found, key=lambda c: (c.start, c.end))


def _bare(reading: Reading) -> Iterator[Candidate]:
    tree = reading.tree
    words = troop_words()
    demonyms = {m.head for m in reading.mentions if m.form == "demonym"}
    demonyms |= {
        m.head for m in reading.mentions if m.entity.type == "Force" and m.form == "name" and _leaves(reading, m.head)
    }
    demonyms |= set(_fighting(reading))
    deployments = Deployments(reading)
    for token in range(len(tree)):
        if (
            tree.pos[token] == "PRON"
            and tree.words[token].lower() == "sie"
            and tree.morphs[token].get("Number") == "Plur"
        ):
            yield Candidate(token, token + 1, token, None, pronoun=True)
        if tree.words[token].lower() in _SOME and tree.words[token + 1 : token + 3] in (
            ["von", "ihnen"],
            ["der", "Soldaten"],
        ):
            yield Candidate(token, token + 3, token, None)
        if _more_follow(reading, token) or _is_sent(reading, token):
            yield Candidate(token, token + 1, token, None)
        if tree.pos[token] not in ("NOUN", "PROPN", "ADJ"):
            continue
        counted = counted_by(tree.words[token])
        if counted is not None and counted.by == "demonym" and _is_country(reading, token):
            continue
        collective = tree.words[token] in words.collectives or tree.lemmas[token] in words.collectives
        collective = collective or tree.words[token].endswith("truppe")  # "Friedenstruppe"
        collective = collective or tree.lemmas[token] in words.advance  # "Eine Vorhut ist gelandet"
        personnel = counted is not None and counted.by in ("noun", "fate", "demonym", "unit") or collective
        personnel = personnel or is_member(tree, token)
        if personnel or token in demonyms or words.fate(tree.words[token], tree.lemmas[token]) is not None:
            start, end = phrase(tree, token)
            unit = collective or counted is not None and counted.by == "unit"
            yield Candidate(start, end, token, None, collective=unit)
        elif deployments.of(token) is not None or _moves_without_personnel(reading, token):
            yield Candidate(token, token + 1, token, None, event=True, collective=True)


def _more_follow(reading: Reading, token: int) -> bool:
    """ "Weitere sollen folgen": more of those that the sentence before counts."""
    tree, clause = reading.tree, reading.owner[token]
    if tree.words[token].lower() not in _MORE or clause is None or token not in clause.subjects:
        return False
    number = tree.sentence_of[token]
    near = any(number - 1 <= tree.sentence_of[c.head] <= number and c.start < token for c in reading.counts)
    covered = any(c.start <= token < c.end for c in reading.counts)
    return near and not covered and clause.verb in troop_words().following


def _is_sent(reading: Reading, token: int) -> bool:
    """ "Italien und Polen wollen niemanden entsenden": the object of a verb of sending whose subject is a state."""
    clause = reading.owner[token]
    if reading.tree.words[token].lower() not in _NOBODY or clause is None or clause.passive:
        return False
    if clause.verb not in troop_words().deploying:
        return False
    return token in clause.objects and bool(clause.subjects)


def _is_country(reading: Reading, token: int) -> bool:
    """ "in Polen": the country, not its people."""
    mention = reading.by_head.get(token)
    return mention is not None and mention.form == "name" and mention.entity.type == "Country"


def _leaves(reading: Reading, token: int) -> bool:
    """ "Israels Armee rückt ein", "Wagner verlässt Mali": a force by its name comes or leaves as a whole."""
    clause = reading.owner[token]
    moves = clause is not None and troop_words().does.get(clause.verb) in ("WITHDRAWN", "SENT")
    return clause is not None and moves and token in clause.subjects


def _fighting(reading: Reading) -> Iterator[int]:
    """ "Die Arakan-Armee stürmte den Stützpunkt", "A und B liefern sich Gefechte": forces by their name that fight.

    States only where a noun of fighting or "einander" stands beside the verb: they also fight for climate.
    """
    read = Idioms(reading)
    for mention in reading.mentions:
        clause = reading.owner[mention.head]
        if mention.form not in ("name", "metonym", "description") or mention.nested or clause is None or clause.passive:
            continue
        if not any(mention.head in conjuncts(reading.tree, s) for s in clause.subjects):
            continue
        battle = read.of(clause, "subject") == "FIGHTING"
        if mention.entity.type == "Force":
            fights = battle or troop_words().does.get(clause.verb) == "FIGHTING"
            if fights and clause.verb not in _HELPING:
                yield mention.head
        elif mention.entity.type == "Country" and (battle or _each_other(reading, clause)):
            yield mention.head


def _each_other(reading: Reading, clause: Clause) -> bool:
    """ "bekämpfen einander": two parties, both of which fight."""
    own = (reading.tree.words[t].lower() for t in reading.own_tokens(clause))
    return troop_words().does.get(clause.verb) == "FIGHTING" and "einander" in own


def _moves_without_personnel(reading: Reading, token: int) -> bool:
    """ "der Truppenabzug", "eine weitere Entsendung": the event stands for the personnel."""
    event = troop_words().event(reading.tree.lemmas[token], reading.tree.words[token])
    return event in ("SENT", "WITHDRAWN") and not _has_personnel(reading, token)


def _has_personnel(reading: Reading, event: int) -> bool:
    """Does the event noun name its personnel itself ("Entsendung von Soldaten", "Truppenabzug" does not)?"""
    tree = reading.tree
    return any(counted_by(tree.words[c]) is not None for c in tree.children[event])
