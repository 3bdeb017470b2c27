"""Pages of a list: `limit` and `offset` in the address, the total in the answer, neighbours in the `Link` header."""

from urllib.parse import urlencode

from starlette.datastructures import URL

HIGHEST_LIMIT = 1000
LIMIT = 50


def links(url: URL, query: list[tuple[str, str]], *, limit: int, offset: int, total: int) -> str:
    """The `Link` header (RFC 8288) of a page: first, previous, next and last; relative to the service's address."""
    last = max(total - 1, 0) // limit * limit
    places = {"first": 0, "prev": max(offset - limit, 0), "next": offset + limit, "last": last}
    if offset == 0:
        del places["prev"]
    if offset + limit >= total:
        del places["next"]
    others = [(name, value) for name, value in query if name not in {"limit", "offset"}]
    targets = {
        rel: urlencode([*others, ("limit", str(limit)), ("offset", str(place))]) for rel, place in places.items()
    }
    return ", ".join(f'<{url.path}?{target}>; rel="{rel}"' for rel, target in targets.items())
