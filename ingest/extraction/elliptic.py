"""Phrases for personnel without a verb of their own: answers to a question, items of a list."""

from ingest.counts.nouns import counted_by
from ingest.extraction.candidates import Candidate
from ingest.extraction.happening import Happening
from ingest.extraction.happenings import Happenings
from ingest.extraction.reading import Reading
from ingest.extraction.troops_lexicon import troop_words

_LIST = 12  # sentences: the longest list of phrases under one head


def listed(reading: Reading, candidate: Candidate) -> Happening | None:
    """ "Daran beteiligen sich:" and then one phrase on each line: what stands before the colon holds for each."""
    tree, clause = reading.tree, reading.owner[candidate.head]
    if clause is None or clause.finite is not None:
        return None
    for number in range(tree.sentence_of[candidate.head] - 1, max(-1, tree.sentence_of[candidate.head] - _LIST), -1):
        start, end = tree.sentences[number]
        finite = [c for c in reading.clauses[number] if c.finite is not None]
        if finite and ":" in tree.words[end - 2 : end]:
            words = troop_words()
            predicate = words.does.get(finite[0].verb) or words.done_to.get(finite[0].verb)
            return None if predicate is None else Happening(predicate, clause, clause.head, "listed")
        if finite or start == 0:
            return None
    return None


def asked(happenings: Happenings, candidate: Candidate) -> Happening | None:
    """ "Wie viele Soldaten hat er geschickt? Ich gehe von 12.000 aus": an answer without a predicate has the
    question's.
    """
    tree, clause = happenings.reading.tree, happenings.reading.owner[candidate.head]
    if clause is None:
        return None
    said = happenings.said.is_content(candidate, clause)
    if not (said or clause.copula or clause.verb == "sein" or clause.finite is None):
        return None
    number = tree.sentence_of[candidate.head]
    for start, end in reversed(tree.sentences[max(0, number - 2) : number]):
        for token in range(start, end) if "?" in tree.words[start:end] else ():
            question = happenings.reading.owner[token]
            if question is not None and counted_by(tree.words[token]) is not None:
                noun = Candidate(token, token + 1, token, None)
                predicate = happenings.predication.predicate(question, token, noun)
                return None if predicate is None else Happening(predicate, clause, clause.head, "asked", nominal=said)
    return None
