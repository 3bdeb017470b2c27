"""Settings: the environment, flags that win, texts that cannot be used, and the page that tells of them."""

from pathlib import Path

import pytest

from api.settings import SETTINGS, Settings, settings_from, settings_table
from graph.rdf.server.place import Place
from graph.store import StoreSettings
from seeds.errors import BadParameter

ROOT = Path(__file__).parents[2]


def test_nothing_given_gives_the_defaults_of_the_list() -> None:
    assert settings_from({}) == Settings(StoreSettings(None, Path("data"), "neo4j", "", "neo4j"), 8000, True)
    assert settings_from({}) == Settings()


def test_every_variable_of_the_list_counts() -> None:
    given = {
        "LAGEBILD_STORE": "bolt://localhost:7687",
        "LAGEBILD_USER": "reader",
        "LAGEBILD_PASSWORD": "geheim",
        "LAGEBILD_DATABASE": "news",
        "LAGEBILD_DATA": "elsewhere",
        "LAGEBILD_PORT": "0",
        "LAGEBILD_BASE": "https://graph.example.org/",
        "LAGEBILD_PROGRESS": "no",
        "LAGEBILD_NEO4J_HOME": "server",
        "LAGEBILD_SPARQL": "https://rdf.example.org/news/sparql",
        "LAGEBILD_SPARQL_UPDATE": "https://rdf.example.org/news/statements",
        "LAGEBILD_SPARQL_GRAPHS": "https://rdf.example.org/news/graphs",
        "LAGEBILD_SPARQL_USER": "writer",
        "LAGEBILD_SPARQL_PASSWORD": "geheimer",
    }
    assert given.keys() == {known.name for known in SETTINGS}
    store = StoreSettings("bolt://localhost:7687", Path("elsewhere"), "reader", "geheim", "news")
    news = "https://rdf.example.org/news"
    sparql = Place(f"{news}/sparql", f"{news}/statements", f"{news}/graphs", "writer", "geheimer")
    assert settings_from(given) == Settings(store, 0, False, Path("server"), "https://graph.example.org/", sparql)


def test_a_flag_wins_and_an_empty_text_is_the_default() -> None:
    settings = settings_from({"LAGEBILD_DATA": "a", "LAGEBILD_PORT": ""}, {"LAGEBILD_DATA": "b", "LAGEBILD_PORT": None})
    assert settings.store.data == Path("b")
    assert settings.port == 8000


@pytest.mark.parametrize(
    ("text", "value"), [("false", False), ("False", False), ("off", False), ("0", False), ("TRUE", True), ("1", True)]
)
def test_the_text_false_is_not_true(text: str, value: bool) -> None:
    assert settings_from({"LAGEBILD_PROGRESS": text}).progress is value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LAGEBILD_PORT", "http"),
        ("LAGEBILD_PORT", "65536"),
        ("LAGEBILD_PORT", "-1"),
        ("LAGEBILD_PROGRESS", "vielleicht"),
        ("LAGEBILD_BASE", "nowhere"),
        ("LAGEBILD_BASE", "https://graph.example.org/a"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(BadParameter, match=f"{name}: '{value}'"):
        settings_from({name: value})


def test_the_page_of_the_documentation_is_current() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert page == settings_table(), "run: lagebild settings --markdown > docs/settings.md"
