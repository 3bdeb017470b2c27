"""HTML pages: the article, what the page says of it, and pages without one."""

import pytest

from ingest.readers.meta import Meta
from ingest.readers.page import declared_encoding, page_draft
from seeds.errors import BadArticle

HEAD = """<meta property="og:title" content="Kenia schickt Polizisten">
<meta property="og:site_name" content="Weserwarte">
<meta property="article:published_time" content="2025-02-07T09:30:00+01:00">
<link rel="canonical" href="https://weserwarte.example/kenia">"""
ARTICLE = """<article><h1>Kenia schickt Polizisten</h1>
<p>Kenia hat 200 weitere Polizisten nach Haiti ge&shy;schickt. Das teilte die Regierung am Freitag mit.</p>
<h2>Weitere folgen</h2><p>Im März sollen <b>bis zu 600</b> folgen, sagte der Minister der Zeitung „Nation“.</p>
<ul><li>Einsatz seit Juni 2024</li></ul><table><tr><td>Ort</td><td>Nairobi</td></tr></table></article>"""


def page(body: str, head: str = HEAD) -> str:
    around = "<nav><a href='/'>Startseite</a> <a href='/politik'>Politik</a></nav>"
    title = "<title>Kenia schickt Polizisten | Weserwarte</title>"
    return (
        f"<!doctype html><html lang='de'><head>{title}{head}</head>"
        f"<body>{around}{body}<footer>Impressum, 1. Mai 2019</footer></body></html>"
    )


def test_article_and_facts() -> None:
    draft = page_draft(page(ARTICLE), "a.html")
    assert draft.meta == Meta(
        title="Kenia schickt Polizisten",
        outlet="Weserwarte",
        published="2025-02-07",
        url="https://weserwarte.example/kenia",
        language="de",
    )
    assert draft.body.split("\n") == [
        "Kenia hat 200 weitere Polizisten nach Haiti geschickt. Das teilte die Regierung am Freitag mit.",
        "Weitere folgen",
        "Im März sollen bis zu 600 folgen, sagte der Minister der Zeitung „Nation“.",
        "Einsatz seit Juni 2024",
    ]


def test_a_date_in_the_text_is_no_date_of_publication() -> None:
    assert page_draft(page(ARTICLE, head=""), "a.html").meta.published is None


def test_short_article() -> None:
    assert page_draft(page("<p>Kenia schickt 200 Polizisten nach Haiti.</p>"), "a.html").body == (
        "Kenia schickt 200 Polizisten nach Haiti."
    )


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<div></div>",
        "<script>var n = 12000;</script>",
        "<img src='karte.png'>",
        "<div><a href='/'>Mehr lesen</a></div>",
    ],
)
def test_pages_without_text(body: str) -> None:
    with pytest.raises(BadArticle, match=r"a\.html: no article text found"):
        page_draft(page(body), "a.html")


def test_declared_encoding() -> None:
    assert declared_encoding(b'<html><head><meta charset="iso-8859-15">') == "iso-8859-15"
    assert (
        declared_encoding(b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>")
        == "windows-1252"
    )
    assert declared_encoding(b"<html><body>charset=utf-8</body>") is None
