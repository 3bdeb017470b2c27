"""The servers, for the tests of this folder."""

from tests.integration.stores import neo4j_server, neo4j_servers

__all__ = ["neo4j_server", "neo4j_servers"]
