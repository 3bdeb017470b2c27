// What tells which of these are copies of each other.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, s.copies AS copies, s.evidence_text AS evidence_text, s.near_0 AS near_0, s.near_1 AS near_1, s.near_2 AS near_2
