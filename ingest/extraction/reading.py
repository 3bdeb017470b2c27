"""One article as the steps see it: tree, clauses, mentions, counts, times, and which clause a token belongs to."""

from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc

from graph.statement import Article, Statement, make_statement
from ingest.counts.find import CountMention, find_counts
from ingest.extraction.basis import Basis
from ingest.extraction.clauses import Clause, find_clauses
from ingest.extraction.lexicon import lexicon
from ingest.extraction.tree import Tree, make_tree
from ingest.linking.mentions import Mention, find_mentions
from ingest.times.find import TimeMention, find_times


@dataclass(slots=True)
class Reading:
    """All that is known of an article before statements are made."""

    article: Article
    tree: Tree
    clauses: list[list[Clause]]
    owner: list[Clause | None]
    mentions: list[Mention]
    counts: list[CountMention]
    times: list[TimeMention]
    by_head: dict[int, Mention] = field(default_factory=dict[int, Mention])
    by_token: dict[int, Mention] = field(default_factory=dict[int, Mention])
    bases: dict[str, Basis] = field(default_factory=dict[str, Basis])

    def state(self, basis: Basis, **fields: object) -> Statement:
        """A statement of this article; how sure it is can be told when all of them are made (`confidence.py`)."""
        statement = make_statement(article=self.article.id, confidence=0.0, **fields)
        self.bases[statement.id] = basis
        return statement

    def sentence_clauses(self, token: int) -> list[Clause]:
        """The clauses of the sentence of a token."""
        return self.clauses[self.tree.sentence_of[token]]

    def own_tokens(self, clause: Clause) -> list[int]:
        """The tokens whose nearest predicate is this clause, in text order."""
        start, end = self.tree.sentence(clause.head)
        return [t for t in range(start, end) if self.owner[t] is clause]

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie in the tokens start..end (exclusive)."""
        return [m for m in self.mentions if start <= m.start and m.end <= end]


def read(article: Article, doc: Doc) -> Reading:
    """Everything the steps need, found once."""
    tree = make_tree(doc)
    clauses = find_clauses(tree, lexicon())
    published = published_day(article)
    mentions = find_mentions(doc, published, tree)
    reading = Reading(
        article=article,
        tree=tree,
        clauses=clauses,
        owner=_owners(tree, clauses),
        mentions=mentions,
        counts=find_counts(tree),
        times=find_times(tree, published),
    )
    for mention in sorted(mentions, key=lambda m: m.end - m.start):
        reading.by_head[mention.head] = mention
        for token in range(mention.start, mention.end):
            reading.by_token[token] = mention
    for mention in mentions:
        before = mention.start - 1  # the parser may take the article of "die Vereinigten Staaten" for a pronoun
        if mention.form == "name" and before >= 0 and tree.words[before].lower() in ("die", "das", "der"):
            reading.by_token.setdefault(before, mention)
    return reading


def published_day(article: Article) -> date | None:
    """The day the article appeared, or None where only a month or year is known."""
    try:
        return date.fromisoformat(article.published or "")
    except ValueError:
        return None


def _owners(tree: Tree, clauses: list[list[Clause]]) -> list[Clause | None]:
    owner: list[Clause | None] = [None] * len(tree)
    by_head = {clause.head: clause for sentence in clauses for clause in sentence}
    for token in range(len(tree)):
        current = token
        for _ in range(200):
            if current in by_head:
                owner[token] = by_head[current]
                break
            if tree.heads[current] == current:
                break
            current = tree.heads[current]
    return owner
