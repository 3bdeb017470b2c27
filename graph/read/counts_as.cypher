// The entity that an entity counts as, since somebody decided that the two are the same.
MATCH (:Entity {id: $id})-[:SAME_AS*1..20]->(other:Entity)
WHERE NOT EXISTS { MATCH (other)-[:SAME_AS]->(:Entity) }
RETURN other.id AS id
