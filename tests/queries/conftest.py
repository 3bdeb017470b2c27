"""The stores, for the tests of this folder: filled once for a module, as its questions change nothing."""

from tests.integration.stores import neo4j_server, neo4j_servers

__all__ = ["neo4j_server", "neo4j_servers"]
