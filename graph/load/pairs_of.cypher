MATCH (s:Statement)-[:SUBJECT]->(x:Entity)
WHERE s.id IN $ids
OPTIONAL MATCH (s)-[:OBJECT]->(y:Entity)
RETURN s.id AS id, s.article AS article, s.predicate AS predicate, s.plain AS plain, s.claim AS claim,
       s.polarity AS polarity, s.unit AS unit, s.min AS min, s.max AS max, x.id AS subject, y.id AS object
