// Whom copies of a passage, and copies of its article, name for the same claim.
UNWIND $rows AS row
MATCH (s:Statement {copies: row.copies})
WHERE s.claim = row.claim AND s.rejected IS NULL AND size(s.vouchers) > 0
RETURN row.key AS key, collect(DISTINCT s.vouchers) AS vouchers
UNION
UNWIND $rows AS row
MATCH (s:Statement)-[:IN]->(:Article {copies: row.text})
WHERE s.claim = row.claim AND s.rejected IS NULL AND size(s.vouchers) > 0
RETURN row.key AS key, collect(DISTINCT s.vouchers) AS vouchers
