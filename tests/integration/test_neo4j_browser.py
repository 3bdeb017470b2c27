"""Neo4j Browser as analysts see it: our guide, style and favourites on a graph of the samples, in a real Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from graph.browser.favourites import FOLDER, favourites
from graph.browser.pictures import pictures
from graph.server.home import STYLE
from graph.store import open_store
from ingest.pipeline import Ingested, ingest
from queries.catalogue import questions
from seeds.samples import samples_folder
from tests.integration.browser_page import PATIENCE, BrowserPage, captions, colours, keep, opened_browser
from tests.integration.neo4j_server import Server
from tests.integration.stores import emptied

pytestmark = pytest.mark.neo4j
ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".cache" / "pictures" / "neo4j-browser.png"
SHOWN = ROOT / "docs" / "neo4j-browser.png"
COUNTRY, PERSON, TROOP_REPORT = "#1d3557", "#457b9d", "#f4a261"


@pytest.fixture(scope="module")
def server(neo4j_server: Server) -> Server:
    """The test server, with the samples in its graph."""
    with open_store(emptied(neo4j_server)) as store:
        assert all(isinstance(result, Ingested) for result in ingest([samples_folder()], store))
    return neo4j_server


@pytest.fixture
def page(server: Server) -> Iterator[BrowserPage]:
    """Browser at the address that `lagebild neo4j up` prints, signed in, with our style."""
    with opened_browser(server.browser) as opened:
        opened.sign_in(server.password)
        opened.type(f":style {server.browser.partition('?')[0]}{STYLE}").get_by_text("node.TroopReport").wait_for()
        yield opened


def test_the_guide_opens_and_its_pictures_show_who_is_who(page: BrowserPage) -> None:
    guide = page.frame(":play")
    expect(guide).to_contain_text(questions()["competing-figures"].title["de"], timeout=PATIENCE)
    troops, figures, network = (page.type(picture["cypher"]) for picture in pictures())
    assert {"Nordkorea", "Russland", "Ukraine"} <= captions(troops) and COUNTRY in colours(troops)
    assert {"rund 12.000 Sol…", "CNN"} <= captions(figures) and TROOP_REPORT in colours(figures)
    assert {"Wladimir Putin", "Nordkorea"} <= captions(network) and {COUNTRY, PERSON} <= colours(network)
    keep(troops, KEPT)
    assert KEPT.read_bytes()[:4] == b"\x89PNG"


def test_a_favourite_answers_a_question(page: BrowserPage) -> None:
    page.drop("fragen.zip", favourites())
    frame = page.favourite(FOLDER, questions()["signatories"].title["de"])
    expect(frame.get_by_role("cell", name="Kim Jong-un").first).to_be_visible(timeout=PATIENCE)


def test_the_readme_shows_such_a_picture() -> None:
    assert f"]({SHOWN.relative_to(ROOT)})" in (ROOT / "README.md").read_text("utf-8")
    assert SHOWN.read_bytes()[:4] == b"\x89PNG" and SHOWN.stat().st_size < 300_000
