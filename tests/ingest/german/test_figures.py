"""The figures of the model card, reproduced on its evaluation sets; the floors lie a tenth of a point below."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span, Token

from ingest.german.components import SENTENCES, mark_sentences

pytestmark = pytest.mark.shared

DIGESTS = {
    "pud": "baf2bacc4a22211af2011134522829b8b335bd5920b1e3116e1737abcc6ed6cb",
    "germeval_dev": "b0a71a2676532c6c24021a676e7178d8a7b0f59c66479afcc9bba25853888456",
}
SIZES = {"pud": (1000, 21_001), "germeval_dev": (2200, 41_653)}
WORD_FLOORS = {"upos": 93.07, "lemma": 95.24, "features": 86.52, "uas": 87.95, "las": 82.73}
NAME_FLOORS = {"PER LOC ORG": 84.16, "PER": 90.36, "LOC": 86.39, "ORG": 72.26, "MISC": 64.89, "LOCderiv": 84.63}
BOUNDARY_FLOORS = {"pud": 99.60, "germeval_dev": 97.97}
SCORED_FEATURES = ("Case", "Gender", "Number", "Tense", "Person", "Mood", "VerbForm")
PARAGRAPH = 6  # sentences, as in the card
Pairs = list[tuple[Token, Token]]


def sentences_of(shared: Path, nlp: Language, name: str) -> list[Span]:
    """The gold sentences of a set."""
    docs = DocBin().from_disk(shared / "nlp" / "dev" / f"{name}.spacy").get_docs(nlp.vocab)
    return [s for doc in docs for s in (doc.sents if doc.has_annotation("DEP") else [doc[:]])]


def predicted(nlp: Language, gold: Iterable[Span]) -> list[Doc]:
    """The annotations of the model for gold tokens, a sentence a doc."""
    docs = [Doc(nlp.vocab, [t.text for t in s], [bool(t.whitespace_) for t in s]) for s in gold]
    return list(nlp.pipe(docs, disable=[SENTENCES]))


@pytest.fixture(scope="module")
def pud(shared: Path, nlp: Language) -> Pairs:
    """Gold and predicted tokens of PUD."""
    gold = sentences_of(shared, nlp, "pud")
    return [pair for s, doc in zip(gold, predicted(nlp, gold), strict=True) for pair in zip(s, doc, strict=True)]


def percent(right: Iterable[bool]) -> float:
    """How many are right, of a hundred."""
    answers = list(right)
    return 100 * sum(answers) / len(answers)


@pytest.mark.parametrize("name", DIGESTS)
def test_the_sets_are_the_ones_of_the_card(shared: Path, nlp: Language, name: str) -> None:
    digest = sha256((shared / "nlp" / "dev" / f"{name}.spacy").read_bytes()).hexdigest()
    assert digest == DIGESTS[name], "another evaluation set: measure again and pin anew"
    gold = sentences_of(shared, nlp, name)
    assert (len(gold), sum(map(len, gold))) == SIZES[name]


def same_head(gold: Token, ours: Token) -> bool:
    """Whether both hang on the same word of the sentence, or are roots."""
    return gold.head.i - gold.i == ours.head.i - ours.i


def same_relation(gold: Token, ours: Token) -> bool:
    """Whether head and relation agree; subtypes do not count."""
    return same_head(gold, ours) and gold.dep_.split(":")[0] == ours.dep_.split(":")[0]


WORD_SCORES: dict[str, Callable[[Token, Token], bool]] = {
    "upos": lambda gold, ours: gold.pos_ == ours.pos_,
    "lemma": lambda gold, ours: gold.lemma_ == ours.lemma_,
    "uas": same_head,
    "las": same_relation,
}


@pytest.mark.parametrize("name", WORD_SCORES)
def test_words_of_pud(pud: Pairs, name: str) -> None:
    assert percent(WORD_SCORES[name](gold, ours) for gold, ours in pud) >= WORD_FLOORS[name]


def test_features_of_pud(pud: Pairs) -> None:
    """Where gold has them."""
    pairs = ((gold.morph.to_dict(), ours.morph.to_dict()) for gold, ours in pud)
    right = (ours.get(key) == gold[key] for gold, ours in pairs for key in SCORED_FEATURES if key in gold)
    assert percent(right) >= WORD_FLOORS["features"]


def f_score(gold: set[tuple[int, ...]], ours: set[tuple[int, ...]]) -> float:
    """Of a hundred; both sides hold what was found, each once."""
    return 200 * len(gold & ours) / (len(gold) + len(ours))


@pytest.fixture(scope="module")
def names(shared: Path, nlp: Language) -> list[tuple[Span, Doc]]:
    """Gold and predicted sentences of GermEval."""
    gold = sentences_of(shared, nlp, "germeval_dev")
    return list(zip(gold, predicted(nlp, gold), strict=True))


def entities(spans: Iterable[Span | Doc], kinds: list[str], nlp: Language) -> set[tuple[int, ...]]:
    """Sentence, start, end and type of all entities of these types."""
    codes = {nlp.vocab.strings[kind] for kind in kinds}
    found = ((number, entity) for number, span in enumerate(spans) for entity in span.ents if entity.label in codes)
    return {(number, entity.start, entity.end, entity.label) for number, entity in found}


@pytest.mark.parametrize("kinds", NAME_FLOORS)
def test_names_of_germeval(names: list[tuple[Span, Doc]], nlp: Language, kinds: str) -> None:
    gold = entities((span for span, _ in names), kinds.split(), nlp)
    ours = entities((doc for _, doc in names), kinds.split(), nlp)
    assert f_score(gold, ours) >= NAME_FLOORS[kinds]


def paragraphs(gold: list[Span]) -> Iterator[tuple[str, set[int]]]:
    """Six sentences at a time joined by blanks, and where a sentence begins within."""
    texts = [sentence.text.strip() for sentence in gold]
    for first in range(0, len(texts), PARAGRAPH):
        part = texts[first : first + PARAGRAPH]
        yield " ".join(part), {sum(len(text) + 1 for text in part[:number]) for number in range(1, len(part))}


@pytest.mark.parametrize("name", BOUNDARY_FLOORS)
def test_sentence_boundaries(shared: Path, nlp: Language, name: str) -> None:
    gold: set[tuple[int, ...]] = set()
    ours: set[tuple[int, ...]] = set()
    for number, (text, begins) in enumerate(paragraphs(sentences_of(shared, nlp, name))):
        gold |= {(number, begin) for begin in begins}
        ours |= {(number, s.start_char) for s in mark_sentences(nlp.make_doc(text)).sents if s.start}
    assert f_score(gold, ours) >= BOUNDARY_FLOORS[name]
