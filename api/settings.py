"""Settings: one typed value, made at the edge from the environment and from flags; flags win."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.rdf.server.place import Place, place_of
from graph.rdf.terms import BASE, Names
from graph.store import StoreSettings
from seeds.errors import BadParameter

HIGHEST_PORT = 65535
_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: the variable that gives it, the flag that wins over it, its default and what it is for."""

    name: str
    flag: str
    default: str
    help: str


SETTINGS = (
    Setting(
        "LAGEBILD_STORE",
        "--store",
        "",
        "Address of a Neo4j server (`bolt://localhost:7687`, `neo4j+s://…`). Empty: the embedded store, which needs "
        "no server.",
    ),
    Setting("LAGEBILD_USER", "", "neo4j", "User name on the Neo4j server."),
    Setting("LAGEBILD_PASSWORD", "", "", "Password on the Neo4j server."),
    Setting(
        "LAGEBILD_DATABASE", "--database", "neo4j", "Database on the Neo4j server: an empty one, or Lagebild's own."
    ),
    Setting(
        "LAGEBILD_DATA",
        "--data",
        "data",
        "Directory of the embedded store and of the copy that SPARQL asks. One program at a time opens them.",
    ),
    Setting("LAGEBILD_PORT", "--port", "8000", "Port of the service, on the loopback address only. 0: any free one."),
    Setting(
        "LAGEBILD_NEO4J_HOME",
        "--home",
        "neo4j-data",
        "Folder of the server that `lagebild neo4j up` starts: its data, settings and password.",
    ),
    Setting(
        "LAGEBILD_BASE",
        "",
        BASE,
        "Base address of everything in RDF: the vocabulary and the things of the graph. Choose one of your own before "
        "others refer to it.",
    ),
    Setting(
        "LAGEBILD_SPARQL",
        "",
        "",
        "Address for queries of a SPARQL 1.1 server (`http://localhost:7878/query` of Oxigraph, "
        "`http://localhost:3030/NAME/sparql` of Fuseki) that holds the copy in triples, in an empty data set or our "
        "own. Empty: the copy lies in the data directory.",
    ),
    Setting(
        "LAGEBILD_SPARQL_UPDATE",
        "",
        "",
        "Address for updates of that server. Empty: beside `/query` or `/sparql` it is `/update`, else the same.",
    ),
    Setting(
        "LAGEBILD_SPARQL_GRAPHS",
        "",
        "",
        "Address for whole graphs (Graph Store Protocol) of that server. Empty: beside `/query` it is `/store`, beside "
        "`/sparql` it is `/data`, else the same.",
    ),
    Setting("LAGEBILD_SPARQL_USER", "", "", "User name on that server."),
    Setting("LAGEBILD_SPARQL_PASSWORD", "", "", "Password on that server."),
    Setting("LAGEBILD_PROGRESS", "", "true", "Whether long work shows a progress bar on a terminal (`true`, `false`)."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the surfaces need to know; made by `settings_from` and handed on."""

    store: StoreSettings = field(default_factory=StoreSettings)
    port: int = 8000
    progress: bool = True
    neo4j_home: Path = Path("neo4j-data")
    base: str = BASE
    sparql: Place | None = None
    """The server that holds the copy in triples."""


def settings_from(environment: Mapping[str, str], flags: Mapping[str, str | None] | None = None) -> Settings:
    """Settings from variables and from flags by variable name (None: not given).

    An empty text stands for the default. BadParameter names the variable that cannot be used.
    """
    given = {name: value for name, value in (flags or {}).items() if value is not None}
    values = {known.name: given.get(known.name) or environment.get(known.name) or known.default for known in SETTINGS}
    return Settings(
        store=StoreSettings(
            address=values["LAGEBILD_STORE"] or None,
            data=Path(values["LAGEBILD_DATA"]),
            user=values["LAGEBILD_USER"],
            password=values["LAGEBILD_PASSWORD"],
            database=values["LAGEBILD_DATABASE"],
        ),
        port=_port(values, "LAGEBILD_PORT"),
        progress=_flag(values, "LAGEBILD_PROGRESS"),
        neo4j_home=Path(values["LAGEBILD_NEO4J_HOME"]),
        base=Names(values["LAGEBILD_BASE"]).base,
        sparql=place_of(
            values["LAGEBILD_SPARQL"],
            values["LAGEBILD_SPARQL_UPDATE"],
            values["LAGEBILD_SPARQL_GRAPHS"],
            user=values["LAGEBILD_SPARQL_USER"],
            password=values["LAGEBILD_SPARQL_PASSWORD"],
        ),
    )


def settings_table() -> str:
    """The list as the page of the documentation (Markdown)."""
    rows = [f"| `{known.name}` | {_code(known.flag)} | {_code(known.default)} | {known.help} |" for known in SETTINGS]
    return "\n".join((*_HEAD, *rows, ""))


_HEAD = (
    "# Settings",
    "",
    "Read from the environment when a command starts; the flag of a command wins over the variable.",
    "Generated from `api/settings.py` by `lagebild settings --markdown`.",
    "",
    "| variable | flag | default | what it is for |",
    "|---|---|---|---|",
)


def _code(text: str) -> str:
    return f"`{text}`" if text else "–"


def _port(values: Mapping[str, str], name: str) -> int:
    value = values[name]
    if not (value.isascii() and value.isdigit() and int(value) <= HIGHEST_PORT):
        raise BadParameter(f"{name}: {value!r} is no port; give a number from 0 to {HIGHEST_PORT}")
    return int(value)


def _flag(values: Mapping[str, str], name: str) -> bool:
    """True or false; the text "false" is not true."""
    value = values[name].lower()
    if value not in (*_TRUE, *_FALSE):
        raise BadParameter(f"{name}: {values[name]!r} is neither true nor false")
    return value in _TRUE
