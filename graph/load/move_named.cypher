// What a statement says of an entity, wherever it is now, to the entity that it counts as.
MATCH (s:Statement)-[r:`TYPE`]->(x:Entity)
WHERE x.id IN $places AND x.id <> $target AND coalesce(r.said, x.id) = $entity
MATCH (y:Entity {id: $target})
CREATE (s)-[:`TYPE` {role: r.role, position: r.position, name: r.name, entity_type: r.entity_type,
    wikidata: r.wikidata, said: CASE WHEN $target = $entity THEN null ELSE $entity END}]->(y)
DELETE r
RETURN s.id AS id
