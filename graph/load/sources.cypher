// Source to statement, one relationship type a stance.
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MATCH (e:Entity {id: row.entity})
CREATE (e)-[:`TYPE` {role: row.role, step: row.step, position: row.position, office: row.office,
    name: row.name, entity_type: row.entity_type, wikidata: row.wikidata}]->(s)
