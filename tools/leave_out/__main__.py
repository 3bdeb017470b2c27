"""`make leave-out`: how much F1 falls where each dispatch does without what fires on it alone (issue 4).

The words of the lists (counts, linking, extraction), the aliases, adjectives, demonyms and metonyms of the reference
tables, and the rules. What is counted as a hit, and what is not:

- A hit is a comparison that comes out true, whether or not a statement comes of it: more is left out of a dispatch than
  its statements need. For the same reason a word that is needed on one text alone, and looked at in vain on another,
  is not left out.
- Not seen, and so not left out: names of rows themselves, the words for times and sentence ends, aliases that only
  give a state's body its noun ("iranisches Parlament"), other transliterations of a name, and of two entries that give
  the same form the later one. `test_nothing_else_is_needed` holds that little is missing: without all entries that
  fire nowhere, the dispatches read the same.
- Rules are those of `Basis.rule`: few and coarse.
"""

import argparse
import json
import sys
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown

from tools.leave_out.section import section
from tools.leave_out.told import pin, problems, short, told
from tools.quality import gold
from tools.quality.page import page
from tools.quality.report import DATA, PAGE


def main() -> int:
    """0: F1 falls by no more than is pinned; 1: it falls by more."""
    parser = argparse.ArgumentParser(prog="make leave-out", description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/quality.json and its page")
    parser.add_argument("--pin", action="store_true", help="make what is measured now the most that F1 may fall")
    parser.add_argument("--short", action="store_true", help="without the costs of single entries")
    parser.add_argument("--log", type=Path, default=gold.ROOT / "quality" / "leave_out.json", help="what fired where")
    options = parser.parse_args()
    figures, log = told(named=not options.short)
    options.log.parent.mkdir(parents=True, exist_ok=True)
    options.log.write_text(json.dumps(log, indent=1, ensure_ascii=False) + "\n", "utf-8")
    if options.pin:
        pin(figures)
    if options.write:
        known = {**json.loads(DATA.read_text("utf-8")), "leave_out": figures}
        DATA.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", "utf-8")
        PAGE.write_text(page(known), "utf-8")
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(Markdown("\n".join(section(figures))))
    for key, each in log.items():
        console.print(f"{key}: {each['own']} of {each['fired']} its own, F1 " + _f1(each))
    console.print(f"Log: {options.log}")
    for line in short(figures):
        console.print(f"more than wanted: {line}", style="yellow")
    for line in problems(figures):
        console.print(line, style="red")
    return 1 if problems(figures) else 0


def _f1(each: dict[str, dict[str, object]]) -> str:
    """Both values of a practice dispatch, the falls of a `check` one."""
    if "f1" not in each:
        return f"falls {each['fall']}"
    return f"{each['f1']}"


if __name__ == "__main__":
    raise SystemExit(main())
