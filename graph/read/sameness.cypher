// Which entities count as others, since somebody decided so.
MATCH (e:Entity)-[:SAME_AS]->(other:Entity)
RETURN e.id AS id, other.id AS other
