"""Speed of the German pipeline against the bare reference runtime, on the same texts in one process.

    python -m benchmarks.german [--threads 2] [--rounds 5] [TEXT ...]

Without texts the sentences of the evaluation sets under `LAGEBILD_SHARED` (default `../shared`) are joined to
articles of thirty. Both sides take turns, the median of the rounds counts. Only the ratios say something: the
absolute figures are those of this machine and of what else it does.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from ingest.german.pipeline import make_german
from ingest.german.tokenizer import adapt_tokenizer

SENTENCES_A_TEXT = 30
Sentence = tuple[list[str], list[bool]]


def texts_of(paths: Sequence[Path], shared: Path) -> list[str]:
    """The given files, or the evaluation sets as articles."""
    if paths:
        return [path.read_text("utf-8") for path in paths]
    vocab = spacy.blank("de").vocab
    docs = [d for f in sorted((shared / "nlp/dev").glob("*.spacy")) for d in DocBin().from_disk(f).get_docs(vocab)]
    sentences = [sent.text for doc in docs for sent in (doc.sents if doc.has_annotation("SENT_START") else [doc[:]])]
    return [" ".join(sentences[at : at + SENTENCES_A_TEXT]) for at in range(0, len(sentences), SENTENCES_A_TEXT)]


class Reference:
    """The running code beside the model card: tokenizer and boundaries in Python, then the runtime."""

    def __init__(self, folder: Path, threads: int) -> None:
        sys.path.insert(0, str(folder / "reference"))
        runtime: Any = import_module("runtime")
        self._starts: Callable[[Doc], list[bool]] = import_module("segment").starts
        self._runtime, self._lexicon = runtime.open_model(str(folder), threads)
        self._nlp = spacy.blank("de")
        adapt_tokenizer(self._nlp)

    def sentences(self, texts: Sequence[str]) -> list[Sentence]:
        """Words and blanks of every sentence; white space tokens are left out."""
        found: list[Sentence] = []
        for doc in map(self._nlp.make_doc, texts):
            for token, start in zip(doc, self._starts(doc), strict=True):
                if start or not found:
                    found.append(([], []))
                if not token.is_space:
                    found[-1][0].append(token.text)
                    found[-1][1].append(bool(token.whitespace_))
        return [sentence for sentence in found if sentence[0]]

    def run(self, sentences: list[Sentence]) -> None:
        """Everything after the boundaries."""
        self._runtime.run(sentences, 512, self._lexicon)


@dataclass
class Clock:
    """Wall-clock and processor time of one side, a value for each round."""

    wall: list[float] = field(default_factory=list[float])
    cpu: list[float] = field(default_factory=list[float])

    def time(self, step: Callable[[], object]) -> None:
        """Run a step and keep what it took."""
        wall, cpu = time.perf_counter(), time.process_time()
        step()
        self.wall.append(time.perf_counter() - wall)
        self.cpu.append(time.process_time() - cpu)


def measure(nlp: Language, reference: Reference, texts: Sequence[str], rounds: int) -> None:
    """Print words a second of each side, and the ratios by wall clock and by processor time."""
    sentences = reference.sentences(texts)
    words = sum(len(sentence[0]) for sentence in sentences)
    ours, bare, before = Clock(), Clock(), Clock()
    for _ in range(rounds):
        bare.time(lambda: reference.run(sentences))
        before.time(lambda: reference.sentences(texts))
        ours.time(lambda: list(nlp.pipe(texts)))
    median = statistics.median
    wall, cpu = median(ours.wall), median(ours.cpu)
    whole, whole_cpu = median(bare.wall) + median(before.wall), median(bare.cpu) + median(before.cpu)
    print(f"{len(texts)} texts, {words} words, {rounds} rounds; ratios: wall clock (processor)")
    print(f"pipeline, from raw text     {words / wall:6.0f} words/s")
    print(_line("reference runtime alone", words, median(bare.wall), wall, median(bare.cpu), cpu))
    print(_line("  and its boundaries", words, whole, wall, whole_cpu, cpu))


def _line(name: str, words: int, wall: float, our_wall: float, cpu: float, our_cpu: float) -> str:
    return f"{name:<27} {words / wall:6.0f} words/s   pipeline : this = {wall / our_wall:.2f} ({cpu / our_cpu:.2f})"


def main() -> None:
    """Read the arguments, warm both sides up, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    shared = Path(os.environ.get("LAGEBILD_SHARED", "../shared"))
    texts = texts_of(given.texts, shared)
    nlp, reference = make_german(given.threads), Reference(shared / "nlp/model", given.threads)
    reference.run(reference.sentences(texts[:3]))
    list(nlp.pipe(texts[:3]))
    measure(nlp, reference, texts, given.rounds)


if __name__ == "__main__":
    main()
