"""GET and POST /decisions: what people decide about the graph."""

from fastapi import APIRouter

from api.routes.common import TheDesk
from api.shapes import DecisionShape
from graph.decisions.draft import Draft

routes = APIRouter(tags=["decisions"])


@routes.get("/decisions", summary="What people decided")
def list_decisions(desk: TheDesk) -> tuple[DecisionShape, ...]:
    """Every decision in order: who, when, why, and whether it is undone."""
    return desk.decisions()


@routes.post("/decisions", summary="Decide something", status_code=201)
def post_decision(draft: Draft, desk: TheDesk) -> DecisionShape:
    """Rejects, corrects or adds a statement, merges two entities, says they are not the same, or undoes a decision.

    It is carried out at once and again after every load; the machine's version stays visible.
    """
    return desk.decide(draft)
