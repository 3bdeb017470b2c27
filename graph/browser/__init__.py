"""What Neo4j Browser shows of the graph: a style sheet and a guide, made from vocabulary and catalogue."""
