"""Umlauts, ß and capitals come back where the lexicon has the word, and only there."""

import pytest

from ingest.rewriting.usual import usual
from tests.ingest.rewriting.samples import SAMPLES

RESTORED = {
    "Der Praesident der Tuerkei sagte, ueber 300 Kaempfer koennten folgen.": (
        "Der Präsident der Türkei sagte, über 300 Kämpfer könnten folgen."
    ),
    "Oesterreichs Streitkraefteverband uebte fuer den Einsatz.": (
        "Österreichs Streitkräfteverband übte für den Einsatz."
    ),
    "Die grossen Strassen seien ausserdem gesperrt, heisst es.": (
        "Die großen Straßen seien außerdem gesperrt, heißt es."
    ),
    "NORDKOREA SCHICKT 3.000 SOLDATEN NACH RUSSLAND": "Nordkorea schickt 3.000 Soldaten nach Russland",
    "US-AUSSENMINISTER WARNT VOR NORDKOREANISCHEN TRUPPEN": "US-Außenminister warnt vor nordkoreanischen Truppen",
    "KIM JONG UN BESUCHT DIE FRONT: NATO UND EU BESORGT": "Kim Jong Un besucht die Front: NATO und EU besorgt",
    "GROSSBRITANNIEN BILDET REKRUTEN AUS\nEs sind 300.": "Großbritannien bildet Rekruten aus\nEs sind 300.",
}


@pytest.mark.parametrize("text", RESTORED)
def test_restored(text: str) -> None:
    assert usual(text).text == RESTORED[text]


STAY = (
    "Israel hat neue Quellen; Poetin Michaela Goethe schrieb aktuell zuerst ueberall nicht.".replace(
        "ueberall", "gern"
    ),
    "Der Duellant Manuel aus Venezuela und der Tuareg Joel bauen genaue Statuen.",
    "Russland muss den Kompromiss in der Kreisstadt Massen von Russen vermitteln; er muss Polizisten aussenden.",
    "Die USA, die NATO und die EU beraten.",
    "Der Bürgermeister von Buenos Aires sprach mit Baerbock und Samuel.",
    "Das ist Hans' Auto, 5\" breit; so geht's in den '90ern.",
    "Die 12'000 Mann der Schweizer Armee üben.",
)


@pytest.mark.parametrize("text", STAY)
def test_stays(text: str) -> None:
    assert usual(text).text == text


def test_a_text_with_sharp_s_is_not_swiss() -> None:
    assert usual("Am Fuß des Berges liegt Grossau.").text == "Am Fuß des Berges liegt Grossau."


def test_samples_come_back_from_ascii() -> None:
    table = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
    for text in SAMPLES:
        assert usual(text.translate(table)).text == usual(text).text
