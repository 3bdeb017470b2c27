"""Taking a decision: checked against the graph and against earlier ones, carried out, written down."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from graph.cypher import text
from graph.decisions.decision import Decision, Standing, undoable
from graph.decisions.enforce import enforce_article, enforce_entities, enforce_statements, touched
from graph.loading import drop_statement, lock
from graph.saying import add_statement
from graph.statement import Statement
from graph.work import Work
from seeds.errors import BadStatement, NotFound


@dataclass(frozen=True, slots=True)
class Step:
    """A new decision, those before it, and what stands before and with it."""

    new: Decision
    earlier: Sequence[Decision]
    before: Standing
    after: Standing

    @property
    def concerned(self) -> Decision:
        """The decision whose things change: the new one, or the one that it undoes (or does again)."""
        about = self.new
        while about.undoes:
            about = next(one for one in self.earlier if one.id == about.undoes)
        return about


def carry_out(work: Work, step: Step) -> None:
    """Carries a new decision out, in one transaction; NotFound where the graph has not what it is about."""
    lock(work)
    step.before.check(step.new)
    if step.new.undoes:
        undoable(step.earlier, step.new.undoes)
    else:
        _check_there(work, step.new)
    about = step.concerned
    if about.made is not None:
        _write_made(work, about.made, step.after)
    if about.statement is not None:
        enforce_statements(work, step.after, [about.statement])
    if about.made is not None:
        enforce_article(work, step.after, about.made.article)
    if about.kind == "merge":
        enforce_entities(work, step.after, touched(step.earlier, str(about.entity)))


def _write_made(work: Work, made: Statement, after: Standing) -> None:
    if made.id in after.added:
        _check_evidence(work, made)
        add_statement(work, made)
    else:
        drop_statement(work, made.id, made.article)


def _check_there(work: Work, about: Decision) -> None:
    wanted: list[tuple[str, str, str | None]] = [
        ("statement", "known_statements", about.statement),
        ("entity", "known_entities", about.entity),
        ("entity", "known_entities", about.other),
    ]
    for what, name, id_ in wanted:
        ids: list[JsonValue] = [id_]
        if id_ is not None and not work.run(text(name), {"ids": ids}):
            raise NotFound(f"there is no {what} {id_!r}")


def _check_evidence(work: Work, made: Statement) -> None:
    found = work.run(text("article_text"), {"article": made.article})
    if not found:
        raise NotFound(f"there is no article {made.article!r}")
    words = str(found[0]["text"])[made.evidence.start : made.evidence.end]
    if words != made.evidence.text:
        raise BadStatement(f"evidence.text is not the article's text at {made.evidence.start}: it says {words!r}")
