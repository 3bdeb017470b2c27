"""Heads of questions are read strictly: what is wrong is named with its file and line; and what every file promises."""

import re

import pytest

from queries.catalogue import Question, parse_question, questions, returned_columns
from queries.columns import column_labels, unit_labels
from seeds.errors import BadData
from seeds.reference import reference

GOOD = """\
// title: {de: Wer, en: Who}
// description:
//   de: Wer es
//     sagt.
//   en: Who says so.
// parameters:
//   force: {type: entity, of: [Country], default: nordkorea, de: Wer, en: Who}
//   least: {type: integer, optional: true, de: Ab, en: From}
// columns:
//   force: entity
//   min: integer in unit
//   unit: unit
//   statements: list of statement
// picture: table
MATCH (s:Statement)-[:SUBJECT]->(f:Entity {id: $force})
WHERE s.current AND ($least IS NULL OR s.min >= $least) // $no parameter
RETURN f.name AS force, s.min AS min, s.unit AS unit, collect([s.id, '$a, b AS c']) AS statements
"""
WRITES = re.compile(r"\b(?:CREATE|MERGE|SET|DELETE|REMOVE|DROP|FOREACH|LOAD|CALL)\b", re.IGNORECASE)


def test_a_good_head_is_read() -> None:
    question = parse_question(GOOD, "who.cypher")
    assert (question.name, question.title, question.picture) == ("who", {"de": "Wer", "en": "Who"}, "table")
    assert question.description["de"] == "Wer es sagt."
    force, least = question.parameters
    assert (force.type, force.of, force.default, force.many, force.required) == (
        *("entity", ("Country",), "nordkorea"),
        *(False, False),
    )
    assert (least.optional, least.default, least.required) == (True, None, False)
    assert [(c.name, c.type, c.many, c.unit, c.unit_column) for c in question.columns] == [
        ("force", "entity", False, None, None),
        ("min", "integer", False, None, "unit"),
        ("unit", "unit", False, None, None),
        ("statements", "statement", True, None, None),
    ]
    assert question.cypher.startswith("MATCH (s:Statement)")


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("en: Who}", "fr: Qui}", 1, "unknown key `fr`"),
        ("{de: Wer, en: Who}", "{de: Wer}", 1, "`en` is missing"),
        ("{de: Wer, en: Who}", "Wer", 1, "expected `key: value`"),
        ("{de: Wer, en: Who}", "{de: Wer, en: 3}", 1, "expected a text"),
        ("// picture: table\n", "", 1, "`picture` is missing"),
        ("// picture: table", "// picture: pie", 14, "`pie` is no picture"),
        ("// picture: table", "// picture: graph", 10, "needs the columns subject"),
        ("// picture: table", "// picture: table\n// colour: red", 1, "unknown key `colour`"),
        ("// picture: table", "// picture: table\n// picture: graph", 15, "`picture` stands twice"),
        ("type: entity", "type: person", 7, "`person` is no type of a parameter"),
        ("of: [Country]", "of: [State]", 7, "`State` is nothing that `of` can name"),
        ("of: [Country]", "of: Country", 7, "expected a list"),
        ("type: integer", "type: integer, of: [Country]", 8, "`Country` is nothing that `of` can name"),
        ("optional: true", "optional: perhaps", 8, "expected true or false"),
        ("optional: true", "default: many", 8, "takes a whole number"),
        ("optional: true", "default: [1]", 8, "takes a whole number"),
        ("default: nordkorea", "default: null", 7, "may not be empty"),
        ("default: nordkorea", "default: 1.5", 7, "expected a text, a whole number"),
        (", de: Ab, en: From", ", de: Ab", 8, "`en` is missing"),
        ("//   force: entity", "//   force: actor", 10, "`actor` is no type"),
        ("//   force: entity", "//   actor: entity", 10, "column `actor` has no label"),
        ("//   force: entity", "//   force: entity in unit", 10, "only an integer has a unit"),
        ("integer in unit", "integer in pieces", 11, "`pieces` is neither a column of type unit nor one of the units"),
        ("AS force", "AS who", 10, "returns the columns ['who', 'min'"),
        ("f.name AS force", "f.name", 10, "returns the columns ['', 'min'"),
        ("s.min >= $least", "s.min >= $most", 1, "uses the parameters ['force', 'least', 'most']"),
        ("($least IS NULL OR s.min >= $least)", "true", 1, "the head says ['force', 'least']"),
        ("($least IS NULL OR s.min >= $least)", "$least IS NULL OR s.min >= $least", 1, "needs brackets of its own"),
        ("// title", "title", 1, "the head is missing"),
        ("de: Wer,", "de: Wer: ja,", 1, "expected"),
        ("{de: Wer", "{de: [Wer", 1, "expected"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(old: str, new: str, line: int, says: str) -> None:
    assert old in GOOD
    with pytest.raises(BadData) as error:
        parse_question(GOOD.replace(old, new), "who.cypher")
    assert str(error.value).startswith(f"who.cypher, line {line}: ")
    assert says in str(error.value)


def test_a_head_without_cypher_and_a_bad_name_are_refused() -> None:
    head = "\n".join(line for line in GOOD.splitlines() if line.startswith("//"))
    with pytest.raises(BadData, match="no Cypher below the head"):
        parse_question(head, "who.cypher")
    with pytest.raises(BadData, match="small letters, digits and hyphens"):
        parse_question(GOOD, "Who_is_it.cypher")


@pytest.mark.parametrize(
    ("cypher", "names"),
    [
        ("MATCH (n) RETURN n.a AS a, n.b AS `b`, plain", ["a", "b", "plain"]),
        ("MATCH (n) RETURN DISTINCT n.a AS a ORDER BY a, n.b AS x", ["a"]),
        (
            "CALL { MATCH (m) RETURN m AS inner } RETURN {x: [1, 2], y: f(1, 2)} AS map, 'a AS b, c' AS text",
            ["map", "text"],
        ),
        ("MATCH (n) WHERE n.a = 1", []),
    ],
)
def test_columns_are_read_from_the_last_return(cypher: str, names: list[str]) -> None:
    assert returned_columns(cypher) == names


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
def test_every_file_keeps_its_promises(question: Question) -> None:
    assert not WRITES.search(question.cypher)
    assert "ORDER BY" in question.cypher
    assert "s.current" in question.cypher or question.name in ("network", "disputed")  # plain edges: current alone
    for text in (question.title, question.description):
        assert text["de"] != text["en"]
    for parameter in question.parameters:
        defaults = parameter.default if isinstance(parameter.default, list) else [parameter.default]
        if parameter.type == "entity":
            assert parameter.of, "an entity says which types it may have"
            assert all(d is None or reference().entities[str(d)].type in parameter.of for d in defaults)


def test_there_are_questions_for_all_of_the_gold_and_more() -> None:
    assert len(questions()) >= 25
    assert list(questions()) == sorted(questions())
    assert len({question.title["de"] for question in questions().values()}) == len(questions())


def test_every_label_is_used() -> None:
    columns = [column for question in questions().values() for column in question.columns]
    assert {column.name for column in columns} == set(column_labels())
    assert {column.unit for column in columns if column.unit} == set(unit_labels())
