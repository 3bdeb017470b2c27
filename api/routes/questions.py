"""GET /questions and /questions/{name}: the catalogue, and its answers."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import JsonValue

from api.routes.common import TheDesk
from api.shapes import AnswerShape, QuestionShape, catalogue

routes = APIRouter(tags=["questions"])


@routes.get("/questions", summary="Every question that can be asked")
def list_questions() -> tuple[QuestionShape, ...]:
    """Names, titles, parameters and columns of all questions."""
    return catalogue()


@routes.get("/questions/{name}", summary="The answer to a question")
def answer_question(
    name: Annotated[str, Path(examples=["competing-figures"])],
    request: Request,
    desk: TheDesk,
    as_of: Annotated[str | None, Query(description="From what was known at the end of that day: 2024-06-19.")] = None,
) -> AnswerShape:
    """Every other parameter of the address is one of the question; one that takes a list may stand several times.

    What is not given takes its default. Entities are given by id or by name. At most 1,000 rows; `truncated` says
    whether there are more.
    """
    return desk.ask(name, question_parameters(request), as_of)


def question_parameters(request: Request) -> dict[str, JsonValue]:
    """The parameters of an address: a text, or a list where a name stands several times."""
    query = request.query_params
    return {
        name: values[0] if len(values := query.getlist(name)) == 1 else [*values] for name in query if name != "as_of"
    }
