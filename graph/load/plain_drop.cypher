UNWIND $rows AS row
MATCH (:Entity {id: row.source})-[r:`TYPE`]->(:Entity {id: row.target})
DELETE r
