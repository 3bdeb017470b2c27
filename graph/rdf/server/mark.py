"""The mark on the server: whose copy it is, by which rules it was made, and up to which change of the graph it goes."""

from dataclasses import dataclass

from pyoxigraph import Literal, QuerySolution

from graph.rdf.mirror_state import form

_READ = """
SELECT ?form ?goes ?twice ?union WHERE {
  GRAPH <%(mark)s> { <%(mark)s> <%(mark)s#form> ?form ; <%(mark)s#goes> ?goes ; <%(mark)s#twice> ?twice }
  BIND(EXISTS { <%(mark)s> <%(mark)s#form> ?form } AS ?union)
}"""
_WRITE = """
DROP SILENT GRAPH <%(mark)s> ;
INSERT DATA { GRAPH <%(mark)s> {
  <%(mark)s> <%(mark)s#form> %(form)s ; <%(mark)s#goes> %(goes)s ; <%(mark)s#twice> %(twice)s
} }"""
EMPTY = "ASK { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


@dataclass(frozen=True, slots=True)
class Mark:
    """`goes` is empty while the copy is being changed.

    `twice`: all triples stand in the default graph, too, because the server's is not the union of the others.
    """

    goes: str
    twice: bool
    form: str

    @property
    def fits(self) -> bool:
        """Whether it was made by these rules."""
        return self.form == form()


def new_mark(goes: str, *, twice: bool) -> Mark:
    """A mark by the rules of this program."""
    return Mark(goes, twice, form())


def reading(name: str) -> str:
    """The query for the mark of this name; its `union` says whether the default graph holds it, too."""
    return _READ % {"mark": name}


def writing(name: str, mark: Mark) -> str:
    """The update that writes it."""
    words = {"form": Literal(mark.form), "goes": Literal(mark.goes), "twice": Literal(str(mark.twice).lower())}
    return _WRITE % {"mark": name, **words}


def read_mark(row: QuerySolution) -> tuple[Mark, bool]:
    """The mark of a row, and whether the default graph is the union of the others."""
    form_, goes, twice, union = (str(getattr(row[name], "value", "")) for name in ("form", "goes", "twice", "union"))
    return Mark(goes, twice == "true", form_), union in ("true", "1")
