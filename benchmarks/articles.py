"""Distinct articles by the thousand: sentences of our own whose figures, names, dates and order vary. All invented."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

SENDERS = [
    "Nordkorea",
    "Ruanda",
    "Kenia",
    "Frankreich",
    "Deutschland",
    "Kolumbien",
    "die Türkei",
    "Litauen",
    "Belarus",
    "Äthiopien",
]
PLACES = [
    "Kursk",
    "Goma",
    "Port-au-Prince",
    "Vilnius",
    "Bangui",
    "Donezk",
    "Wladiwostok",
    "Bamako",
    "Tripolis",
    "Mogadischu",
]
UNITS = ["Soldaten", "Spezialkräfte", "Pioniere", "Offiziere", "Kämpfer", "Ausbilder", "Fallschirmjäger", "Söldner"]
SAID = [
    "rund {n}",
    "mehr als {n}",
    "mindestens {n}",
    "bis zu {n}",
    "etwa {n}",
    "{n}",
    "fast {n}",
    "zwischen {n} und {m}",
]
SERVICES = [
    "der südkoreanische Geheimdienst",
    "das ukrainische Verteidigungsministerium",
    "das Pentagon",
    "die Nato",
    "der Generalstab in Kiew",
]
OFFICES = [
    "Verteidigungsminister",
    "Außenministerin",
    "Generalstabschef",
    "Regierungssprecherin",
    "Brigadegeneral",
    "Präsident",
]
OUTLETS = [
    "Nordlicht Depeschendienst",
    "Havelbote",
    "Rheinischer Kurier",
    "Alpenblatt",
    "Hafenzeitung",
    "Spree-Anzeiger",
]
FIRST = [
    "Anna",
    "Boris",
    "Clara",
    "Dmitri",
    "Elif",
    "Frank",
    "Grace",
    "Hyun-woo",
    "Irina",
    "Jakob",
    "Kwame",
    "Lena",
    "Marek",
    "Nadia",
]
STARTS = [
    "Hal",
    "Bren",
    "Ost",
    "Mar",
    "Kol",
    "Wer",
    "Sta",
    "Tor",
    "Lind",
    "Ros",
    "Gar",
    "Fel",
    "Ul",
    "Dor",
    "Vik",
    "Zan",
]
ENDS = [
    "berg",
    "mann",
    "ow",
    "enko",
    "ic",
    "sen",
    "stein",
    "ova",
    "auer",
    "dt",
    "ner",
    "ski",
    "ura",
    "well",
    "olin",
    "hoff",
]
MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
SENTENCES = [
    "Nach Angaben aus {city} hat {sender} {count} {unit} nach {place} verlegt.",
    "{Service} teilte am {day}. {month} mit, {count} {unit} seien bereits in {place} eingetroffen.",
    "„Wir sehen dort {count} {unit}“, sagte {office} {name} der Zeitung {outlet}.",
    "{office} {name} wies das zurück: Es gebe in {place} keine fremden {unit}.",
    "Bei Gefechten nahe {place} wurden laut {outlet} {count} {unit} getötet und {few} verwundet.",
    "Im {month} {year} unterzeichneten {name} und {other} in {city} ein Abkommen über militärische Zusammenarbeit.",
    "Das Abkommen sieht vor, dass {sender} bis Ende {month} {count} {unit} bereitstellt.",
    "{sender} könnte nach Einschätzung von {name} noch weitere {count} {unit} entsenden.",
    "Unter den {count} {unit} sollen {few} Generäle sein, berichtete der {outlet} mit Verweis auf Regierungskreise.",
    "{name} reiste am {day}. {month} nach {city}, um {other} zu treffen.",
    "{Service} rechnet damit, dass {count} {unit} in {place} ausgebildet werden.",
    "Der Transport kostete nach Angaben von {name} {n} Millionen Euro und führte über {m} Kilometer.",
    "{sender} zog im {month} {count} {unit} aus {place} ab, hieß es in {city}.",
    "{name} warnte vor einer Ausweitung des Krieges und forderte den Abzug aller {unit} aus {place}.",
    "Überprüfen ließen sich die Angaben des Dienstes zunächst nicht.",
    "{office} {name} bestätigte am {day}. {month} die Ankunft von {few} {unit} in {place}.",
]
CITIES = ["Seoul", "Kiew", "Moskau", "Brüssel", "Washington", "Nairobi", "Kigali", "Paris", "Berlin", "Ankara"]


def articles(number: int, seed: int = 7) -> Iterator[dict[str, str]]:
    """That many articles as records for the JSON reader; the same for the same seed, no two alike."""
    rng = random.Random(seed)
    for index in range(number):
        day = date(2024, 1, 1) + timedelta(days=rng.randrange(900))
        title = f"{rng.choice(SENDERS)}: {figure(rng)} {rng.choice(UNITS)} für {rng.choice(PLACES)}"
        chosen = [filled(rng, sentence) for sentence in rng.sample(SENTENCES, rng.randint(9, 13))]
        yield {
            "id": f"bench-{index}",
            "title": title[0].upper() + title[1:],
            "outlet": rng.choice(OUTLETS),
            "published": day.isoformat(),
            "text": "\n\n".join(" ".join(chosen[at : at + 4]) for at in range(0, len(chosen), 4)),
        }


def filled(rng: random.Random, sentence: str) -> str:
    """The sentence with every gap filled anew."""
    service = rng.choice(SERVICES)
    text = sentence.format(
        sender=rng.choice(SENDERS),
        place=rng.choice(PLACES),
        city=rng.choice(CITIES),
        unit=rng.choice(UNITS),
        count=count(rng),
        few=rng.choice(["zwei", "drei", "zwölf", "dreißig", str(rng.randint(4, 90))]),
        Service=service[0].upper() + service[1:],
        office=rng.choice(OFFICES),
        name=name(rng),
        other=name(rng),
        outlet=rng.choice(OUTLETS),
        day=rng.randint(1, 28),
        month=rng.choice(MONTHS),
        year=rng.randint(2022, 2025),
        n=figure(rng),
        m=figure(rng),
    )
    return text[0].upper() + text[1:]


def count(rng: random.Random) -> str:
    """A figure with its modifier."""
    low = rng.randint(2, 400) * 10
    return rng.choice(SAID).format(n=grouped(low), m=grouped(low + rng.randint(1, 40) * 10))


def figure(rng: random.Random) -> str:
    """A bare figure."""
    return grouped(rng.randint(11, 19_999))


def grouped(number: int) -> str:
    """As German papers write it: 12.000."""
    return f"{number:,}".replace(",", ".")


def name(rng: random.Random) -> str:
    """A person whom nobody knows."""
    return f"{rng.choice(FIRST)} {rng.choice(STARTS)}{rng.choice(ENDS)}"
