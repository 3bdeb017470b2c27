"""Texts for the tests: one of an agency, what outlets make of it, and others."""

import random

REPORT = "Arland hat in der vergangenen Woche rund 900 Soldaten an die Grenze zu Borland verlegt."
AGENCY = (
    "Das Parlament in der Hauptstadt hat am Montag stundenlang über die Lage an der Grenze beraten. "
    f"{REPORT} "
    "Die Abgeordneten verlangten von der Regierung, den Einsatz vor dem Winter zu begründen. "
    "Ein Sprecher sagte, man werde die Fragen in den nächsten Tagen beantworten und den Ausschuss unterrichten. "
    "Die Opposition nannte das unzureichend und kündigte einen eigenen Antrag für die kommende Sitzung an."
)
SHORTENED = (
    "Das Parlament in der Hauptstadt hat am Montag stundenlang über die Lage an der Grenze beraten. "
    f"{REPORT} "
    "Die Abgeordneten verlangten von der Regierung, den Einsatz vor dem Winter zu begründen."
)
OWN = (
    "Unser Reporter war an der Grenze, wo Händler ihre Stände abbauen und die Schule seit drei Tagen geschlossen ist. "
    f"{REPORT} "
    "Auf dem Markt erzählt eine Frau, sie habe die Kolonnen in der Nacht gehört und nicht geschlafen."
)
SAID_OTHERWISE = "Etwa 900 Mann aus Arland stehen nun nahe Borland, wie eigene Recherchen dieses Blattes ergaben."


def long_text(number: int, words: int = 80) -> str:
    """A text of made-up words, another one for each number."""
    chance = random.Random(number)
    return " ".join(f"wort{chance.randrange(5000)}" for _ in range(words)) + "."
