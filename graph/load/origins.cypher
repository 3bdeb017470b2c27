// On whose word statements rest, where that has changed.
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s.origins = row.origins
