// Source to statement, one relationship type a stance.
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MATCH (e:Entity {id: row.entity})
CREATE (e)-[r:`TYPE`]->(s)
SET r += row.properties
