"""The stores, for the tests of this folder."""

from tests.integration.stores import neo4j_server, neo4j_servers, neo4j_settings, store, store_settings

__all__ = ["neo4j_server", "neo4j_servers", "neo4j_settings", "store", "store_settings"]
