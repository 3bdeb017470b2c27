// Everybody and everything that a statement names.
MATCH (e:Entity)
WHERE EXISTS { MATCH (e)-[]-(:Statement) }
RETURN e.id AS id ORDER BY id
