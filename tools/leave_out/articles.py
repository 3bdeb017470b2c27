"""Parsed articles, kept in memory: what fires on them, and what the extraction gives under the lists of the moment."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from graph.jsonl import to_line
from graph.statement import Article, Statement
from ingest.extraction.extract import make_statements
from ingest.extraction.reading import read
from ingest.german.pipeline import german
from ingest.rewriting.rewritten import Rewritten
from ingest.rewriting.usual import stored, usual
from tools.leave_out.loading import forget_words, left_out, traced
from tools.leave_out.traced import RULES, Entry, logged
from tools.quality import gold

Fired = dict[str, frozenset[Entry]]


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with its parse; `made` is the text that was parsed."""

    article: Article
    made: Rewritten
    doc: Doc

    def statements(self) -> list[tuple[Statement, Entry]]:
        """Each statement once, with its rule."""
        reading = read(self.article, self.doc)
        found = {s.id: s for s in make_statements(reading)}
        return [(s, Entry(RULES, f"{s.kind}.{reading.bases[s.id].rule}")) for s in found.values()]

    def lines(self, without: frozenset[Entry] = frozenset()) -> list[gold.Line]:
        """The statements in the scorer's format, but for those of rules that are left out."""
        kept = (stored(s, self.made, self.article.text) for s, rule in self.statements() if rule not in without)
        return [json.loads(to_line(statement)) for statement in kept]

    def lines_without(self, entries: frozenset[Entry]) -> list[gold.Line]:
        """The statements as if these entries did not exist."""
        with left_out(entries):
            return self.lines(entries)


def parsed(articles: Iterable[tuple[str, Article]]) -> dict[str, Parsed]:
    """Parsed once, as shipped: leaving out a word does not change how a sentence is parsed."""
    keyed = list(articles)
    texts = [usual(article.text, article.title) for _, article in keyed]
    docs = german().pipe(made.text for made in texts)
    return {key: Parsed(a, made, doc) for (key, a), made, doc in zip(keyed, texts, docs, strict=True)}


def fired(articles: dict[str, Parsed]) -> Fired:
    """The entries and rules that fire on each article."""
    found: Fired = {}
    with traced():
        for article in articles.values():
            article.statements()  # loads everything: comparisons of loading are no hits
        for key, article in articles.items():
            forget_words()
            with logged() as log:
                rules = {rule for _, rule in article.statements()}
            found[key] = frozenset(log | rules)
    return found
