"""Lemma rules: edit trees that turn a form into its lemma."""

from typing import Literal, NamedTuple, TypeAlias

from pydantic import TypeAdapter

from ingest.german.labels import model_file


class Replace(NamedTuple):
    """Fits `old` only and makes `new` of it."""

    old: str
    new: str

    def edit(self, part: str) -> str | None:
        """The new text, or None where the part does not fit."""
        return self.new if part == self.old else None


class Keep(NamedTuple):
    """Keeps the middle; `left` edits the first `before` characters, `right` the last `after`; None: no characters."""

    before: int
    after: int
    left: "Tree | None"
    right: "Tree | None"

    def edit(self, part: str) -> str | None:
        """The new text, or None where the part does not fit."""
        end = len(part) - self.after
        if self.before > end:
            return None
        head, tail = _edited(self.left, part[: self.before]), _edited(self.right, part[end:])
        return None if head is None or tail is None else head + part[self.before : end] + tail


Tree: TypeAlias = Replace | Keep


def _edited(tree: Tree | None, part: str) -> str | None:
    if tree is None:
        return None if part else ""
    return tree.edit(part)


class EditRule(NamedTuple):
    """`tree` works on the lower-case form; `case` says how the result is written (l, u, or k: as the form)."""

    case: Literal["l", "u", "k"]
    tree: Tree

    def apply(self, form: str) -> str | None:
        """The lemma, or None where the rule does not fit the form."""
        lemma = self.tree.edit(form.lower())
        if not lemma or self.case == "l":
            return lemma or None
        return lemma[:1].upper() + lemma[1:] if self.case == "u" else _cased_like(form, lemma)


def _cased_like(form: str, lemma: str) -> str:
    same = "".join(f if f.lower() == c else c for f, c in zip(form, lemma, strict=False))
    return same + lemma[len(form) :]


def edit_rules() -> list[EditRule]:
    """The rules in the order of the `lemma` logits."""
    return TypeAdapter(list[EditRule]).validate_json(model_file("lemma_rules.json").read_bytes())
