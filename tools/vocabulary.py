"""Writes what is published about the RDF: `python -m tools.vocabulary`. A test holds it to the vocabulary."""

from pathlib import Path

from graph.rdf.publish import PUBLISHED, published
from graph.rdf.terms import Names

FOLDER = Path(__file__).parents[1] / "docs"


def pages() -> dict[Path, str]:
    """Every file with its text, under the base address that is the default."""
    return {FOLDER / name: published(format_, Names()) for format_, (name, _) in PUBLISHED.items()}


def main() -> None:
    """Writes them all."""
    for path, text in pages().items():
        path.write_text(text, "utf-8")
        print(path)


if __name__ == "__main__":
    main()
