// What an article says by now, and which pair of entities each statement joins.
MATCH (s:Statement)-[:IN]->(:Article {id: $article})
MATCH (s)-[:SUBJECT]->(a:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(b:Entity)
RETURN s.id AS id, s.confidence AS confidence, s.predicate AS predicate, a.id AS subject, b.id AS object
