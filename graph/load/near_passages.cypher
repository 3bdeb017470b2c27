// Statements whose evidence shares a key with that of one of these: candidates for the same passage.
UNWIND $rows AS row
MATCH (s:Statement {near_0: row.near_0})
RETURN row.id AS of, s.id AS id
UNION
UNWIND $rows AS row
MATCH (s:Statement {near_1: row.near_1})
RETURN row.id AS of, s.id AS id
UNION
UNWIND $rows AS row
MATCH (s:Statement {near_2: row.near_2})
RETURN row.id AS of, s.id AS id
