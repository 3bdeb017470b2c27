"""The favourites are an archive of scripts, each with its values in it, that any store runs."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from graph.ask import ask
from graph.browser.favourites import FOLDER, favourites
from graph.browser.pictures import pictures
from graph.store import Store
from queries.catalogue import questions
from tests.graph.making import RUN, article, sent, source

ASKED = [question for question in questions().values() if question.computation is None]


def scripts() -> dict[str, str]:
    with ZipFile(BytesIO(favourites())) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_pictures_and_questions_are_there_under_their_names() -> None:
    names = {text.splitlines()[0].removeprefix("// ") for text in scripts().values()}
    assert names == {picture["title"] for picture in pictures()} | {question.title["de"] for question in ASKED}


def test_the_same_questions_make_the_same_archive() -> None:
    assert favourites() == favourites()


@pytest.fixture
def filled(store: Store) -> Store:
    given = article()
    store.put(given, [sent(given, source()), sent(given, source(stance="denies"))], RUN, origin="real")
    return store


def test_a_favourite_gives_the_rows_of_its_question(filled: Store) -> None:
    for question in ASKED:
        script = scripts()[f"{FOLDER}/{question.name}.cypher"]
        assert "$" not in script
        assert filled.read(script, limit=None, seconds=20) == ask(filled, question.name, {}).rows, question.name
