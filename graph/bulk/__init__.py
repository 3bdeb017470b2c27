"""Millions of statements: loaded into a store beside, then taken over by a Neo4j server in one import."""
