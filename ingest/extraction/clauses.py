"""Clauses: each predicate of a sentence with its subject, objects, obliques, mood, tense and negation.

The parser was trained on few German sentences; labels of arguments are sometimes wrong where the attachment is
right. So arguments are read from several signs: the relation, the case, the preposition and the position.
"""

from collections.abc import Container
from dataclasses import dataclass, field

from ingest.extraction.lexicon import Lexicon
from ingest.extraction.tree import Tree

_AUX = frozenset({"aux", "aux:pass", "cop"})
_CLAUSAL = frozenset({"ccomp", "csubj", "csubj:pass", "advcl", "acl", "acl:relcl", "parataxis", "xcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
_MODALS = frozenset({"sollen", "wollen", "können", "dürfen", "müssen", "mögen"})
_BARE = frozenset({"obl", "obl:tmod", "nmod", "dep", "obl:agent", "appos", "expl", "compound", "flat"})
_NEGATIONS = frozenset({"nicht", "nie", "niemals", "keineswegs", "keinesfalls", "weder", "nirgends"})
_NO = frozenset({"kein", "keine", "keinen", "keiner", "keinem", "keines", "keinerlei"})


@dataclass(slots=True)
class Clause:
    """One predicate; all numbers are token numbers of the tree."""

    head: int
    verb: str
    parent: "Clause | None" = None
    relation: str = "root"
    mark: str | None = None
    finite: int | None = None
    modal: str | None = None
    mood: str = "ind"
    tense: str = "pres"
    future: bool = False
    passive: bool = False
    perfect: bool = False
    negation: int | None = None
    copula: bool = False
    reflexive: bool = False
    subjects: list[int] = field(default_factory=list[int])
    objects: list[int] = field(default_factory=list[int])
    datives: list[int] = field(default_factory=list[int])
    obliques: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    bare: list[int] = field(default_factory=list[int])
    adverbs: list[int] = field(default_factory=list[int])
    children: list["Clause"] = field(default_factory=list["Clause"])
    antecedent: int | None = None
    start: int = 0
    end: int = 0

    @property
    def subjunctive(self) -> bool:
        """Konjunktiv I or II: the mark of indirect speech."""
        return self.mood == "sub"

    @property
    def negated(self) -> bool:
        """Is the predicate itself negated?"""
        return self.negation is not None

    def ancestors(self) -> list["Clause"]:
        """Parent, its parent, and so on up to the main clause."""
        found: list[Clause] = []
        current = self.parent
        while current is not None and current not in found:
            found.append(current)
            current = current.parent
        return found


def find_clauses(tree: Tree, lexicon: Lexicon) -> list[list[Clause]]:
    """The clauses of each sentence, in text order."""
    return [_sentence_clauses(tree, lexicon, start, end) for start, end in tree.sentences]


def _sentence_clauses(tree: Tree, lexicon: Lexicon, start: int, end: int) -> list[Clause]:
    clauses = [_clause(tree, lexicon, token) for token in range(start, end) if _is_predicate(tree, token)]
    by_head = {clause.head: clause for clause in clauses}
    for clause in clauses:
        _attach(tree, clause, by_head)
    colon = next((t for t in range(start, min(start + 7, end)) if tree.words[t] == ":"), None)
    for clause in clauses:
        if colon is not None and clause.head > colon:
            _behind_colon(tree, clause, colon)
        _inherit(tree, clause, lexicon.object_control)
        clause.start, clause.end = tree.edges[clause.head]
    return clauses


def _is_predicate(tree: Tree, token: int) -> bool:
    dep, pos = tree.deps[token], tree.pos[token]
    if dep in _AUX or pos in ("PUNCT", "SPACE"):
        return False
    if pos in ("VERB", "AUX"):
        return dep not in ("amod", "case", "fixed", "flat", "compound:prt")
    deps = [tree.deps[child] for child in tree.children[token]]
    if "cop" in deps or any(dep in ("aux", "aux:pass") for dep in deps):
        return True
    if tree.heads[token] == token:
        return True
    return bool(_SUBJECTS & set(deps)) or dep in ("acl:relcl", "parataxis", "ccomp") and pos in ("ADJ", "NOUN", "ADV")


def _clause(tree: Tree, lexicon: Lexicon, head: int) -> Clause:
    clause = Clause(head=head, verb=verb_lemma(tree, lexicon, head))
    helpers = [c for c in tree.children[head] if tree.deps[c] in _AUX]
    helpers += [c for h in helpers for c in tree.children[h] if tree.deps[c] in _AUX]
    _read_verbs(tree, clause, helpers)
    owners = [head, *helpers]
    for owner in owners:
        for child in tree.children[owner]:
            if child not in helpers:
                _read_argument(tree, clause, child)
    return clause


def verb_lemma(tree: Tree, lexicon: Lexicon, head: int) -> str:
    """The infinitive with its separable prefix: "wies ... zurück" is zurückweisen."""
    lemma = lexicon.lemma(tree.words[head], tree.lemmas[head], tree.pos[head], tree.tags[head])
    apart = lexicon.written_apart
    prefix = next((tree.words[c].lower() for c in tree.children[head] if tree.words[c].lower() in apart), None)
    if prefix is None and head > 0 and tree.heads[head] == head - 1:  # "wie X bekannt gab", hung the other way round
        prefix = tree.words[head - 1].lower()
    if prefix is not None and lemma in apart.get(prefix, ()):
        return prefix + lemma
    particles = [c for c in tree.children[head] if tree.deps[c] == "compound:prt" and tree.words[c].isalpha()]
    particle = next((c for c in particles if tree.tags[c] == "PTKVZ"), next(iter(particles), None))
    particle = particle if particle is not None else _stray_particle(tree, head)
    return tree.words[particle].lower() + lemma if particle is not None else lemma


def _stray_particle(tree: Tree, head: int) -> int | None:
    """A separated prefix that the parser hung elsewhere: the PTKVZ that closes a clause after its finite verb."""
    if tree.tags[head] not in ("VVFIN", "VVIMP"):
        return None
    _, end = tree.sentence(head)
    for token in range(head + 1, end):
        if tree.tags[token] == "PTKVZ":
            return token if tree.deps[token] != "compound:prt" else None
        if tree.pos[token] in ("VERB", "AUX"):
            return None
    return None


def _read_verbs(tree: Tree, clause: Clause, helpers: list[int]) -> None:
    verbs = [clause.head, *helpers]
    finite = next((v for v in verbs if tree.tags[v].endswith("FIN")), None)
    finite = finite if finite is not None else next((v for v in verbs if "Mood" in tree.morphs[v]), None)
    clause.finite = finite
    if finite is not None:
        clause.mood = "sub" if _subjunctive(tree, finite) else "ind"
        clause.tense = tree.morphs[finite].get("Tense", "Pres").lower()
    lemmas = [tree.lemmas[h] for h in helpers]
    clause.modal = next((m for m in lemmas if m in _MODALS), None)
    clause.copula = any(tree.deps[h] == "cop" for h in helpers)
    participle = tree.tags[clause.head] == "VVPP" or tree.morphs[clause.head].get("VerbForm") == "Part"
    become = [h for h in helpers if tree.lemmas[h] == "werden"]
    participle = participle and not (become and _with_object(tree, clause.head))
    clause.passive = participle and (bool(become) or any(tree.deps[h] == "aux:pass" for h in helpers))
    clause.future = bool(become) and not participle and not clause.passive
    clause.perfect = participle and any(tree.lemmas[h] in ("haben", "sein") for h in helpers)


def _with_object(tree: Tree, head: int) -> bool:
    """ "wird 3.000 Soldaten entsenden": the form of an infinitive with an object is none of the passive, however
    tagged.
    """
    infinitive = tree.words[head] == tree.lemmas[head] and tree.words[head].endswith("n")
    return infinitive and any(tree.deps[c] == "obj" for c in tree.children[head])


_SUBJUNCTIVE = frozenset(
    {
        "sei",
        "seien",
        "habe",
        "hätte",
        "hätten",
        "wäre",
        "wären",
        "werde",
        "würde",
        "würden",
        "könne",
        "könnten",
        "könnte",
        "solle",
        "wolle",
        "müsse",
        "dürfe",
        "möge",
        "gebe",
        "gäbe",
        "gehe",
        "stehe",
        "komme",
        "bleibe",
        "liege",
        "käme",
        "stünde",
    }
)


def _subjunctive(tree: Tree, token: int) -> bool:
    """Konjunktiv by the form where it is unmistakable, else by the tagger (third persons only)."""
    word = tree.words[token].lower()
    if word in _SUBJUNCTIVE:
        return True
    return tree.morphs[token].get("Mood") == "Sub" and (
        tree.words[token].endswith("e") or tree.words[token].endswith("en")
    )


def _read_argument(tree: Tree, clause: Clause, child: int) -> None:
    dep, pos = tree.deps[child], tree.pos[child]
    word = tree.words[child].lower()
    if word in _NEGATIONS and _scopes_over_predicate(tree, child):
        clause.negation = child
    if dep == "mark" and not (word == "bis" and tree.words[child + 1 : child + 2] == ["zu"]):
        clause.mark = word
    if pos in ("ADV", "PART") or dep == "advmod":
        clause.adverbs.append(child)
    nominal = pos in _NOMINAL or pos in ("ADJ", "DET", "ADV") and dep in (*_SUBJECTS, "obj", "obl:agent")
    if nominal:
        _place_argument(tree, clause, child)


def _place_argument(tree: Tree, clause: Clause, child: int) -> None:
    """A noun phrase goes to its slot: by its preposition, else by its relation, checked against the case."""
    dep, preposition = tree.deps[child], tree.case_of(child)
    if tree.tags[child] == "PRF":
        clause.reflexive = True
    elif preposition:
        clause.obliques.append((preposition, child))
    elif dep in _SUBJECTS:
        clause.subjects.append(child)
    elif dep == "obj":
        dative = tree.morphs[child].get("Case") == "Dat" and tree.pos[child] == "PRON"
        (clause.datives if dative else clause.objects).append(child)
    elif dep in ("obl:arg", "iobj"):
        clause.datives.append(child)
    elif dep in _BARE:
        clause.bare.append(child)
    _determiner_negation(tree, clause, child)


def _scopes_over_predicate(tree: Tree, negation: int) -> bool:
    """ "nicht" right before "nur" or "mehr nur" limits, it does not negate."""
    following = [w.lower() for w in tree.words[negation + 1 : negation + 3]]
    return not (following and (following[0] == "nur" or following == ["mehr", "nur"] or following[0] == "allein"))


def _determiner_negation(tree: Tree, clause: Clause, noun: int) -> None:
    """ "keine Soldaten": the determiner of an argument negates the clause; not of what is a clause of its own."""
    if any(tree.deps[c] == "cop" for c in tree.children[noun]):
        return
    for child in tree.children[noun]:
        if tree.words[child].lower() in _NO and clause.negation is None:
            clause.negation = child


def _attach(tree: Tree, clause: Clause, by_head: dict[int, Clause]) -> None:
    """Finds the parent clause: the nearest ancestor that is a predicate."""
    clause.relation = tree.deps[clause.head]
    for ancestor in tree.ancestors(clause.head):
        parent = by_head.get(ancestor)
        if parent is not None:
            clause.parent = parent
            parent.children.append(clause)
            break
    if clause.relation in ("acl:relcl", "acl"):
        clause.antecedent = tree.heads[clause.head]


def _inherit(tree: Tree, clause: Clause, object_control: Container[str]) -> None:
    """A conjoined or infinitive clause without a subject takes its parent's; a relative pronoun stands for its noun."""
    _relative(tree, clause)
    parent = clause.parent
    if clause.subjects or parent is None:
        return
    shares = (
        clause.relation in ("conj", "xcomp") or clause.relation in ("advcl", "acl", "ccomp") and clause.finite is None
    )
    if shares and not _own_subject_candidate(tree, clause):
        controlled = parent.verb in object_control and clause.relation != "conj"
        addressed = [*parent.objects, *parent.datives] if controlled else []
        clause.subjects = addressed or list(parent.subjects)
    if clause.relation == "conj" and clause.modal is None and clause.finite is None:
        clause.modal, clause.mood, clause.passive = parent.modal, parent.mood, clause.passive or parent.passive
        clause.finite = parent.finite


def _own_subject_candidate(tree: Tree, clause: Clause) -> bool:
    return clause.finite is not None and any(tree.morphs[b].get("Case") == "Nom" for b in clause.bare)


def _relative(tree: Tree, clause: Clause) -> None:
    if clause.antecedent is None:
        return
    noun = clause.antecedent

    def resolve(token: int) -> int:
        return noun if tree.tags[token] in ("PRELS", "PRELAT") else token

    clause.subjects = [resolve(t) for t in clause.subjects]
    clause.objects = [resolve(t) for t in clause.objects]
    clause.datives = [resolve(t) for t in clause.datives]
    clause.bare = [resolve(t) for t in clause.bare]
    clause.obliques = [(p, resolve(t)) for p, t in clause.obliques]


def _behind_colon(tree: Tree, clause: Clause, colon: int) -> None:
    """ "Seoul: Nordkorea hat ...": what stands before the colon is no subject, what the parser joined to it is."""
    before = [s for s in clause.subjects if s < colon]
    if before:
        joined = [c for s in before for c in tree.children[s] if tree.deps[c] in ("conj", "appos") and colon < c]
        clause.subjects = [s for s in clause.subjects if s > colon] + joined


def conjuncts(tree: Tree, token: int) -> list[int]:
    """The token and all nouns joined to it: "Russland und Nordkorea"; never across a colon or semicolon."""
    found = [token]
    for current in found:
        joined = [c for c in tree.children[current] if tree.deps[c] == "conj" and tree.pos[c] in (*_NOMINAL, "ADJ")]
        found += [c for c in joined if not {":", ";"} & set(tree.words[current:c])]
    return found
