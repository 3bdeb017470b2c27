// The same of those on whose word a statement is made.
MATCH (x:Entity)-[r:`TYPE`]->(s:Statement)
WHERE x.id IN $places AND x.id <> $target AND coalesce(r.said, x.id) = $entity
MATCH (y:Entity {id: $target})
CREATE (y)-[:`TYPE` {role: r.role, step: r.step, position: r.position, office: r.office, name: r.name,
    entity_type: r.entity_type, wikidata: r.wikidata, said: CASE WHEN $target = $entity THEN null ELSE $entity END}]->(s)
DELETE r
RETURN s.id AS id
