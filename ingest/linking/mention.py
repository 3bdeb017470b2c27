"""A mention: the tokens that name an entity, and which one."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from graph.statement import Entity, digest
from seeds.reference import ReferenceEntity

Form = Literal["name", "adjective", "demonym", "metonym", "compound", "office", "description"]

_TRANSLITERATED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens start..end (exclusive) that mean `entity`; `head` is the token the rest of the sentence sees.

    `kind` is the table's finer word (ministry, news_agency, oblast ...) or empty; `candidates` are ids of further rows
    that the words can mean; `nested` lies inside a longer mention ("ukrainische" in "ukrainische Armee").
    """

    start: int
    end: int
    head: int
    entity: Entity
    form: Form
    kind: str = ""
    certainty: float = 1.0
    candidates: tuple[str, ...] = ()
    nested: bool = False


def entity_of(row: ReferenceEntity) -> Entity:
    """The entity of a reference row."""
    return Entity(id=row.id, name=row.name, type=row.type, wikidata=row.wikidata)


def unknown_entity(name: str, type_: str) -> Entity:
    """An entity that no table knows; the same name and type give the same id on every run and machine."""
    return Entity(id=f"x-{slug(name)}-{digest(type_, name.casefold())[:8]}", name=name, type=type_)


def slug(name: str) -> str:
    """Letters and digits of a name, lower case and without marks, joined by hyphens; at most 40 characters."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_TRANSLITERATED))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "n"


_SOUNDS = str.maketrans("yjwzx", "iivss")
_FOLDS = (
    ("sch", "sh"),
    ("tsh", "ch"),
    ("tsch", "ch"),
    ("zh", "sh"),
    ("kh", "h"),
    ("ch", "h"),
    ("ck", "k"),
    ("th", "t"),
)


def folded(name: str) -> str:
    """A key that is equal for transliterations of one name: "Wolodimir Selenski", "Wolodymyr Selenskyj"."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ß", "ss").replace("ł", "l").replace("ø", "o"))
    plain = "".join(c for c in plain if not unicodedata.combining(c) and (c.isalpha() or c == " " or c == "-"))
    plain = plain.replace("-", " ")
    for old, new in _FOLDS:
        plain = plain.replace(old, new)
    plain = plain.translate(_SOUNDS)
    return re.sub(r"([a-z])\1+", r"\1", plain)
