"""`lagebild settings`: what can be set, and how it is set now."""

import os
from typing import Annotated

import typer

from api.output import print_table
from api.settings import SETTINGS, settings_from, settings_table
from api.table import Table

SECRET = frozenset({"LAGEBILD_PASSWORD", "LAGEBILD_SPARQL_PASSWORD"})


def settings(
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the page of the documentation.")] = False,
) -> None:
    """List the settings with the values that the environment gives them."""
    if markdown:
        typer.echo(settings_table(), nl=False)
        return
    settings_from(os.environ)  # a value that cannot be used is said here, too
    rows = tuple((known.name, _value(known.name, known.default), known.help) for known in SETTINGS)
    print_table(Table("Settings", ("variable", "value", "what it is for"), rows), "en")


def _value(name: str, default: str) -> str:
    value = os.environ.get(name) or default
    return "***" if name in SECRET and value else value
