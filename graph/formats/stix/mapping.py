"""How the graph becomes STIX: `mapping.yaml`, read once and held to the vocabulary and the Admiralty scheme."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.assessment.admiralty import scheme
from seeds.errors import BadData
from seeds.vocabulary import vocabulary

Opinion = Literal["strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"]
Confidence = Annotated[int, Field(ge=0, le=100)]
_FILE = "mapping.yaml"


class IdentityTerm(BaseModel):
    """What an actor of one type is in STIX."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    class_: Annotated[Literal["individual", "group", "organization"], Field(alias="class")]
    sectors: tuple[str, ...] = ()


class StixMapping(BaseModel):
    """Identities by entity type, opinions by stance, confidence by credibility."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    identity: Mapping[str, IdentityTerm]
    opinion: Mapping[str, Opinion]
    confidence: Mapping[str, Confidence | None]


@cache
def mapping() -> StixMapping:
    """The mapping of this distribution; BadData where it leaves something out or knows too much."""
    try:
        found = StixMapping.model_validate(
            yaml.safe_load(files("graph.formats.stix").joinpath(_FILE).read_text("utf-8"))
        )
    except (yaml.YAMLError, ValidationError) as exc:
        raise BadData(f"{_FILE}: {exc}") from exc
    if unknown := set(found.identity) - set(vocabulary().values("entity_type")):
        raise BadData(f"{_FILE}: identity: unknown entity type {', '.join(sorted(unknown))}")
    if set(found.opinion) != set(vocabulary().values("stance")):
        raise BadData(f"{_FILE}: opinion does not have the stances of vocabulary.yaml")
    if set(found.confidence) != set(scheme().grades["claim"]):
        raise BadData(f"{_FILE}: confidence does not have the grades of admiralty.yaml")
    return found
