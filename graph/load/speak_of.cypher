// Statements that speak of other entities from now on: of another pair, of another claim.
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s.plain = row.plain, s.claim = row.claim
