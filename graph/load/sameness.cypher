// Which entities count as others, since somebody decided so.
MATCH (e:Entity)-[:SAME_AS]->(other:Entity)
RETURN e.id AS id, e.name AS name, e.type AS type, other.id AS other, other.name AS other_name, other.type AS other_type
ORDER BY id
