// Entities by their ids, and the one that each counts as, where somebody decided that the two are the same.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
OPTIONAL MATCH (e)-[:SAME_AS*1..20]->(other:Entity)
WHERE NOT EXISTS { MATCH (other)-[:SAME_AS]->(:Entity) }
RETURN e.id AS id, e.type AS type, other.id AS counts_as
