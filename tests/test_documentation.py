"""The documentation is true where a program can tell: commands, targets, options, questions, files."""

import re
import tomllib
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup

from api.cli import app
from api.settings import SETTINGS
from queries.catalogue import questions

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def commands() -> TyperGroup:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def options(group: TyperGroup) -> set[str]:
    """The options of every command, those of groups of commands included."""
    found = set[str]()
    for command in group.commands.values():
        found |= {option for parameter in command.params for option in parameter.opts}
        found |= options(command) if isinstance(command, TyperGroup) else set()
    return found


def test_readme_names_every_command_and_no_other() -> None:
    shown = set(re.findall(r"lagebild ([a-z][a-z0-9]*)", README))
    assert shown == set(commands().commands)


def test_readme_uses_options_that_exist() -> None:
    used = set(re.findall(r"(?<![\w-])(--[a-z]+(?:-[a-z]+)*)", README))
    assert used - options(commands()) == set()


def test_readme_asks_questions_that_exist() -> None:
    asked = set(re.findall(r"lagebild ask ([a-z-]+)", README))
    assert asked and asked <= set(questions())


def test_readme_names_every_target_of_make() -> None:
    targets = set(re.findall(r"^([a-z]+):.* ## ", MAKEFILE, re.M)) - {"help", "runtime"}
    assert {target for target in targets if f"make {target}" not in README} == set()


@pytest.mark.parametrize(
    "page", ["README.md", "tests/gold/README.md", "CHANGELOG.md", "docs/sparql.md", "docs/graph.md"]
)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert [
        link for link in re.findall(r"\]\(([^)#]+)\)", text) if not (ROOT / page).parent.joinpath(link).exists()
    ] == []


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert [setting.name for setting in SETTINGS if f"`{setting.name}`" not in page] == []


def test_changelog_begins_with_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    first = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert first is not None and first.group(1) == version
