"""Where a SPARQL server listens: three addresses, of which one is enough for servers with a known layout."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from seeds.errors import BadParameter

# the last part of the address that answers queries → those for updates and for graphs beside it
LAYOUTS = {"query": ("update", "store"), "sparql": ("update", "data")}  # Oxigraph, Apache Jena Fuseki


@dataclass(frozen=True, slots=True)
class Place:
    """The addresses for queries, updates and graphs, and as whom to speak to them."""

    query: str
    update: str
    graphs: str
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def is_loopback(self) -> bool:
        """Whether it is on this machine."""
        return (urlsplit(self.query).hostname or "") in ("localhost", "127.0.0.1", "::1")


def place_of(query: str, update: str = "", graphs: str = "", *, user: str = "", password: str = "") -> Place | None:
    """The place of these settings, None without an address; BadParameter names the setting that cannot be used."""
    if not query:
        return None
    given = {"LAGEBILD_SPARQL": query, "LAGEBILD_SPARQL_UPDATE": update, "LAGEBILD_SPARQL_GRAPHS": graphs}
    for name, address in given.items():
        if address:
            _check(name, address)
    start, _, end = query.rpartition("/")
    beside = [f"{start}/{other}" for other in LAYOUTS.get(end, ())] or [query, query]
    return Place(query, update or beside[0], graphs or beside[1], user, password)


def _check(name: str, address: str) -> None:
    """The address itself is not told where a password may stand in it."""
    try:
        parts, port = httpx.URL(address), urlsplit(address).port
    except (httpx.InvalidURL, ValueError) as exc:
        raise BadParameter(f"{name}: this is no address; give one such as http://localhost:7878/query") from exc
    del port
    if parts.userinfo:
        raise BadParameter(
            f"{name}: an address with a password in it would be told to others; "
            "give LAGEBILD_SPARQL_USER and LAGEBILD_SPARQL_PASSWORD"
        )
    if parts.scheme not in ("http", "https") or not parts.host or parts.fragment or parts.query:
        raise BadParameter(
            f"{name}: {address!r} is no address of a server; give one such as http://localhost:7878/query"
        )
