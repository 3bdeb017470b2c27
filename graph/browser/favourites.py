"""Saved favourites of Neo4j Browser: the pictures and questions in an archive that is dropped onto its page."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.browser.pictures import pictures
from queries.catalogue import Question, questions

FOLDER = "Lagebild"  # of the drawer of favourites
_TOKEN = re.compile(r"'(?:\\.|[^'\\])*'|//[^\n]*|\$(?P<name>\w+)")  # a text or a comment holds no parameter
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same questions make the same archive


def favourites() -> bytes:
    """The archive, one `.cypher` file each; Browser shows the first line of a file as its name."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, text in _files():
            archive.writestr(ZipInfo(f"{FOLDER}/{name}.cypher", _EPOCH), text)
    return made.getvalue()


def _files() -> Iterator[tuple[str, str]]:
    for number, picture in enumerate(pictures(), 1):
        yield f"{number}-picture", f"// {picture['title']}\n{picture['cypher']}\n"
    for question in questions().values():
        if question.computation is None:
            yield question.name, _script(question)


def _script(question: Question) -> str:
    """With the values themselves: Browser shows no rows of a favourite that sets parameters first."""
    given = {parameter.name: parameter.default for parameter in question.parameters}

    def value(found: re.Match[str]) -> str:
        name = found["name"]
        return found[0] if name is None else json.dumps(given[name], ensure_ascii=False)

    return f"// {question.title['de']}\n{_TOKEN.sub(value, question.cypher)}\n"
