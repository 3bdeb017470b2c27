// The same content read again, more or less sure of it; what is told of its article may date it anew.
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s.confidence = row.confidence, s.day_first = row.day_first, s.day_last = row.day_last, s.dated = row.dated
