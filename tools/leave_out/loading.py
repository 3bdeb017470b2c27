"""Puts other word lists and aliases in the place of the shipped ones, for as long as a block runs.

Nothing in the program knows of it: what is loaded is kept by `functools.cache` and its like, so all of that is
forgotten, and the lists are loaded through a filter (`yaml.load`, `seeds.reference.read_table`) when they are next
asked for. The parser's own data (sentences, spelling) and the words for times stay: neither F1 looks at times.
"""

import sys
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any, Protocol, cast, runtime_checkable
from unittest.mock import patch

import yaml

from ingest.extraction import reading, relation_words
from ingest.extraction.lexicon import lexicon
from ingest.extraction.relation_words import relation_words as known_words
from ingest.extraction.tree import Tree, make_tree
from ingest.extraction.verb_forms import VerbForms, make_forms
from seeds import reference
from seeds.reference import Row, read_table
from tools.leave_out.lists import Keep, rebuilt, row, tracing, without
from tools.leave_out.traced import Entry, Traced
from tools.quality import gold

_FOLDERS = ("counts", "extraction", "linking")
_NO_WORDS = frozenset({"confidence.yaml"})
_SMALL = ("ingest.counts", "ingest.extraction", "ingest.times")
_ALL = (*_SMALL, "ingest.linking", "seeds.reference")
_load = yaml.load


@runtime_checkable
class _Cached(Protocol):
    def cache_clear(self) -> None: ...

    def cache_parameters(self) -> dict[str, Any]: ...


@cache
def data_files() -> dict[str, str]:
    """Text of a data file → its name."""
    paths = [p for f in _FOLDERS for p in sorted((gold.ROOT / "ingest" / f / "data").glob("*.yaml"))]
    return {path.read_text("utf-8"): path.name for path in paths if path.name not in _NO_WORDS}


@contextmanager
def traced() -> Generator[None, None, None]:
    """Every entry, and every word of a text, is a `Traced` word.

    The list of all verbs that relations know (`VerbForms`) only tells infinitives: its words are plain, and a verb is
    hit where the list that it stands in is asked.
    """
    with _filtered(tracing, _ALL), ExitStack() as patches:
        patches.enter_context(patch.object(reading, "make_tree", _said))
        patches.enter_context(patch.object(relation_words, "make_forms", _plain_forms))
        yield


@contextmanager
def left_out(entries: frozenset[Entry]) -> Generator[None, None, None]:
    """As if these entries stood in no file."""
    small = not any(_is_linked(entry) for entry in entries)
    with _filtered(without(entries), _SMALL if small else _ALL):
        yield


@cache
def _linking_files() -> frozenset[str]:
    return frozenset(path.name for path in (gold.ROOT / "ingest" / "linking" / "data").glob("*.yaml"))


def _is_linked(entry: Entry) -> bool:
    file = entry.where.partition(": ")[0]
    return file.endswith(".csv") or file in _linking_files()


@contextmanager
def _filtered(keep: Keep, packages: tuple[str, ...]) -> Generator[None, None, None]:
    def load(stream: object, Loader: Any) -> object:  # noqa: N803
        name = data_files().get(stream) if isinstance(stream, str) else None
        raw: object = _load(cast("str", stream), Loader)
        return raw if name is None else rebuilt(raw, name, keep)

    def rows(table: str) -> list[Row]:
        return [row(table, cells, keep) if "id" in cells else cells for cells in read_table(table)]

    forget(packages)
    try:
        with patch.object(yaml, "load", load), patch.object(reference, "read_table", rows):
            yield
    finally:
        forget(packages)


def forget(packages: tuple[str, ...] = _ALL) -> None:
    """What these packages keep in memory is loaded anew."""
    for kept in _caches(packages):
        kept.cache_clear()


def forget_words() -> None:
    """What is remembered of single words is looked up anew, so that it is noted again; the lists stay."""
    for kept in _caches(_ALL):
        if kept.cache_parameters()["maxsize"] is not None:
            kept.cache_clear()
    lexicon().known.clear()
    known_words().known.clear()
    known_words().forms.known.clear()


def _caches(packages: tuple[str, ...]) -> Iterator[_Cached]:
    for name, module in list(sys.modules.items()):
        if name.startswith(packages):
            yield from (value for value in vars(module).values() if isinstance(value, _Cached))


def _said(doc: Any) -> Tree:
    tree = make_tree(doc)
    tree.words[:] = map(Traced, tree.words)
    tree.lemmas[:] = map(Traced, tree.lemmas)
    return tree


def _plain_forms(verbs: set[str]) -> VerbForms:
    return make_forms(verb.plain() if isinstance(verb, Traced) else verb for verb in verbs)
