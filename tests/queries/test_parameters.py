"""What somebody typed becomes a value for the store, or an error that names the parameter and what it takes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from queries.catalogue import questions
from queries.parameters import Parameter
from seeds.errors import BadParameter

LABEL = {"de": "x", "en": "x"}


def _parameter(type_: str, *of: str, many: bool = False, optional: bool = False) -> Parameter:
    return Parameter("p", type_, LABEL, of=of, many=many, optional=optional)


@pytest.mark.parametrize(
    ("parameter", "given", "value"),
    [
        (_parameter("integer"), 12000, 12000),
        (_parameter("integer"), "12000", 12000),
        (_parameter("integer"), "12.000", 12000),
        (_parameter("integer"), "1.234.567", 1234567),
        (_parameter("text"), " ä „ß“ 🙂", " ä „ß“ 🙂"),
        (_parameter("text", many=True), "Front, Grenze", ["Front", "Grenze"]),
        (_parameter("text", many=True), ["Front, Grenze"], ["Front, Grenze"]),
        (_parameter("text", many=True, optional=True), "", None),
        (_parameter("integer", optional=True), None, None),
        (_parameter("integer", many=True), 3, [3]),
        (_parameter("date"), "2024-06", "2024-06"),
        (_parameter("country"), "kp", "KP"),
        (_parameter("predicate", "troop_report", many=True), "SENT,PRESENT", ["SENT", "PRESENT"]),
        (_parameter("unit"), "soldiers", "soldiers"),
        (_parameter("entity", "Country"), "nordkorea", "nordkorea"),
    ],
)
def test_values(parameter: Parameter, given: JsonValue, value: JsonValue) -> None:
    assert parameter.read(given) == value


@pytest.mark.parametrize(
    ("parameter", "given", "says"),
    [
        (_parameter("integer"), "zwölf", "a whole number"),
        (_parameter("integer"), "12.00", "a whole number"),
        (_parameter("integer"), -1, "a whole number"),
        (_parameter("integer"), 1.5, "a whole number"),
        (_parameter("integer"), True, "a whole number"),
        (_parameter("integer"), "9" * 13, "a whole number"),
        (_parameter("integer"), "", "may not be empty"),
        (_parameter("text", many=True), [], "may not be empty"),
        (_parameter("text", many=True), "a,,b", "a list, each a text"),
        (_parameter("text"), "x" * 201, "at most 200 characters"),
        (_parameter("text"), {"a": 1}, "a text"),
        (_parameter("date"), "2024-13", "an ISO date"),
        (_parameter("date"), "--06", "an ISO date"),
        (_parameter("country"), "XX", "the ISO code of a country"),
        (_parameter("unit"), "tanks", "one of soldiers, officers"),
        (_parameter("predicate", "troop_report"), "SIGNED", "one of SENT, PLANNED"),
        (_parameter("modality", optional=True), "sure", "(or nothing)"),
    ],
)
def test_bad_values_are_refused(parameter: Parameter, given: JsonValue, says: str) -> None:
    with pytest.raises(BadParameter) as error:
        parameter.read(given)
    assert "'p'" in str(error.value)
    assert says in str(error.value)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=5))
def test_nothing_else_comes_through(value: JsonValue) -> None:
    for type_ in ("integer", "date", "unit", "country", "text", "entity"):
        for many in (False, True):
            try:
                read = _parameter(type_, many=many).read(value)
            except BadParameter:
                continue
            one = read if isinstance(read, list) else [read]
            assert isinstance(read, list) == many
            assert all(isinstance(item, int if type_ == "integer" else str) for item in one)


def test_binding_names_the_question_and_the_parameter() -> None:
    question = questions()["figures-in-place"]
    assert question.bind({"place": "ukraine"})["place"] == "ukraine"
    assert question.bind({})["predicates"] == ["SENT", "PRESENT"]
    with pytest.raises(BadParameter, match=r"figures-in-place: unknown parameter 'plcae'; it takes force, place"):
        question.bind({"plcae": "ukraine"})
    with pytest.raises(BadParameter, match=r"figures-in-place: parameter 'predicates' takes a list, each one of SENT"):
        question.bind({"predicates": "SIGNED"})


def test_a_required_parameter_may_not_be_missing() -> None:
    required = Parameter("one", "entity", LABEL, of=("Person",), required=True)
    question = replace(questions()["connection"], parameters=(required,))
    with pytest.raises(BadParameter, match="connection: parameter 'one' is missing; it takes the id or name of an"):
        question.bind({})
