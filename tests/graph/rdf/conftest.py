"""The SPARQL servers, for the tests of this folder."""

from tests.integration.sparql_servers import sparql_servers

__all__ = ["sparql_servers"]
