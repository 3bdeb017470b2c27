"""German passes, however short; other languages are named."""

import pytest

from ingest.readers.language import german
from seeds.errors import ForeignLanguage

ENGLISH = (
    "Lithuania's defence minister said on Tuesday that the first 150 soldiers of the brigade had arrived in Vilnius. "
    "Another 500 are expected to follow before the end of the year, according to officials in Berlin."
)
GERMAN = (
    "Die ersten 150 Soldaten der Brigade sind in Vilnius angekommen, sagte Litauens Ministerin am Dienstag. "
    "Bis zum Jahresende sollen nach Angaben aus Berlin weitere 500 folgen."
)


@pytest.mark.parametrize(
    "headline",
    [
        "Kim trifft Putin",
        "Nato",
        "Nordkorea dementiert",
        "USA melden erste Tote",
        "Manöver der Superlative",
        "Seoul: 12.000 Mann",
        "Wien/Sarajevo.",
        "BUNDESWEHR IN MALI",
        "Macron empfängt Scholz in Paris",
    ],
)
def test_german_headlines_pass(headline: str) -> None:
    german(headline, None, "a.txt")


def test_german_article() -> None:
    assert german(GERMAN, None, "a.txt") == "de"


def test_german_with_a_foreign_quotation() -> None:
    text = GERMAN + " „This is a serious step“, schrieb die Zeitung „The Baltic Observer“."
    assert german(text, None, "a.txt") == "de"


@pytest.mark.parametrize("declared", [None, "de", "en"])
def test_foreign_article_whatever_it_declares(declared: str | None) -> None:
    with pytest.raises(ForeignLanguage, match=r"a\.txt: the article is not in German \(it looks like 'en'\)"):
        german(ENGLISH, declared, "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "De eerste 150 soldaten van de brigade zijn in Vilnius aangekomen, zei de minister dinsdag.",
        "Les 150 premiers soldats de la brigade sont arrivés à Vilnius, a déclaré la ministre.",
        "Первые 150 солдат бригады прибыли в Вильнюс, сообщила министр обороны.",
        "Pierwszych 150 żołnierzy brygady przybyło do Wilna, powiedziała minister obrony.",
    ],
)
def test_foreign_sentences(text: str) -> None:
    with pytest.raises(ForeignLanguage):
        german(text, None, "a.txt")


def test_declaration_decides_where_the_text_cannot() -> None:
    assert german("Pentagon", "de-AT", "a.txt") == "de"
    assert german("Pentagon", None, "a.txt") is None
    with pytest.raises(ForeignLanguage):
        german("Pentagon", "en_US", "a.txt")
