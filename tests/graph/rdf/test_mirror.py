"""The copy for SPARQL follows the graph: after any change it is what a copy made from nothing would be."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import parse

from graph.backup import back_up, restore
from graph.rdf.faces import FORMATS
from graph.rdf.mirror import Mirror
from seeds.errors import StoreUnavailable
from tests.graph.making import ARLAND, BORLAND, RUN, article, met, sent, source
from tests.graph.origins.happening import ALL, STEPS, Happened, Step
from tests.graph.rdf.copies import fresh, made, quads
from tests.graph.rdf.exported import Given, a_store, exported
from tests.graph.strategies import readings


def test_the_copy_is_what_the_plain_face_says() -> None:
    @settings(max_examples=15)
    @given(st.lists(readings(), min_size=1, max_size=4, unique_by=lambda one: one[0].document))
    def check(given_: Given) -> None:
        with a_store() as store, made(store) as mirror:
            for of, said in given_:
                store.put(of, said, RUN, origin="real")
            found = quads(mirror)
            raw = exported(store, "plain", "nquads")
            assert {str(q.triple) for q in found} == {str(q.triple) for q in parse(raw, FORMATS["nquads"])}
            assert len({q.triple for q in found}) == len(found)  # no triple stands in two graphs

    check()


def test_it_follows_every_change() -> None:
    """Versions of two documents, read anew, in any order, with a question after each."""

    @settings(max_examples=15)
    @given(st.lists(st.integers(0, 1).flatmap(readings), min_size=1, max_size=5))
    def check(puts: Given) -> None:
        with TemporaryDirectory() as folder, a_store() as store, made(store, Path(folder)) as mirror:
            for of, said in puts:
                store.put(of, said, RUN, origin="real")
                assert quads(mirror) == fresh(store)

    check()


def test_it_follows_whatever_happens() -> None:
    """Forgetting and decisions too, with a question after each."""

    @settings(max_examples=20, deadline=None)
    @given(STEPS)
    def check(steps: list[Step]) -> None:
        with TemporaryDirectory() as folder, a_store() as store, made(store, Path(folder)) as mirror:
            happened = Happened(store)
            for step in steps:
                happened.step(*step)
                assert quads(mirror) == fresh(store)

    check()


def test_it_follows_a_restored_backup(tmp_path: Path) -> None:
    with a_store() as store, a_store() as other, made(other) as mirror:
        happened = Happened(store)
        for step in ALL[4]:
            happened.step(*step)
        back_up(store, tmp_path / "saved.zip")
        assert quads(mirror) == set()
        restore(other, tmp_path / "saved.zip")
        assert quads(mirror) == fresh(other)


def test_it_follows_by_article_while_entities_are_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a merge itself, or undoing it, has everything written again that articles have in common."""
    with a_store() as store, made(store, tmp_path) as mirror:
        happened = Happened(store)
        for step in ALL[4]:
            happened.step(*step)
        assert quads(mirror) == fresh(store)
        put_all = Mirror._put_all_things  # pyright: ignore[reportPrivateUsage]
        for what, one, other in (("put", 3, 1), ("forget", 0, 0), ("put", 0, 3), ("forget", 3, 0), ("reject", 1, 0)):
            monkeypatch.setattr(Mirror, "_put_all_things", None)
            happened.step(what, one, other)
            found = quads(mirror)
            monkeypatch.setattr(Mirror, "_put_all_things", put_all)
            assert found == fresh(store)


@pytest.mark.parametrize("steps", ALL, ids=str)
def test_exports_and_the_copy_agree_on_decisions(steps: list[Step]) -> None:
    with a_store() as store, made(store) as mirror:
        happened = Happened(store)
        for step in steps:
            happened.step(*step)
        raw = exported(store, "plain", "nquads")
        assert {str(q.triple) for q in quads(mirror)} == {str(q.triple) for q in parse(raw, FORMATS["nquads"])}


@pytest.mark.parametrize("broken", ["_exchange", "_put_edges", "_put_claims", "_forget_things"])
def test_what_broke_off_is_repaired(broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = article(1), article(2)
    with a_store() as store:
        with made(store, tmp_path) as mirror:
            store.put(first, [sent(first)], RUN, origin="real")
            mirror.in_step()
            store.put(first, [sent(first, source("denies"))], RUN, origin="real")
            store.put(
                second,
                [
                    met(
                        second,
                        ARLAND.model_copy(update={"type": "Person"}),
                        BORLAND.model_copy(update={"type": "Person"}),
                    )
                ],
                RUN,
                origin="real",
            )

            def crash(*_: object, **__: object) -> None:
                raise KeyboardInterrupt

            with monkeypatch.context() as patched:
                patched.setattr(Mirror, broken, crash)
                with pytest.raises(KeyboardInterrupt):
                    mirror.in_step()
        with made(store, tmp_path) as again:
            assert quads(again) == fresh(store)


def test_a_copy_that_is_in_step_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of = article()
    with a_store() as store:
        store.put(of, [sent(of)], RUN, origin="real")
        with made(store, tmp_path) as mirror:
            before = quads(mirror)
        monkeypatch.setattr(Mirror, "_take_over", None)
        with made(store, tmp_path) as mirror:
            assert quads(mirror) == before != set()


def test_another_base_or_other_rules_make_it_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of = article()
    with a_store() as store:
        store.put(of, [sent(of)], RUN, origin="real")
        with made(store, tmp_path) as mirror:
            mirror.in_step()
        with made(store, tmp_path, "urn:example/") as mirror:
            assert all(str(q.graph_name).startswith("<urn:example/") for q in quads(mirror))
        monkeypatch.setattr("graph.rdf.mirror_state.FORM", 99)
        with made(store, tmp_path) as mirror:
            assert quads(mirror) == fresh(store)


def test_only_one_program_has_it(tmp_path: Path) -> None:
    with a_store() as store, made(store, tmp_path), pytest.raises(StoreUnavailable, match="in use"):
        made(store, tmp_path)
