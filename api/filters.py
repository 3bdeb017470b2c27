"""The filters of the list of statements, as parameters of an address and as options of a command."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.ask import SECONDS
from graph.filter import StatementFilter
from graph.formats.form import CARRIES, FORMATS, Form, form
from graph.naming import entity_ids
from graph.rdf.select import Selection
from graph.store import Store
from queries.parameters import Parameter
from seeds.errors import BadParameter

# What the name of an entity may mean in a filter: entity types, none for any.
ENTITIES: dict[str, tuple[str, ...]] = {
    "force": ("Country", "Force", "Organization"),
    "place": ("Country", "Place", "Organization", "Force", "Event"),
    "entity": (),
    "source": (),
}
FACES = (
    "plain (RDF 1.1), rdf12 (RDF 1.2), nanopub (nanopublications), network (entities and plain edges), claims (claims, "
    "whom they are about and their sources) or bundle (STIX 2.1); else the first that goes with the format."
)
NO_TEXTS = ("network", "claims")


class StatementQuery(BaseModel):
    """Filters; a statement has to fit all that are given. `force`, `place`, `entity` and `source` take ids or names."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    q: str | None = Field(
        default=None, description='Words of the evidence, all of them; "a phrase" in quotation marks.'
    )
    kind: Literal["relation", "troop_report"] | None = Field(default=None, description="Kind of statement.")
    predicate: str | None = Field(default=None, description="Predicate, such as SENT or SIGNED.")
    force: str | None = Field(default=None, description="Whose personnel a troop report is about.")
    place: str | None = Field(default=None, description="Where, where to or where from.")
    entity: str | None = Field(
        default=None, description="Anybody or anything the statement names, its sources included."
    )
    least: int | None = Field(default=None, ge=0, description="Counts that reach this number.")
    most: int | None = Field(default=None, ge=0, description="Counts that begin at or below this number.")
    unit: str | None = Field(default=None, description="What is counted, such as soldiers or brigades.")
    modality: str | None = Field(default=None, description="asserted, reported, suspected, possible or planned.")
    polarity: Literal["affirmed", "negated"] | None = Field(default=None, description="Whether the content is negated.")
    stance: str | None = Field(default=None, description="What a source does: reports, confirms, denies ...")
    source: str | None = Field(default=None, description="Anybody in the chain of attribution.")
    outlet: str | None = Field(default=None, description="Who published the article or passed the statement on.")
    since: str | None = Field(
        default=None, description="Happened (or published) at or after: 2024, 2024-06, 2024-06-19."
    )
    until: str | None = Field(default=None, description="Happened (or published) at or before.")
    article: str | None = Field(default=None, description="Id of an article.")
    superseded: bool = Field(default=False, description="Whether older versions of articles count, too.")
    as_of: str | None = Field(
        default=None, description="What was known at the end of that day: 2024, 2024-06, 2024-06-19."
    )

    def resolved(self, store: Store) -> StatementFilter:
        """The filter of the view, with ids in the place of names; BadParameter for what cannot be meant."""
        given = self.model_dump(include=set(StatementQuery.model_fields), exclude_none=True)
        given["text"] = given.pop("q", None)
        for name, types in ENTITIES.items():
            if name in given:
                parameter = Parameter(name, "entity", {}, of=types, optional=True)
                given[name] = entity_ids(store, parameter, given[name] or None, SECONDS)
        return StatementFilter(**given)

    def values(self) -> dict[str, str]:
        """The filters that are set, as parameters of an address."""
        return parameters(self)


class ExportQuery(BaseModel):
    """What is exported, and how."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    face: str | None = Field(default=None, description=FACES, json_schema_extra={"enum": [*CARRIES]})
    format: str | None = Field(
        default=None,
        description=f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}; else the first that goes with the face.",
        json_schema_extra={"enum": [*FORMATS]},
    )
    since: str | None = Field(
        default=None, description="Only what happened (or was published) at or after: 2024, 2024-06, 2024-06-19."
    )
    entity: str | None = Field(default=None, description="Only statements that name it, its id or name.")
    with_text: bool = Field(default=False, description="Whether the whole texts of the articles are part of it.")

    def form(self) -> Form:
        """Face and format; BadParameter where they do not go together."""
        found = form(self.face, self.format)
        if self.with_text and found.face in NO_TEXTS:
            raise BadParameter(f"a {found.face} has no place for the texts of articles; leave with_text out")
        return found

    def selection(self, store: Store) -> Selection:
        """What is wanted of the store; BadParameter for what cannot be meant. Only RDF has superseded articles."""
        wanted = StatementQuery(since=self.since, entity=self.entity, superseded=self.form().is_rdf)
        return Selection(wanted.resolved(store), with_text=self.with_text)

    def values(self) -> dict[str, str]:
        """The same as parameters of an address."""
        return parameters(self)


def parameters(query: BaseModel) -> dict[str, str]:
    """What is set, as parameters of an address."""
    given = query.model_dump(exclude_defaults=True, exclude_none=True)
    return {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in given.items()}
