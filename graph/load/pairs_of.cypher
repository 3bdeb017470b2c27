MATCH (s:Statement)-[:SUBJECT]->(x:Entity)
WHERE s.id IN $ids
OPTIONAL MATCH (s)-[:OBJECT]->(y:Entity)
RETURN s.id AS id, s.predicate AS predicate, s.plain AS plain, x.id AS subject, y.id AS object
