"""`python -m tools.conformance`: runs what there is and writes `docs/conformance.md`."""

import os
from pathlib import Path

from tools.conformance.official import run_all
from tools.conformance.page import page
from tools.conformance.record import VARIABLE, keep

PAGE = Path(__file__).parents[2] / "docs" / "conformance.md"


def main() -> None:
    """Official tests only where their folder is named."""
    if folder := os.environ.get(VARIABLE):
        keep(run_all(Path(folder)))
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
