"""A command and the service say the same: each command's --json is the answer of its address."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.local import LocalDesk
from graph.assessment.ledger import Ledger
from graph.embedded import EmbeddedStore
from tests.api.command import Command

SAME = [
    (("questions",), "/questions"),
    (("ask", "competing-figures", "-p", "force=Kenia"), "/questions/competing-figures?force=Kenia"),
    (
        ("ask", "competing-figures", "-p", "force=kenia", "-p", "units=soldiers", "-p", "units=officers"),
        "/questions/competing-figures?force=kenia&units=soldiers&units=officers",
    ),
    (("ask", "voices"), "/questions/voices"),
    (("ask", "network", "-p", "least=2"), "/questions/network?least=2"),
    (("statements",), "/statements"),
    (
        ("statements", "--force", "Kenia", "--least", "500", "--stance", "confirms"),
        "/statements?force=Kenia&least=500&stance=confirms",
    ),
    (("statements", "--q", '"Haiti geschickt"', "--superseded"), "/statements?q=%22Haiti+geschickt%22&superseded=true"),
    (("statements", "--limit", "1", "--offset", "1"), "/statements?limit=1&offset=1"),
    (("assessments", "--history"), "/assessments?history=true"),
    (("show", "Kenia"), "/entities/kenia"),
]


@pytest.mark.parametrize(("arguments", "address"), SAME)
def test_a_command_answers_as_the_service_does(
    lagebild: Command, articles: Path, arguments: tuple[str, ...], address: str
) -> None:
    assert lagebild("ingest", articles).code == 0
    result = lagebild(*arguments, "--json")
    assert result.code == 0, result
    with LocalDesk(EmbeddedStore(Path("data")), ledger=Ledger(Path("data"))) as desk:
        answer = TestClient(create_app(desk), base_url="http://localhost").get(address)
    assert answer.status_code == 200, answer.text
    assert json.loads(result.out) == answer.json()
