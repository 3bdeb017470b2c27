"""Articles and statements of every kind that the contract allows, for property tests."""

from hypothesis import strategies as st

from graph.statement import (
    Article,
    Count,
    Entity,
    Evidence,
    Source,
    Statement,
    Time,
    Whole,
    make_article,
    make_statement,
)
from seeds.vocabulary import vocabulary

WORDS = (
    "Äpfel",
    "ß",
    "„so“",
    "🙂",
    "O'Neill",
    "`x`",
    "\\",
    "{$a}",
    "e\u0301te\u0301",
    "-",
    "//",
    "\u2028",
    "12.000",
    "\t",
)
texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=5), min_size=1).map(lambda words: " ".join(words) + ".")
dates = st.none() | st.sampled_from(["2024", "2024-06", "2024-06-19", "--06", "2025-01-31"])
numbers = st.none() | st.integers(0, 2**53)


def _entity(type_: str, number: int) -> Entity:
    """One of three of each type: the same id always has the same name."""
    wikidata = f"Q{number + 1}" if number else None
    return Entity(id=f"test {type_}-{number}", name=f"{WORDS[number]} {type_} {number}", type=type_, wikidata=wikidata)


def entities(types: frozenset[str]) -> st.SearchStrategy[Entity]:
    """Entities of some types."""
    return st.builds(_entity, st.sampled_from(sorted(types)), st.integers(0, 2))


anybody = entities(frozenset({"Person", "Country", "Organization"}))
sources = st.builds(
    Source,
    entity=anybody,
    role=st.sampled_from(["origin", "outlet"]),
    stance=st.sampled_from(vocabulary().values("stance")),
    step=st.integers(1, 3),
)
units = st.sampled_from(vocabulary().values("unit"))


@st.composite
def bounds(draw: st.DrawFn) -> dict[str, int | None]:
    """Least and most, the least first."""
    low, high = draw(numbers), draw(numbers)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return {"min": low, "max": high}


@st.composite
def wholes(draw: st.DrawFn) -> Whole:
    """The whole that a count is a part of."""
    return Whole.model_validate({**draw(bounds()), "unit": draw(units)})


@st.composite
def counts(draw: st.DrawFn) -> Count:
    """A count of any kind."""
    modifier = draw(st.sampled_from(vocabulary().values("modifier")))
    words = {"modifier": modifier, "unit": draw(units), "text": draw(texts), "of": draw(st.none() | wholes())}
    return Count.model_validate({**draw(bounds()), **words})


times = st.builds(Time, start=dates, end=dates, text=texts)


@st.composite
def articles(draw: st.DrawFn, number: int | None = None) -> Article:
    """An article; of a numbered document there are but two versions, so that one of them often comes again."""
    numbered = number is not None
    return make_article(
        draw(st.sampled_from(["Erste Fassung „ä“.", "Zweite Fassung 🙂."]) if numbered else texts),
        title=None if numbered else draw(st.none() | texts),
        outlet=draw(st.none() | texts),
        published=draw(dates),
        retrieved=draw(st.none() | st.just("2025-01-31T12:00:00+00:00")),
        language=draw(st.sampled_from([None, "de"])),
        url=f"test:{number}" if numbered else None,
    )


@st.composite
def statements(draw: st.DrawFn, article: Article) -> Statement:
    """A statement that quotes some part of the article."""
    term = vocabulary().predicates[draw(st.sampled_from(vocabulary().values("predicate")))]
    start = draw(st.integers(0, len(article.text) - 1))
    end = draw(st.integers(start + 1, len(article.text)))
    troops = term.kind == "troop_report"
    objects = entities(term.object)
    end_of = draw(st.none() | objects) if troops else draw(objects)
    if end_of is not None and term.name == "HOLDS_OFFICE":
        end_of = end_of.model_copy(update={"role": draw(st.none() | texts)})
    return make_statement(
        article=article.id,
        kind=term.kind,
        predicate=term.name,
        subject=draw(entities(term.subject)),
        object=end_of,
        count=draw(st.none() | counts()) if troops else None,
        items=tuple(draw(st.lists(entities(frozenset({"Weapon"})), max_size=3))) if term.items else (),
        polarity=draw(st.sampled_from(["affirmed", "affirmed", "negated"])),
        modality=draw(st.sampled_from(["asserted", "reported", "reported", "planned", "possible", "suspected"])),
        sources=tuple(draw(st.lists(sources, max_size=3))),
        place=draw(st.none() | entities(frozenset({"Place", "Country"}))),
        time=draw(st.none() | times),
        evidence=Evidence(start=start, end=end, text=article.text[start:end]),
        confidence=draw(st.floats(0, 1)),
    )


@st.composite
def readings(draw: st.DrawFn, number: int | None = None) -> tuple[Article, list[Statement]]:
    """An article and what was read from it."""
    article = draw(articles(number))
    said = draw(st.lists(statements(article), max_size=6))
    return article, list({statement.id: statement for statement in said}.values())
