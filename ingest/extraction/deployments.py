"""Deployments by their name, with no personnel beside: "Neuseeland beendet seine Ausbildungsmission im Irak"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ingest.extraction.clauses import Clause
from ingest.extraction.reading import Reading
from ingest.extraction.tables import read_data, table, word_list
from ingest.extraction.whereabouts import Whereabouts
from seeds.errors import BadData
from seeds.reference import reference
from seeds.vocabulary import vocabulary

_ACTORS = frozenset({"Country", "Force", "Person"})


@dataclass(frozen=True, slots=True)
class DeploymentWords:
    """One kind of deployment of `data/troops.yaml`: ends of nouns, and what verbs done to them say of the personnel."""

    nouns: tuple[str, ...]
    own: bool
    verbs: Mapping[str, str]


@cache
def deployment_words() -> tuple[DeploymentWords, ...]:
    """The kinds, read once; raises BadData naming a predicate that is none."""
    kinds = table(read_data("troops.yaml")["named_deployments"], "troops.yaml: named_deployments")
    return tuple(_kind(table(kind, f"troops.yaml: {name}")) for name, kind in kinds.items())


def _kind(kind: Mapping[str, object]) -> DeploymentWords:
    verbs: dict[str, str] = {}
    for predicate, words in table(kind["verbs"], "troops.yaml: named_deployments").items():
        if predicate not in vocabulary().predicates:
            raise BadData(f"ingest/extraction/data/troops.yaml: {predicate} is no predicate")
        verbs |= dict.fromkeys(word_list(words, f"troops.yaml: {predicate}"), predicate)
    nouns = tuple(word_list(kind["nouns"], "troops.yaml: named_deployments"))
    return DeploymentWords(nouns, bool(kind["own"]), verbs)


@dataclass(slots=True)
class Deployments:
    """Reads in one article what states do with their deployments."""

    reading: Reading

    def of(self, token: int) -> str | None:
        """The predicate of a deployment that a state or force ends, goes on with, enlarges or begins at some place."""
        tree, clause = self.reading.tree, self.reading.owner[token]
        if clause is None or tree.pos[token] not in ("NOUN", "PROPN") or not self._is_done_to(clause, token):
            return None
        lemma = tree.lemmas[token].lower()
        for kind in deployment_words():
            predicate = kind.verbs.get(clause.verb) if lemma.endswith(kind.nouns) else None
            if predicate is not None and (not kind.own or self._is_own(token)) and self._is_placed(clause, token):
                return predicate
        return None

    def _is_done_to(self, clause: Clause, token: int) -> bool:
        """The object of a clause whose subject is a state, an army or who leads them."""
        if clause.passive or token not in (*clause.objects, *clause.bare):
            return False
        return any(self._acts(subject) for subject in clause.subjects if subject != token)

    def _acts(self, subject: int) -> bool:
        mention = self.reading.by_head.get(subject)
        known = mention is not None and (mention.entity.type in _ACTORS or mention.entity.id in reference().entities)
        return known or self.reading.tree.lemmas[subject] in ("Armee", "Heer", "Militär", "Regierung")

    def _is_own(self, token: int) -> bool:
        """ "seinen Stützpunkt", "den letzten Stützpunkt": not the enemy's."""
        tree = self.reading.tree
        return any(
            tree.tags[c] == "PPOSAT" or tree.lemmas[c] in ("letzt", "letzter", "eigen") for c in tree.children[token]
        )

    def _is_placed(self, clause: Clause, token: int) -> bool:
        """ "im Irak": beside the verb or hung on the noun; "den Krim-Einsatz"."""
        where = Whereabouts(self.reading)
        below = self.reading.mentions_in(token, max(self.reading.tree.subtree(token)) + 1)
        return where.has_place(clause) or any(m.entity.type in ("Place", "Country") for m in below)
