"""The component as spaCy users know it: streams, threads, given sentences, white space, margins."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ingest.german import lemmas, pieces
from ingest.german.annotator import Annotator
from ingest.german.components import ANNOTATOR, SENTENCES, register
from ingest.german.margins import ARC, NER, margins
from ingest.german.pipeline import german

COLUMNS: list[int | str] = ["POS", "TAG", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
TEXTS = [
    "Kenia schickt 400 Polizisten nach Haiti. Das teilte ein Sprecher in Nairobi mit.",
    "Die Söldner zogen ab.",
    "",
    "Der Vertrag, den Ankara und Tripolis schlossen, sieht Beistand vor; ratifiziert ist er nicht.\nEin Satz mehr.",
    "„Wir bleiben“, sagte die Ministerin am 3. Mai. Rund 5.000 Mann sollen bis 2027 in Rukla stehen, hieß es.",
    "Oslo.",
]


def table(doc: Doc) -> list[list[int]]:
    """All annotations of a doc as numbers."""
    if not len(doc):
        return []
    rows: list[list[int]] = doc.to_array(COLUMNS).tolist()
    return rows


def tables(nlp: Language, texts: list[str]) -> list[list[list[int]]]:
    """The same of texts that are read as a stream."""
    return [table(doc) for doc in nlp.pipe(texts)]


def test_it_is_loaded_once() -> None:
    assert german() is german()
    assert german().pipe_names == [SENTENCES, ANNOTATOR]


def test_it_can_be_added_to_any_pipeline() -> None:
    register()
    nlp = spacy.blank("de")
    nlp.add_pipe(ANNOTATOR)
    assert [token.pos_ for token in nlp("Der Minister schweigt.")] == ["DET", "NOUN", "VERB", "PUNCT"]


def test_a_text_alone_and_in_a_stream_is_read_alike(nlp: Language) -> None:
    alone = [nlp(text) for text in TEXTS]
    for size in (1, 2, 100):
        stream = list(nlp.pipe(TEXTS * 3, batch_size=size))
        assert [doc.text for doc in stream] == TEXTS * 3
        assert [table(doc) for doc in stream] == [table(doc) for doc in alone] * 3


def test_a_stream_keeps_its_context(nlp: Language) -> None:
    pairs = [(text, number) for number, text in enumerate(TEXTS)]
    assert [(doc.text, number) for doc, number in nlp.pipe(pairs, as_tuples=True)] == pairs


def test_a_stream_is_read_one_group_ahead_and_no_further(nlp: Language) -> None:
    taken: list[Doc] = []

    def docs() -> Iterator[Doc]:
        for text in TEXTS:
            taken.append(nlp.make_doc(text))
            yield taken[-1]

    annotator = nlp.get_pipe(ANNOTATOR)
    assert isinstance(annotator, Annotator)
    stream = annotator.pipe(docs(), batch_size=1)
    assert next(stream) is taken[0]
    assert len(taken) == 2
    assert [doc.text for doc in stream] == TEXTS[1:]


def test_threads_share_one_pipeline(nlp: Language) -> None:
    alone = [table(nlp(text)) for text in TEXTS]
    with ThreadPoolExecutor(4) as pool:
        docs = list(pool.map(nlp, TEXTS * 8))
        streams = list(pool.map(tables, [nlp] * 4, [TEXTS] * 4))
    assert [table(doc) for doc in docs] == alone * 8
    assert streams == [alone] * 4


def test_given_sentences_are_kept(nlp: Language) -> None:
    words = ["Er", "kam", "und", "sie", "ging"]
    doc = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, True, False])
    assert [sentence.text for sentence in nlp.get_pipe(ANNOTATOR)(doc).sents] == ["Er kam und", "sie ging"]


def test_a_sentence_that_starts_on_white_space_starts_at_the_word_behind(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["Er", "kam", "\n", "sie", "ging"], sent_starts=[True, False, True, False, False])
    nlp.get_pipe(ANNOTATOR)(doc)
    assert [token.text for token in doc if token.is_sent_start] == ["Er", "sie"]


def test_a_doc_without_sentence_starts_is_one_sentence(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["Er", "kam", ".", "Sie", "ging", "."])
    assert len(list(nlp.get_pipe(ANNOTATOR)(doc).sents)) == 1


def test_a_line_break_inside_a_sentence_reads_as_a_blank(nlp: Language) -> None:
    plain = nlp.get_pipe(ANNOTATOR)(Doc(nlp.vocab, words=["Die", "Truppen", "ziehen", "ab", "."]))
    words = ["Die", "Truppen", "\n", "ziehen", "ab", "."]
    starts: list[bool | int | None] = [True, *[False] * 5]
    broken = nlp.get_pipe(ANNOTATOR)(
        Doc(nlp.vocab, words=words, spaces=[True, False, False, True, True, True], sent_starts=starts)
    )
    real = [token for token in broken if not token.is_space]
    for attribute in ("pos_", "tag_", "lemma_", "dep_"):
        assert [getattr(t, attribute) for t in real] == [getattr(t, attribute) for t in plain]
    assert [t.head.text for t in real] == [t.head.text for t in plain]
    assert (broken[2].pos_, broken[2].head.i) == ("SPACE", 1)


def test_white_space_hangs_on_the_token_before_it_and_stays_in_names(nlp: Language) -> None:
    doc = nlp("  Angela  Merkel reiste nach Paris.\n\nDas war alles.")
    spaces = {token.i: token.head.i for token in doc if token.is_space}
    assert spaces == {0: 1, 2: 1, 8: 7}
    assert "Angela  Merkel" in [entity.text for entity in doc.ents]
    assert [sentence.text for sentence in doc.sents] == ["  Angela  Merkel reiste nach Paris.\n\n", "Das war alles."]


def test_margins_are_read_from_tokens_and_docs(nlp: Language) -> None:
    doc = nlp(TEXTS[0])
    assert [token._.arc_margin for token in doc] == pytest.approx(margins(doc, ARC).tolist())
    assert [token._.ner_margin for token in doc] == pytest.approx(margins(doc, NER).tolist())
    assert min(token._.ner_margin for token in doc) > 0


def test_full_caches_are_emptied_and_nothing_changes(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables(nlp, TEXTS)
    monkeypatch.setattr(pieces, "CACHE_LIMIT", 1)
    monkeypatch.setattr(lemmas, "CACHE_LIMIT", 1)
    assert [table(nlp(text)) for text in TEXTS] == before


def test_features_are_those_of_the_vocabulary(nlp: Language) -> None:
    """Strings are written as spaCy itself would: its own spelling of the features is the same."""
    doc = nlp(TEXTS[4])
    for token in doc:
        spelled = "|".join(f"{name}={value}" for name, value in token.morph.to_dict().items())
        assert str(token.morph) == spelled
        assert token.morph == Doc(nlp.vocab, words=["x"], morphs=[str(token.morph)])[0].morph
