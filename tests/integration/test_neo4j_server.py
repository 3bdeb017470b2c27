"""What the server's recipe says where something is missing, and that the server goes with the test run."""

from pathlib import Path

import pytest

from tests.integration import neo4j_server


@pytest.mark.parametrize(("missing", "says"), [("java", "JDK"), ("mvn", "Maven")])
def test_what_is_missing_is_said(missing: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def which(program: str) -> str | None:
        return None if program == missing else f"/bin/{program}"

    monkeypatch.setattr(neo4j_server, "CACHE", tmp_path / "nothing fetched yet")
    monkeypatch.setattr("shutil.which", which)
    with pytest.raises(RuntimeError, match=says), neo4j_server.running_server(tmp_path / "home"):
        pass
