// Entities that count as another one, where a statement still speaks of them.
MATCH (e:Entity)-[:SAME_AS*1..20]->(x:Entity)
WHERE e.id IN $ids
MATCH (x)-[r]-(:Statement)
WHERE r.said = e.id
RETURN DISTINCT e.id AS id
