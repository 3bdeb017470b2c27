"""Where sentences begin: the examples of the data file, and cases that rules get wrong easily."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from ingest.german.components import mark_sentences
from ingest.german.cues import NAME, cues, parse_cues
from ingest.german.sentences import LONGEST, sentence_starts
from seeds.errors import BadData


def split(nlp: Language, text: str) -> list[str]:
    """The sentences of a text by tokenizer and rules alone."""
    return [sentence.text for sentence in mark_sentences(nlp.make_doc(text)).sents]


@pytest.mark.parametrize("sentences", [example.sentences for example in cues().examples], ids=lambda s: s[0])
def test_examples_of_the_data_file(nlp: Language, sentences: tuple[str, ...]) -> None:
    assert split(nlp, " ".join(sentences)) == list(sentences)


APART = [
    ("„Wir kommen!“ Das Amt schwieg.", ["„Wir kommen!“", "Das Amt schwieg."]),
    ('Er rief: "Halt!" Dann lief er.', ['Er rief: "Halt!"', "Dann lief er."]),
    ('"Nein." "Doch." (Das war alles.) Ende.', ['"Nein."', '"Doch."', "(Das war alles.)", "Ende."]),
    ("Es waren 12.000. Moskau schweigt.", ["Es waren 12.000.", "Moskau schweigt."]),
    ("Das war 2022. 2023 kam er.", ["Das war 2022.", "2023 kam er."]),
    ("Überschrift ohne Punkt\nDer Text beginnt.", ["Überschrift ohne Punkt\n", "Der Text beginnt."]),
    ("Erster Absatz.\n\nrund 300 Mann", ["Erster Absatz.\n\n", "rund 300 Mann"]),
    ("Er wartete … Dann ging er.", ["Er wartete …", "Dann ging er."]),
    ("Wer? Niemand! Wirklich?! Ja.", ["Wer?", "Niemand!", "Wirklich?!", "Ja."]),
    ("Seoul. – Das Amt schwieg. – Ende.", ["Seoul.", "– Das Amt schwieg.", "– Ende."]),
]
TOGETHER = [
    "„Wir kommen!“, rief er laut.",
    "„Was nun?“ fragte er.",
    "Er rief: „Halt!“",
    "Dr. h.c. Berg und Prof. Dr. Klein trafen Gen. Smith und Sen. Brown.",
    "Am 22. Oktober traf die 155. Brigade im 2. Weltkrieg den 3. Trupp.",
    "Papst Johannes Paul II. und J. R. Brown kamen z. B. um 15.30 Uhr nach St. Petersburg.",
    "Die stellv. Ministerin nannte ca. 500 bzw. max. 600 Mann, d.h. mehr als 3 Mio. Euro.",
    "Kosten: Sie sind hoch.",
    "Das kostet rund 1,5 Mrd. Dollar usw. und mehr.",
    "Die Seite www.example.org/a.B nennt Nr. 7 in Abs. 2.",
    "Er sagte … nichts.",
]


@pytest.mark.parametrize(("text", "sentences"), APART, ids=lambda value: value if isinstance(value, str) else "")
def test_a_sentence_ends(nlp: Language, text: str, sentences: list[str]) -> None:
    assert split(nlp, text) == sentences


@pytest.mark.parametrize("text", TOGETHER)
def test_no_sentence_ends(nlp: Language, text: str) -> None:
    assert split(nlp, text) == [text]


def test_white_space_never_begins_a_sentence_but_at_the_start(nlp: Language) -> None:
    doc = mark_sentences(nlp.make_doc(" \n Eins.  Zwei.\n \n\nDrei.\n"))
    assert [token.text for token in doc if token.is_sent_start] == [" \n ", "Eins", "Zwei", "Drei"]


@given(
    st.lists(st.sampled_from(["Er", "kam", ".", "22.", "\n", '"', "“", "…", "Dr.", "Ca", "–"]), max_size=12), st.data()
)
def test_one_flag_a_token_and_the_first_is_set(words: list[str], data: st.DataObject) -> None:
    blanks = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    starts = sentence_starts(words, blanks)
    assert len(starts) == len(words)
    assert starts[:1] == [True] * len(words[:1])


@pytest.mark.parametrize("text", ["- a", "terminators: .", "terminators: [1", "unknown: x"])
def test_a_broken_data_file_is_named(text: str) -> None:
    with pytest.raises(BadData, match=NAME):
        parse_cues(text, NAME)


def test_no_sentence_is_longer_than_one_can_be(nlp: Language) -> None:
    lengths = [len(part.split()) for part in split(nlp, "Sie kamen und " * 900)]
    assert sum(lengths) == 2_700 and max(lengths) == LONGEST
