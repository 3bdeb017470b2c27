// What articles say by now, and which pair of entities each statement joins.
UNWIND $ids AS id
MATCH (s:Statement)-[:IN]->(:Article {id: id})
MATCH (s)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(b:Entity)
RETURN s.id AS id, s.article AS article, s.confidence AS confidence, s.predicate AS predicate, a.id AS subject, b.id AS object
