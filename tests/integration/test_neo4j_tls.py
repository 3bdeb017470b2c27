"""TLS between Lagebild and a server: a certificate that nobody vouches for is taken with +ssc and refused with +s."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.server.java import LTS
from graph.store import StoreSettings, open_store
from seeds.errors import StoreUnavailable
from tests.graph.making import RUN, article, sent, source
from tests.graph.whole import articles
from tests.integration.neo4j_server import Server, running_server
from tests.integration.stores import settings_of

pytestmark = pytest.mark.neo4j
NAMES = "subjectAltName=IP:127.0.0.1,DNS:localhost"
SETTINGS = """\
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory=certificates
dbms.ssl.policy.bolt.private_key=private.key
dbms.ssl.policy.bolt.public_certificate=public.crt
dbms.ssl.policy.bolt.client_auth=NONE
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a server, with a certificate that it has signed itself."""
    folder = tmp_path_factory.mktemp("tls") / "home"
    made = folder / "certificates"
    made.mkdir(parents=True)
    key, certificate = str(made / "private.key"), str(made / "public.crt")
    wanted = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", NAMES]
    words = ["openssl", "req", "-x509", *wanted, "-keyout", key, "-out", certificate]
    subprocess.run(words, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Server]:
    """A server that speaks to nobody without TLS."""
    with running_server(home, LTS, more=SETTINGS) as started:
        yield started


@pytest.fixture
def settings(server: Server, tmp_path: Path) -> StoreSettings:
    return replace(settings_of(server), decisions=tmp_path / "decisions.jsonl")


def over(scheme: str, settings: StoreSettings) -> StoreSettings:
    return replace(settings, address=str(settings.address).replace("bolt", scheme, 1))


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_a_certificate_that_nobody_vouches_for(settings: StoreSettings, scheme: str) -> None:
    with open_store(over(scheme, settings)) as store:
        given = article()
        store.put(given, [sent(given, source())], RUN, origin="real")
        assert articles(store) == [given]


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_it_is_refused_where_somebody_has_to(settings: StoreSettings, scheme: str) -> None:
    with pytest.raises(
        StoreUnavailable, match=r"certificate that this machine does not trust is taken with \+ssc"
    ) as caught:
        open_store(over(scheme, settings))
    assert settings.password not in str(caught.value)


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_one_that_this_machine_trusts(
    settings: StoreSettings, scheme: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(home / "certificates" / "public.crt"))
    with open_store(over(scheme, settings)) as store:
        assert store.read("RETURN 1 AS one", limit=1, seconds=5) == [{"one": 1}]


def test_without_tls_it_does_not_answer(settings: StoreSettings) -> None:
    with pytest.raises(StoreUnavailable, match="does not answer"):
        open_store(settings)
