UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s.plain = row.plain
