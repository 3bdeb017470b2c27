"""What goes on from other sentences: "Das teilte X mit", indirect speech, "demnach", "dem Bericht nach"."""

from collections.abc import Iterable

from ingest.extraction.attribution_cues import noun_stance
from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading
from ingest.extraction.speaking import Speaking

_ADVERBS = frozenset({"darüber", "davon", "darauf", "damit", "davor"})
_POINTING = frozenset({"das", "dies", "so", "dergleichen"})


def points_back(reading: Reading, speaking: Speaking, clauses: Iterable[Clause]) -> Clause | None:
    """The main clause of a sentence like "Das teilte X mit": its first word is a pronoun for the sentence before."""
    tree = reading.tree
    for clause in clauses:
        if speaking.stance(clause) is None or clause.finite is None:
            continue
        start, end = tree.sentence(clause.head)
        first = next((t for t in range(start, end) if tree.pos[t] not in ("PUNCT", "SPACE")), start)
        low = tree.words[first].lower()
        if (
            low in _ADVERBS
            and reading.owner[first] is clause
            or low in _POINTING
            and tree.heads[first] in (clause.head, clause.finite)
        ):
            return clause if _is_bare(reading, clause, first) else None
        at = first + 1 if tree.pos[first] == "ADP" and first + 1 < end else first  # "Zu dieser Einschätzung kommt X"
        noun = tree.heads[at]
        if tree.tags[at] == "PDAT" and noun_stance(tree.words[noun], tree.lemmas[noun]) is not None:
            return clause
    return None


def _is_bare(reading: Reading, clause: Clause, first: int) -> bool:
    """Without a content of its own: no clause of content, and the pronoun no article of a noun."""
    tree = reading.tree
    if first + 1 < len(tree) and tree.pos[first + 1] in ("NOUN", "ADJ", "PROPN"):
        return False
    return all(child.mark != "dass" and not _is_content(child) for child in clause.children)


def _is_content(child: Clause) -> bool:
    """A content clause; a main clause beside it ("..., Zahlen nannte er nicht") is none."""
    return child.relation in ("ccomp", "csubj") and (
        child.subjunctive or child.finite is None or child.mark is not None
    )


def crosses_break(reading: Reading, sentence: int) -> bool:
    """Does a line break lie between this sentence and the one before?"""
    tree = reading.tree
    start = tree.sentences[sentence][0]
    return any("\n" in tree.words[t] for t in range(max(0, start - 2), start)) or "\n" in tree.words[start]


def follows_heading(reading: Reading, sentence: int) -> bool:
    """Is the sentence before a heading or another kind of line, without a full stop at its end?"""
    tree = reading.tree
    start, end = tree.sentences[sentence - 1]
    words = [w for w in tree.words[start:end] if w.strip()]
    return not words or words[-1] not in (".", "“", "”", "«", '"', "!", "?", ":")
