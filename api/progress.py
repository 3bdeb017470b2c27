"""A progress bar on standard error, and the tally of what came of the inputs."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pydantic import BaseModel
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.output import messages, tell
from api.settings import Settings
from api.shapes import IngestedArticle
from ingest.readers.files import STANDARD_INPUT, SUFFIXES, files
from ingest.readers.found import Rejected
from seeds.errors import ForeignLanguage


class RejectedInput(BaseModel):
    """An input that gave no article."""

    path: str
    reason: str


class Tally(BaseModel):
    """What came of the inputs so far; `foreign` are rejected because they are not in German."""

    articles: int = 0
    already_known: int = 0
    superseded: int = 0
    statements: int = 0
    new_statements: int = 0
    rejected: list[RejectedInput] = []
    foreign: int = 0

    def add(self, result: IngestedArticle | Rejected) -> None:
        """Counts one more; what was rejected is told at once."""
        if isinstance(result, Rejected):
            self.reject(result)
            return
        self.articles += 1
        self.already_known += result.already_known
        self.superseded += result.superseded is not None
        self.statements += len(result.statements)
        self.new_statements += result.added

    def reject(self, result: Rejected) -> None:
        """Tells why an input gave no article."""
        tell(str(result.error))
        self.rejected.append(RejectedInput(path=result.path, reason=str(result.error)))
        self.foreign += isinstance(result.error, ForeignLanguage)

    @property
    def exit_code(self) -> int:
        """2 where an input could not be used; an article in another language alone is no fault of the input."""
        bad = len(self.rejected) > self.foreign or self.articles == 0
        return 2 if bad else 0


class Bar:
    """The bar of one command."""

    def __init__(self, progress: Progress, total: int | None) -> None:
        self._progress = progress
        self._task = progress.add_task("reading", total=total)

    def step(self, tally: Tally) -> None:
        """Shows how far it has come."""
        done = tally.articles + len(tally.rejected)
        text = f"{tally.articles} articles, {tally.statements} statements"
        self._progress.update(self._task, completed=done, description=text)


@contextmanager
def progress_bar(settings: Settings, total: int | None) -> Generator[Bar]:
    """A bar while this lasts, on a terminal only; without a total it moves to and fro."""
    console = messages()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    hidden = not (settings.progress and console.is_terminal)
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        yield Bar(progress, total)


def expected(inputs: list[str]) -> int | None:
    """How many articles these inputs hold, or None where only reading them can tell (JSON, standard input)."""
    found = list(files(inputs))
    paths = [path for path in found if isinstance(path, str)]
    several = (STANDARD_INPUT, *(suffix for suffix, form in SUFFIXES.items() if form in ("json", "jsonl")))
    return None if any(path == STANDARD_INPUT or Path(path).suffix in several for path in paths) else len(found)
