"""Writes the published JSON Schemas: `python -m tools.schemas`. A test holds them to the types."""

import json
from pathlib import Path

from graph.schema import LINES, json_schema

FOLDER = Path(__file__).parents[1] / "docs" / "schemas"


def page(line: str) -> str:
    """A schema as it is published."""
    return json.dumps(json_schema(line), indent=1, ensure_ascii=False) + "\n"


def path(line: str) -> Path:
    """Where it is published."""
    return FOLDER / f"{line}.schema.json"


def main() -> None:
    """Writes them all."""
    FOLDER.mkdir(exist_ok=True)
    for line in LINES:
        path(line).write_text(page(line), "utf-8")
        print(path(line))


if __name__ == "__main__":
    main()
