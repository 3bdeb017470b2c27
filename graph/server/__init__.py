"""A Neo4j Community server for people without one: fetched from Maven, on the loopback address, data kept."""
