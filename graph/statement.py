"""The types of the statement contract: frozen, validated, hashed by what they say.

Everything downstream is made from these. The vocabulary (predicates, stances, units ...) is data
in `seeds/vocabulary.yaml`; the checks here read it and do not repeat it.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Annotated, Literal, Self, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from seeds.vocabulary import vocabulary

Kind = Literal["relation", "troop_report"]
Polarity = Literal["affirmed", "negated"]
SourceRole = Literal["origin", "outlet"]

_DATE = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d(?:-\d\d)?)\Z")
_QID = re.compile(r"Q[1-9][0-9]*\Z")


def _known(group: str) -> AfterValidator:
    def check(value: str) -> str:
        allowed = vocabulary().values(group)
        if value not in allowed:
            raise ValueError(f"{value!r} is no {group}; known: {', '.join(sorted(allowed))}")
        return value

    return AfterValidator(check)


def _iso(value: str | None) -> str | None:
    if value is not None and not _DATE.match(value):
        raise ValueError(f"{value!r} is no ISO date at year, month or day precision (2024, 2024-06, 2024-06-19, --06)")
    return value


def _qid(value: str | None) -> str | None:
    if value is not None and not _QID.match(value):
        raise ValueError(f"{value!r} is no Wikidata id")
    return value


Predicate = Annotated[str, _known("predicate")]
Stance = Annotated[str, _known("stance")]
Modality = Annotated[str, _known("modality")]
Unit = Annotated[str, _known("unit")]
Modifier = Annotated[str, _known("modifier")]
EntityType = Annotated[str, _known("entity_type")]
IsoDate = Annotated[str | None, AfterValidator(_iso)]
WikidataId = Annotated[str | None, AfterValidator(_qid)]
Text = Annotated[str, Field(min_length=1)]


class Value(BaseModel):
    """A value: never changed after it is made, equal when its fields are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Entity(Value):
    """Somebody or something: `name` is the canonical German name, `role` the office where a predicate asks for it."""

    id: Text
    name: Text
    type: EntityType
    wikidata: WikidataId = None
    role: str | None = None


class Source(Value):
    """One link of the attribution chain; step 1 is nearest to the fact."""

    entity: Entity
    role: SourceRole
    stance: Stance
    step: Annotated[int, Field(ge=1)]


class Whole(Value):
    """The counted whole that a count is a part of."""

    min: int | None
    max: int | None
    unit: Unit


class Count(Value):
    """How many, as said: `min`..`max` with the modifier; null is an open end."""

    min: Annotated[int, Field(ge=0)] | None
    max: Annotated[int, Field(ge=0)] | None
    modifier: Modifier
    unit: Unit
    text: Text
    of: Whole | None = None

    @model_validator(mode="after")
    def _bounds(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        return self


class Time(Value):
    """When it happens, at the precision said; both ends null where the words cannot be resolved."""

    start: IsoDate
    end: IsoDate
    text: Text


class Evidence(Value):
    """The characters that say it: `text` is exactly `article.text[start:end]`."""

    start: Annotated[int, Field(ge=0)]
    end: int
    text: Text

    @model_validator(mode="after")
    def _length(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"text has {len(self.text)} characters, the span {self.start}..{self.end} has {self.end - self.start}"
            )
        return self


def digest(*parts: str) -> str:
    """24 hex digits that depend on the parts alone: the same on every run and machine."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:24]


class Statement(Value):
    """One thing that one article says: who, what, to whom; on whose word, how sure, when, where; and the words."""

    id: Text
    article: Text
    kind: Kind
    subject: Entity
    predicate: Predicate
    object: Entity | None
    count: Count | None
    items: tuple[Entity, ...] = ()
    polarity: Polarity
    modality: Modality
    sources: tuple[Source, ...] = ()
    place: Entity | None
    time: Time | None
    evidence: Evidence
    confidence: Annotated[float, Field(ge=0, le=1, strict=False)]

    @model_validator(mode="after")
    def _contract(self) -> Self:
        problem = vocabulary().problem(
            kind=self.kind,
            predicate=self.predicate,
            subject=self.subject.type,
            object_=self.object.type if self.object else None,
            counted=self.count is not None,
            items=[item.type for item in self.items],
        )
        if problem:
            raise ValueError(problem)
        if self.id != self.computed_id():
            raise ValueError(f"id {self.id!r} is not the hash of the content ({self.computed_id()!r})")
        return self

    def computed_id(self) -> str:
        """Same article, span and content: same id, on every run and machine. Confidence is not in it."""
        return statement_id(self.model_dump(mode="json"))


def statement_id(fields: Mapping[str, object]) -> str:
    """The id that a statement with these (JSON) fields has."""
    content = {key: value for key, value in fields.items() if key not in {"id", "confidence"}}
    return digest(_canonical(content))


def _canonical(value: object) -> str:
    """A text that is the same for equal content, whatever the order of keys."""
    if value is None or isinstance(value, str | int | float):
        return repr(value)
    if isinstance(value, Mapping):
        items = sorted((str(key), _canonical(item)) for key, item in cast("Mapping[object, object]", value).items())
        return "{" + ",".join(f"{key}:{item}" for key, item in items) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_canonical(item) for item in cast("Sequence[object]", value)) + "]"
    return repr(value)


def make_statement(**fields: object) -> Statement:
    """A statement from its fields (values of this module, or None), with its id computed."""
    draft: dict[str, object] = {"items": (), "sources": (), "object": None, "count": None, "place": None, "time": None}
    draft |= fields
    plain = {key: _plain(value) for key, value in draft.items()}
    return Statement.model_validate({**draft, "id": statement_id(plain)})


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, list | tuple):
        return [_plain(item) for item in cast("Sequence[object]", value)]
    return value


class Article(Value):
    """One version of one document; offsets count characters of `text` (NFC: title, line break, body)."""

    id: Text
    document: Text
    title: str | None = None
    outlet: str | None = None
    published: IsoDate = None
    retrieved: str | None = None
    url: str | None = None
    language: str | None = None
    text: Text
    sha256: Text

    @model_validator(mode="after")
    def _hashes(self) -> Self:
        if self.sha256 != text_hash(self.text):
            raise ValueError("sha256 is not the hash of the text")
        if self.id != digest(self.document, self.text):
            raise ValueError("id is not the hash of document and text")
        return self


def text_hash(text: str) -> str:
    """SHA-256 of the stored text in UTF-8, as hex."""
    return sha256(text.encode()).hexdigest()


def make_article(
    body: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    retrieved: str | None = None,
    url: str | None = None,
    language: str | None = None,
    input_id: str | None = None,
    with_title: bool = True,
) -> Article:
    """An article with stored text, document and hashes as the contract says.

    `document` is the address, else outlet and the input's own id, else the hash of the text. The text is
    normalised to NFC here, once; `with_title=False` stores the body alone.
    """
    body = unicodedata.normalize("NFC", body)
    title = unicodedata.normalize("NFC", title) if title else None
    begun = title is not None and (body == title or body.startswith(title) and body[len(title)] in "\r\n")
    text = f"{title}\n{body}" if title and with_title and not begun else body
    document = url or (f"{outlet or ''}#{input_id}" if input_id else text_hash(text))
    return Article(
        id=digest(document, text),
        document=document,
        title=title,
        outlet=outlet,
        published=published,
        retrieved=retrieved,
        url=url,
        language=language,
        text=text,
        sha256=text_hash(text),
    )


class Run(Value):
    """Which program, model and vocabulary read the article, and when (ISO instant); no part of a statement's id."""

    id: Text
    version: Text
    model: Text
    vocabulary: Text
    started: Text
