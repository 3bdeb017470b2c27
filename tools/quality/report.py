"""`make report`: measures everything and writes `docs/quality.json` and the page made of it, `docs/quality.md`."""

import argparse
import json
from pathlib import Path

from tools.quality import gold
from tools.quality.figures import Figures, figures, problems
from tools.quality.page import page

DATA, PAGE = gold.ROOT / "docs" / "quality.json", gold.ROOT / "docs" / "quality.md"


def main() -> int:
    """0: written, all as wanted; 1: written, with what is not as wanted on the screen."""
    parser = argparse.ArgumentParser(prog="make report", description=__doc__)
    parser.add_argument("--boot", type=int, default=1000, help="resamples for the intervals")
    parser.add_argument("--scratch", type=Path, default=gold.ROOT / "quality", help="folder for the scorer's files")
    parser.add_argument("--page", action="store_true", help="only the page anew, from the figures that are there")
    parser.add_argument(
        "--keep-leave-out", action="store_true", help="all but what `make leave-out ARGS=--write` measures by itself"
    )
    options = parser.parse_args()
    known: Figures = json.loads(DATA.read_text("utf-8")) if options.page or options.keep_leave_out else {}
    told = known if options.page else figures(options.scratch, options.boot, known.get("leave_out"))
    DATA.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    PAGE.write_text(page(told), "utf-8")
    print(f"Written: {DATA}, {PAGE}", *problems(told), sep="\n")
    return 1 if problems(told) else 0


if __name__ == "__main__":
    raise SystemExit(main())
