// Entities of one type that a statement names; what is known already stays as it is.
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
ON CREATE SET e += row.properties, e:`TYPE`
