// Statement to entity: object, place or item.
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MATCH (e:Entity {id: row.entity})
CREATE (s)-[:`TYPE` {role: row.role, position: row.position, name: row.name,
    entity_type: row.entity_type, wikidata: row.wikidata}]->(e)
