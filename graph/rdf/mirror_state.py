"""What is kept beside the copy in triples: under which base and rules it was made, and up to which change it goes."""

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError
from pyoxigraph import Store as Triples

from seeds.errors import StoreDamaged, StoreUnavailable

NAME = "state.json"
TRIPLES = "triples"
FORM = 1  # counts up whenever the same graph gives other triples


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    base: str
    form: str
    marker: str


def open_triples(folder: Path | None) -> Triples:
    """The store of triples in a folder, in memory without one."""
    if folder is None:
        return Triples()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Triples(str(folder / TRIPLES))
    except OSError as exc:
        if "lock" in str(exc).lower():
            raise StoreUnavailable(f"{folder} is in use by another program; close it first") from exc
        raise StoreDamaged(f"{folder} cannot be read: {exc}. Remove it; it is made again from the graph") from exc


class MirrorState:
    """The file of a copy in a folder; a copy in memory has none."""

    def __init__(self, folder: Path | None, base: str) -> None:
        self._path = folder / NAME if folder else None
        self._base = base
        self._form = form()
        self._kept = self._read()

    def fits(self) -> bool:
        """Whether the copy, if there is one, was made under this base and by these rules."""
        return self._kept is not None and (self._kept.base, self._kept.form) == (self._base, self._form)

    def marker(self) -> str | None:
        """Up to which change of the graph the copy goes."""
        return self._kept.marker if self._kept is not None and self.fits() else None

    def keep(self, marker: str) -> None:
        """Writes down, in one step, up to which change the copy goes; everything else must be on the disk."""
        self._kept = _Kept(base=self._base, form=self._form, marker=marker)
        if self._path is not None:
            draft = self._path.with_suffix(".draft")
            draft.write_text(self._kept.model_dump_json(), "utf-8")
            draft.replace(self._path)

    def _read(self) -> _Kept | None:
        try:
            return _Kept.model_validate_json(self._path.read_text("utf-8")) if self._path else None
        except (FileNotFoundError, ValidationError):
            return None


def form() -> str:
    """By which rules a copy is made."""
    rules = files("graph.rdf").joinpath("ontology.yaml").read_bytes()
    return f"{FORM}-{sha256(rules).hexdigest()[:12]}"
