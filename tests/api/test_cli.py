"""The command line: what each command prints, and the exit codes that tell bad input from "could not run"."""

import csv
import inspect
import io
import json
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from api.commands.statements import NAMES, statements
from api.filters import StatementQuery
from graph.embedded import FILE
from graph.jsonl import from_line
from graph.statement import Article, Statement
from tests.api.command import Command
from tests.api.making import FIRST, SECOND, numbers_of_soldiers

Json = Any


@pytest.fixture
def filled(lagebild: Command, articles: Path) -> Command:
    """The command, with two articles in ./data."""
    result = lagebild("ingest", articles)
    assert (result.code, result.out) == (0, "2 articles, 2 new statements\n"), result
    return lagebild


def test_extract_prints_statements_and_stores_nothing(lagebild: Command, articles: Path) -> None:
    result = lagebild("extract", articles, "--articles", "list.jsonl")
    assert result.code == 0 and result.err == ""
    found = [from_line(line, Statement, "stdout", 1) for line in result.out.splitlines()]
    assert [statement.count.min for statement in found if statement.count] == [400, 700]
    listed = [json.loads(line) for line in Path("list.jsonl").read_text("utf-8").splitlines()]
    assert [line["path"] for line in listed] == [str(articles / "a.md"), str(articles / "b.md")]
    assert [line["id"] for line in listed] == [statement.article for statement in found]
    assert all(line.keys() == {"id", "document", "path"} for line in listed)
    assert not Path("data").exists()


def test_options_describe_an_article(lagebild: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    given = ("--title", "Überschrift", "--outlet", "Blatt", "--published", "2024-06-25", "--url", "https://example.org")
    assert lagebild("ingest", tmp_path / "a.txt", *given).code == 0
    article = json.loads(lagebild("statements", "--json").out)["items"][0]["article"]
    assert [article[name] for name in ("title", "outlet", "published", "url")] == list(given[1::2])
    bare = lagebild("extract", tmp_path / "a.txt", "--title", "Überschrift", "--no-title").out
    assert json.loads(bare)["evidence"]["start"] == 0


def test_standard_input(lagebild: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FIRST.encode()), encoding="utf-8"))
    result = lagebild("extract", "-")
    assert result.code == 0 and json.loads(result.out)["count"]["min"] == 400


def test_ingesting_twice_changes_nothing(filled: Command, articles: Path) -> None:
    assert filled("ingest", articles).out == "2 articles, 0 new statements, 2 known already\n"


def test_bad_inputs_are_told_and_the_others_read(lagebild: Command, articles: Path) -> None:
    (articles / "c.txt").write_bytes(b"\0\1")
    result = lagebild("ingest", articles, "missing.txt", "--json")
    assert result.code == 2
    tally = json.loads(result.out)
    assert (tally["articles"], tally["new_statements"]) == (2, 2)
    assert [rejected["path"] for rejected in tally["rejected"]] == [str(articles / "c.txt"), "missing.txt"]
    assert "c.txt is a binary file" in result.err and "missing.txt: No such file" in result.err


