"""Texts that no newspaper prints: sentences of reports with everything in between that a broken export can hold."""

import random
from collections.abc import Callable, Iterator

SENTENCES = (
    "Norwegen hat 400 Soldaten nach Estland geschickt.",
    "„Wir entsenden 3.000 Mann“, sagte der türkische Präsident Recep Tayyip Erdoğan.",
    "Nach Angaben des Geheimdienstes NIS wurden mindestens 1.100 nordkoreanische Soldaten getötet oder verwundet.",
    "Kenia und Haiti unterzeichneten ein Abkommen über Zusammenarbeit.",
    "Der Kreml dementierte, dass Söldner in Mali kämpfen.",
    "Frankreich liefert der Ukraine Raketen; Moskau kritisierte das.",
    "12.000 Soldaten, darunter 500 Offiziere und drei Generäle, stehen in Kursk.",
)
SCRIPTS = "김정은은러시아 Россия إسرائيل ישראל 北朝鮮の兵士 ไทย हिन्दी Ελλάδα 𝔉𝔯𝔞𝔨 ﷽ ǅ İı ſ ﬁ"
MARKS = "„“”»«‹›‚‘’'\"`´()[]{}<>–—-‐−…·•|/\\+*#§$%&=~^_!?.,:;"
CONTROLS = [*map(chr, range(32)), "\x7f", "\x85", "\u2028", "\u2029", "\ufffd", "\ufffe", "\x00"]
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
BLANKS = " \u00a0\u2009\u202f\u3000\t\n\r\u2003"
EMOJI = "😀🎉👩‍👩‍👧🇰🇵🇺🇦🏴‍☠️1️⃣"
COMBINING = "\u0300\u0301\u0308\u0336\u20dd\u0489\ufe0f"
NUMBERS = (
    "10" * 180,
    "1.000" + ".000" * 40,
    "-0",
    "1e309",
    "٣٠٠٠",
    "½",
    "²",
    "Ⅻ",
    "0,000001",
    "3.000.00",
    "12'0'00",
    "∞",
)
WORDS = (
    "Donaudampfschifffahrtsgesellschaft" * 12,
    "ä" * 60,
    "SOLDATEN" * 9,
    "a-" * 40,
    "Nord" + "\u00ad" * 30 + "korea",
)


def several(chance: random.Random, of: str | list[str], most: int) -> str:
    return "".join(chance.choices(of, k=chance.randint(1, most)))


def nested(chance: random.Random) -> str:
    depth = chance.randint(1, 12)
    return several(chance, "„»«\"'‚“(", depth) + "300 Soldaten kamen" + several(chance, "“«»\"'‘”)", depth)


def anything(chance: random.Random) -> str:
    """Any character but halves of one, which no stored text can hold."""
    letters = (chance.randrange(0x110000) for _ in range(chance.randint(1, 12)))
    return "".join(chr(c) for c in letters if not 0xD800 <= c < 0xE000)


KINDS: tuple[Callable[[random.Random], str], ...] = (
    lambda chance: several(chance, CONTROLS, 5),
    lambda chance: several(chance, INVISIBLE, 5),
    lambda chance: several(chance, BLANKS, 6),
    lambda chance: several(chance, EMOJI, 4),
    lambda chance: several(chance, COMBINING, 6),
    lambda chance: several(chance, MARKS, 8),
    lambda chance: several(chance, SCRIPTS, 8),
    lambda chance: chance.choice(NUMBERS),
    lambda chance: chance.choice(WORDS) if chance.random() < 0.1 else "",
    nested,
    anything,
)


def hostile(chance: random.Random) -> str:
    """A sentence or two, cut up and put together again with such things in between; or nothing but them."""
    words = chance.choice(SENTENCES).split(" ") if chance.random() < 0.8 else []
    words = words[chance.randint(0, 3) :]
    if chance.random() < 0.3:
        words = [word.upper() if chance.random() < 0.5 else word[::-1] for word in words]
    for _ in range(chance.randint(0, 3)):
        words.insert(chance.randint(0, len(words)), chance.choice(KINDS)(chance))
    return chance.choice((" ", " ", " ", "", "\n", "\u00a0")).join(words)


def strings(number: int, seed: int) -> Iterator[str]:
    """So many of them, the same for a seed."""
    chance = random.Random(seed)
    yield from (hostile(chance) for _ in range(number))


LONG = (
    "",
    " " * 10_000,
    "\n" * 5_000,
    "Soldat" * 4_000,
    "300 Soldaten, " * 800,
    "Norwegen schickt 300 Soldaten, und " * 300,
    "„" * 900 + "300 Soldaten kamen." + "“" * 900,
    "ä\u0308" * 4_000,
    "ue" * 4_000,
    "NORWEGEN SCHICKT SOLDATEN " * 400,
    "1." * 4_000,
    "'" * 1_500 + " a' 'b" * 900,
    "(" * 2_000,
    "9" * 20_000 + " Soldaten kamen nach Mali.",
    ("Norwegen schickt Truppen\n" * 900),
    "Mali, " * 3_000 + "kam.",
)
