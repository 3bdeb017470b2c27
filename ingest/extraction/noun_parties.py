"""Relations that a noun phrase says ("Russlands Überfall auf die Ukraine"): its actors with their prepositions."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.statement import Statement
from ingest.extraction.cast import Who
from ingest.extraction.clauses import Clause
from ingest.extraction.how import How
from ingest.extraction.phrases import phrase
from ingest.extraction.relating import Relating

_HOLDERS = frozenset({None, "adjective", "von", "vom", "durch"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a noun phrase: the preposition before it, "adjective", or None for a genitive or apposition."""

    case: str | None
    who: Who
    inside: bool = False  # of a phrase with a preposition inside the noun's: "Angriffe auf Stellungen der Hisbollah"


@dataclass(slots=True)
class NounParties:
    """Works on one article."""

    make: Relating

    def of(self, token: int, types: frozenset[str]) -> list[Party]:
        """The actors inside the phrase of a noun, in text order; a preposition is shared by what is joined."""
        reading, tree = self.make.reading, self.make.reading.tree
        found: list[Party] = []
        for mention in reading.mentions_in(*phrase(tree, token)):
            adjective = mention.form == "adjective"
            own = not adjective or tree.heads[mention.head] == token
            if mention.entity.type in types and not mention.nested and own:
                case = "adjective" if adjective else self._case(mention.head)
                inside = case in (None, "von", "vom") and self._is_inside(mention.head, token)
                found.append(Party(case, Who(mention.entity, mention.head), inside))
        return found

    def _is_inside(self, head: int, token: int) -> bool:
        tree = self.make.reading.tree
        between = itertools.takewhile(lambda t: t != token, tree.ancestors(head))
        return any(tree.case_of(t) is not None and tree.pos[t] == "NOUN" for t in between)

    def _case(self, head: int) -> str | None:
        tree = self.make.reading.tree
        case = tree.case_of(head)
        return tree.case_of(tree.heads[head]) if case is None and tree.deps[head] == "conj" else case

    def say(
        self,
        predicate: str,
        subject: Who,
        other: Who,
        clause: Clause,
        token: int,
        *,
        planned: bool = False,
        negated: bool = False,
    ) -> Iterator[Statement]:
        """The relation, with the noun phrase as its evidence."""
        start, end = phrase(self.make.reading.tree, token)
        accusers = [a.entity for a in self.make.roles.agents(clause)] if self._is_accused(subject, clause) else []
        how = How(
            voice=(accusers[0], "reports") if accusers else None,
            rule=f"{predicate.lower()}_noun",
            tokens=(token, *range(start, end), subject.token, other.token),
            nominal=True,
            negated=negated,
            modality="planned" if planned else None,
        )
        statement = self.make.make(predicate, subject.entity, other.entity, clause, how)
        if statement is not None:
            yield statement

    def _is_accused(self, who: Who, clause: Clause) -> bool:
        """ "A wirft B Angriffe auf C vor": then A is the source."""
        return any(accused.token == who.token for accused in self.make.roles.accused(clause))


def holders(parties: Iterable[Party]) -> list[Who]:
    """Whose it is: genitives, adjectives, "von X", "durch X"."""
    return [party.who for party in parties if party.case in _HOLDERS and not party.inside]


def behind(parties: Iterable[Party], prepositions: Iterable[str]) -> list[Who]:
    """Those behind one of these prepositions."""
    wanted = frozenset(prepositions)
    return [party.who for party in parties if party.case in wanted]
