// Statements in groups of passages that name nobody, of all claims or of some.
UNWIND $rows AS row
MATCH (s:Statement {copies: row.group})-[:IN]->(a:Article)
WHERE size(s.vouchers) = 0 AND NOT s.unsupported AND (row.claims IS NULL OR s.claim IN row.claims)
RETURN s.id AS id, s.claim AS claim, s.copies AS copies, a.copies AS text, s.origins AS origins, s.plain AS plain
