// Everybody and everything that a statement names, under whatever entity that counts.
MATCH (e:Entity)
WHERE EXISTS { MATCH (e)-[]-(:Statement) } OR EXISTS { MATCH (e)-[:SAME_AS]->(:Entity) }
RETURN e.id AS id ORDER BY id
