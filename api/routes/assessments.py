"""GET and POST /assessments: what analysts think of sources and claims."""

from fastapi import APIRouter

from api.routes.common import TheDesk
from api.shapes import GivenAssessment
from graph.assessment.ledger import Assessment

routes = APIRouter(tags=["assessments"])


@routes.get("/assessments", summary="Reliability of sources and credibility of claims, by the Admiralty scheme")
def list_assessments(desk: TheDesk, history: bool = False) -> tuple[Assessment, ...]:
    """What holds now; with `history` all that was ever said, in its order. What nobody has judged is F or 6."""
    return desk.assessments(history=history)


@routes.post("/assessments", summary="Judge a source or a claim", status_code=201)
def post_assessment(given: GivenAssessment, desk: TheDesk) -> Assessment:
    """Kept in a file beside the store with who, when and why; nothing in the graph is changed by it."""
    return desk.judge(given)
