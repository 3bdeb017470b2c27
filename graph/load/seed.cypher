// Reference entities of one type: what the tables say wins over what an article said first.
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e += row.properties, e:`TYPE`
