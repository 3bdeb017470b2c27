// Those of these entities that a statement names, under whatever entity that counts.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE EXISTS { MATCH (e)-[]-(:Statement) } OR EXISTS { MATCH (e)-[:SAME_AS]->(:Entity) }
RETURN e.id AS id