def test_what_is_stored_when_it_is_stopped_is_said(
    lagebild: Command, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(given: Iterable[Article]) -> Iterator[tuple[Article, list[Statement]]]:
        yield next(numbers_of_soldiers(given))
        raise KeyboardInterrupt

    monkeypatch.setattr("ingest.pipeline._extractor", lambda: stopped)
    result = lagebild("ingest", articles)
    assert result.code == 130 and "1 articles are in the graph" in result.err, result
    assert json.loads(lagebild("statements", "--json").out)["total"] == 1


def test_an_article_in_another_language_is_said_and_skipped(lagebild: Command, articles: Path) -> None:
    english = "The government sent its soldiers abroad last week, and the parliament will discuss this on Monday. " * 4
    (articles / "c.txt").write_text(english, encoding="utf-8")
    result = lagebild("ingest", articles)
    assert (result.code, result.out) == (0, "2 articles, 2 new statements, 1 inputs not used\n")
    assert "not in German" in result.err
    assert lagebild("extract", articles / "c.txt").code == 2


def test_an_answer_has_its_evidence_below(filled: Command) -> None:
    result = filled("ask", "competing-figures", "--param", "force=Kenia")
    lines = result.out.splitlines()
    assert result.code == 0 and lines[0] == "Welche Zahlen über diese Streitkraft stehen gegeneinander?"
    assert "700 Soldaten" in lines[3] and "Morgenblatt, 2024-06-26 [Beispiel]" in lines[3]
    below = lines[lines.index("Belege") + 1 :]
    assert below[0].strip() == f"1 {SECOND.removesuffix('.')}"
    assert below[1].strip() == f"2 {FIRST.partition('.')[0]}"


def test_english_headings(filled: Command) -> None:
    out = filled("ask", "competing-figures", "-p", "force=kenia", "--language", "en").out
    assert out.startswith("Which figures") and "Evidence" in out and "[sample]" in out


def test_an_answer_as_csv(filled: Command) -> None:
    out = filled("ask", "competing-figures", "-p", "force=kenia", "-p", "units=soldiers", "--csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["min"], row["sample"], row["origin"]) for row in rows] == [
        ("700", "true", "Sprecher"),
        ("400", "false", "Sprecher"),
    ]


def test_statements_as_csv(filled: Command) -> None:
    rows = list(csv.DictReader(io.StringIO(filled("statements", "--csv", "--unit", "soldiers").out)))
    assert tuple(rows[0]) == NAMES
    assert [(row["min"], row["sample"], row["origins"]) for row in rows] == [
        ("700", "true", "Sprecher (confirms)"),
        ("400", "false", "Sprecher (confirms)"),
    ]


def test_statements_as_a_table(filled: Command) -> None:
    out = filled("statements", "--q", "gelandet").out
    assert "1 statements" in out and "Sprecher (bestätigt)" in out and SECOND.removesuffix(".") in out
    assert "Dazu steht nichts" in filled("statements", "--q", "flotte").out


def test_the_filters_are_those_of_the_service() -> None:
    assert set(StatementQuery.model_fields) <= set(inspect.signature(statements).parameters)


def test_show_an_entity(filled: Command) -> None:
    for name in ("kenia", "Kenia", "KENIA"):
        out = filled("show", name).out
        assert out.startswith("Kenia\n") and "SENT_TROOPS_TO" in out and "2 statements" in out
    rows = list(csv.DictReader(io.StringIO(filled("show", "haiti", "--csv").out)))
    assert [(row["source"], row["edge"], row["target"]) for row in rows] == [("Kenia", "SENT_TROOPS_TO", "Haiti")]


def test_show_somebody_unknown(filled: Command) -> None:
    result = filled("show", "Atlantis")
    assert (result.code, result.out) == (2, "") and "'Atlantis'" in result.err
    alike = filled("show", "Keni")
    assert alike.code == 2 and "kenia (Kenia, Country)" in alike.err


def test_questions(lagebild: Command) -> None:
    assert "competing-figures" in lagebild("questions").out
    one = lagebild("questions", "competing-figures").out
    assert "force:" in one and "[nordkorea]" in one
    assert lagebild("questions", "--csv").out.startswith("name,title_de,title_en,parameters\n")
    assert len(json.loads(lagebild("questions", "--json").out)) >= 25
    assert lagebild("questions", "nothing").code == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("ask", "competing-figure"), "did you mean competing-figures"),
        (("ask", "competing-figures", "-p", "forces=Kenia"), "unknown parameter 'forces'"),
        (("ask", "competing-figures", "-p", "force=Kenja"), "did you mean kenia"),
        (("ask", "competing-figures", "-p", "force"), "write it as NAME=VALUE"),
        (("ask", "competing-figures", "--json", "--csv"), "give one of them"),
        (("statements", "--kind", "rumour"), "kind: "),
        (("statements", "--predicate", "FLEW"), "predicate is one of"),
        (("statements", "--limit", "0"), "limit is a number from 1 to 1000"),
        (("statements", "--least", "-1"), "least: "),
        (("ingest", "x.txt", "--published", "bald"), "'bald' is no date"),
        (("extract", "missing.txt"), "missing.txt: No such file"),
        (("extract", "a.txt", "--articles", "no/folder.jsonl"), "no/folder.jsonl: No such file"),
        (("ask", "voices", "--store", "false"), "'false' is no address"),
        (("serve", "--port", "70000"), "LAGEBILD_PORT: '70000' is no port"),
        (("statements", "--colour", "red"), "--colour"),
        (("fly",), "fly"),
    ],
)
def test_bad_input_gets_a_message_and_exit_code_2(filled: Command, arguments: tuple[str, ...], says: str) -> None:
    result = filled(*arguments)
    assert result.code == 2, result
    assert says in result.err and result.out == "", result


