// The same content read again, more or less sure of it.
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s.confidence = row.confidence
