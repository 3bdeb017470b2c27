"""Settling only what new articles can change comes to what looking at all texts at once does, in any batches."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.origins.agencies import marks
from graph.origins.likeness import ARTICLE, PASSAGE, Measure
from graph.origins.vouching import claim_key, outlet_key, vouchers
from graph.saved import Saved
from graph.statement import Article, Evidence, Statement, make_article
from graph.store import Store, StoreSettings, open_store
from tests.graph.making import ABOUT_900, DIENST, MELDER, RUN, sent, source
from tests.graph.origins.texts import REPORT, SAID_OTHERWISE, long_text
from tests.graph.whole import ask, everything, unloaded

AT = "2025-02-01T00:00:00+00:00"
WORDS = [sentence.split() for sentence in (long_text(1, 44), long_text(2, 44))]
REPORTS = (
    REPORT,
    REPORT.replace("Arland", "Am Montag hat Arland").replace("hat in", "in"),
    f"{REPORT[:-1]}, wie am Abend in der Hauptstadt zu hören war.",
    SAID_OTHERWISE,
)
SOURCES = ((), (), (source(),), (source(entity=MELDER),), (source("denies", DIENST),))
Plan = tuple[int, int, int, int, int, int, bool]
PLANS = st.lists(
    st.tuples(
        *(st.integers(0, most) for most in (1, 3, 3, len(REPORTS) - 1, len(REPORTS) - 1, len(SOURCES) - 1)),
        st.booleans(),
    ),
    min_size=1,
    max_size=9,
)


def reading(number: int, plan: Plan) -> Saved:
    """An article with two reports, near-copy of others or not; `cut` words are missing, so that chains come about."""
    base, cut, outlet, one, other, named, marked = plan
    text = " ".join([*WORDS[base][cut * 10 :], *WORDS[1 - base][: cut * 10], REPORTS[one], REPORTS[other]])
    text += " (dpa)" if marked else ""
    of = make_article(text, outlet=f"Blatt {outlet}" if outlet else None, input_id=str(number), published=None)
    of = of.model_copy(update={"published": f"2025-01-{10 + (number * 7) % 9}"})
    said = (report(of, REPORTS[one], named), report(of, REPORTS[other], (named + 1) % len(SOURCES)))
    return Saved(article=of, statements=said, run=RUN, origin="real", since=AT)


def report(of: Article, words: str, named: int) -> Statement:
    """What a sentence of an article says."""
    start = of.text.index(words)
    evidence = Evidence(start=start, end=start + len(words), text=words)
    return sent(of, *SOURCES[named], evidence=evidence, count=ABOUT_900 if named % 2 else None)


def groups(measure: Measure, texts: dict[str, str]) -> dict[str, frozenset[str]]:
    """Every text compared with every other one; a copy of a copy is one."""
    found = {id_: frozenset({id_}) for id_ in texts}
    keys = {id_: {item for item in measure.keys(text).items() if item[1] is not None} for id_, text in texts.items()}
    for one, other in combinations(texts, 2):
        if keys[one] & keys[other] and measure.copies(measure.shingles(texts[one]), measure.shingles(texts[other])):
            together = found[one] | found[other]
            found |= dict.fromkeys(together, together)
    return found


def expected(given_: Sequence[Saved]) -> dict[str, tuple[str, list[str]]]:
    """Group and origins of every statement, by the definition alone."""
    articles = {one.article.id: one.article for one in given_}
    said = {each.id: each for one in given_ for each in one.statements}
    texts = groups(ARTICLE, {id_: article.text for id_, article in articles.items()})
    passages = groups(PASSAGE, {id_: each.evidence.text for id_, each in said.items()})

    def of(each: Statement) -> Iterable[str]:
        if own := vouchers(each):
            return own
        if each.sources:
            return []
        copies = passages[each.id] | {id_ for id_, other in said.items() if other.article in texts[each.article]}
        named = {key for id_ in copies if claim_key(said[id_]) == claim_key(each) for key in vouchers(said[id_])}
        everywhere = {id_ for passage in passages[each.id] for id_ in texts[said[passage].article]}
        return named or [min(rank(articles[id_]) for id_ in everywhere)[2]]

    return {id_: (min(passages[id_]), sorted(of(each))) for id_, each in said.items()}


def rank(article: Article) -> tuple[int, str, str]:
    """Whom a text comes from as far as it says."""
    day = str(article.published)
    if agency := marks().find(article.text):
        return 0, day, agency
    return (1, day, outlet_key(article.outlet)) if article.outlet else (2, day, f"document:{article.document}")


def settled(store: Store) -> dict[str, tuple[str, list[str]]]:
    """The same as the store has it."""
    rows = ask(store, "MATCH (s:Statement) RETURN s.id AS id, s.copies AS copies, s.origins AS origins")
    return {str(row["id"]): (str(row["copies"]), sorted(map(str, list_of(row["origins"])))) for row in rows}


def list_of(value: object) -> list[object]:
    assert isinstance(value, list)
    return [*value]


@settings(max_examples=40, deadline=None)
@given(PLANS, st.integers(1, 4))
def test_step_by_step_is_the_same_as_all_at_once(plans: list[Plan], size: int) -> None:
    given_ = [reading(number, plan) for number, plan in enumerate(plans)]
    with TemporaryDirectory() as folder, open_store(StoreSettings(data=Path(folder) / "one")) as store:
        for one in given_:
            store.put(one.article, one.statements, one.run, origin=one.origin, at=one.since)
        assert settled(store) == expected(given_)
        with open_store(StoreSettings(data=Path(folder) / "batches")) as other:
            backwards = given_[::-1]
            for at in range(0, len(backwards), size):
                other.put_all(backwards[at : at + size])
            assert unloaded(everything(other)) == unloaded(everything(store))


def test_the_stores_agree(store: Store) -> None:
    plans: list[Plan] = [
        (number % 2, number % 4, number % 3, number % 4, (number + 1) % 4, number % 5, number == 7)
        for number in range(12)
    ]
    given_ = [reading(number, plan) for number, plan in enumerate(plans)]
    store.put_all(given_[:5])
    for one in given_[5:]:
        store.put(one.article, one.statements, one.run, origin=one.origin, at=one.since)
    assert settled(store) == expected(given_)
    assert len({group for group, _ in settled(store).values()}) < len(settled(store))