def test_an_unknown_question_opens_no_store(lagebild: Command) -> None:
    assert lagebild("ask", "nothing").code == 2
    assert not Path("data").exists()


def test_a_bad_variable_is_named(lagebild: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAGEBILD_PORT", "acht")
    for arguments in (("settings",), ("serve",), ("statements",)):
        result = lagebild(*arguments)
        assert result.code == 2 and "LAGEBILD_PORT: 'acht' is no port" in result.err


def test_settings_hide_the_password(lagebild: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAGEBILD_PASSWORD", "streng geheim")
    out = lagebild("settings").out
    assert "LAGEBILD_PASSWORD" in out and "***" in out and "geheim" not in out


def test_neo4j_not_running(lagebild: Command) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"bolt://127.0.0.1:{free.getsockname()[1]}"
    result = lagebild("ask", "voices", "--store", address)
    assert result.code == 4 and "is Neo4j running there" in result.err, result


def test_a_damaged_store(filled: Command) -> None:
    (Path("data") / FILE).write_bytes(b"this is no graph" * 100)
    result = filled("ask", "voices")
    assert result.code == 4 and "is damaged" in result.err, result


def test_a_data_directory_in_use(filled: Command) -> None:
    holder = (
        "from pathlib import Path; from graph.embedded import EmbeddedStore\n"
        "store = EmbeddedStore(Path('data')); print('held', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stdout.readline() == "held\n"
        result = filled("ask", "voices")
        process.communicate("\n")
    assert result.code == 4 and f"in use by another program (process {process.pid})" in result.err, result
    assert filled("ask", "voices").code == 0


def test_a_data_directory_that_is_a_file(lagebild: Command) -> None:
    Path("file").write_text("no directory", encoding="utf-8")
    for data in ("file", "file/below"):
        result = lagebild("ingest", "missing.txt", "--data", data)
        assert result.code == 4 and data in result.err, result


@pytest.mark.parametrize("arguments", [("ask", "voices"), ("statements",), ("show", "Kenia")])
def test_a_question_makes_no_store(lagebild: Command, arguments: tuple[str, ...]) -> None:
    result = lagebild(*arguments)
    assert result.code == 2 and "there is no graph in data yet" in result.err
    assert not Path("data").exists()


def test_articles_cannot_colour_the_terminal(lagebild: Command, tmp_path: Path) -> None:
    line = {"text": f"{FIRST} 9 Soldaten [red]folgten[/red] am Tag danach.", "outlet": "Blatt\x1b[31m"}
    (tmp_path / "a.json").write_text(json.dumps(line), encoding="utf-8")
    assert lagebild("ingest", tmp_path / "a.json").code == 0
    out = lagebild("statements").out
    assert "\x1b" not in out and "[red]folgten[/red]" in out


def test_version_and_help(lagebild: Command) -> None:
    assert lagebild("--version").out.startswith("lagebild 0.")
    assert "Exit codes" in lagebild("--help").out


def test_a_fault_of_the_program_is_said_in_a_line() -> None:
    broken = "import api.cli, sys; api.cli.app = lambda: {}['x']; api.cli.cli()"
    done = subprocess.run([sys.executable, "-c", broken], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: the program has a fault (KeyError: 'x'; ") and done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "given",
    [
        ("ingest", "nosuch"),
        ("load", "nosuch"),
        ("restore", "nosuch"),
        ("sparql", "nosuch.rq"),
        ("import", "nosuch.ttl"),
        ("decide", "add", "nosuch", "--why", "x"),
        ("backup", "nosuch/folder.zip"),
    ],
)
def test_a_wrong_path_is_an_input_that_cannot_be_used(lagebild: Command, given: tuple[str, ...]) -> None:
    result = lagebild(*given)
    assert result.code == 2, result
    assert "nosuch" in result.err and result.err.count("\n") == 1
