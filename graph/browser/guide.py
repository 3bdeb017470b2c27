"""The guide of Neo4j Browser (`:play`): pictures first, then every question of the catalogue, each ready to run."""

import json
from collections.abc import Iterator
from html import escape

from graph.browser.pictures import pictures
from queries.catalogue import Question, questions


def guide() -> str:
    """The page, without anything loaded from elsewhere."""
    slides = "\n".join((_first(), *_pictures(), *map(_question, questions().values())))
    return f'<article class="guide">\n<carousel class="deck container-fluid">\n{slides}\n</carousel>\n</article>\n'


def _first() -> str:
    names = "".join(f"<li>{escape(one.title['de'])}</li>" for one in questions().values())
    return _slide(
        "Lagebild",
        "Wer sagt was über wen? Entitäten haben ihre Art als Label; Quellen zeigen auf Aussagen mit dem, was sie tun "
        "(REPORTS, CONFIRMS, DENIES …); Aussagen stehen in Artikeln. Zuerst drei Bilder, dann die Fragen "
        "(als Favoriten: `lagebild neo4j favourites > fragen.zip`, und das Archiv auf diese Seite ziehen):",
        f"<ul>{names}</ul>",
    )


def _pictures() -> Iterator[str]:
    for picture in pictures():
        yield _slide(picture["title"], picture["text"], _runnable(picture["cypher"]))


def _question(question: Question) -> str:
    given = {parameter.name: parameter.default for parameter in question.parameters}
    set_ = _runnable(f":params {json.dumps(given, ensure_ascii=False)}") if given else ""
    told = question.description["de"]
    if question.computation is not None:
        told = f"{told} Hier steht, woraus das gerechnet wird; die Antwort selbst gibt `lagebild ask {question.name}`."
    return _slide(question.title["de"], told, set_ + _runnable(question.cypher))


def _slide(title: str, text: str, below: str) -> str:
    return (
        f'<slide class="row-fluid"><div class="col-sm-3"><h3>{escape(title)}</h3></div>'
        f'<div class="col-sm-9"><p>{escape(text)}</p>{below}</div></slide>'
    )


def _runnable(text: str) -> str:
    return f'<figure><pre class="pre-scrollable code runnable">{escape(text, quote=False)}</pre></figure>'
