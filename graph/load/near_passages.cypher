// Statements whose evidence shares a key with that of one of these: candidates for the same passage.
UNWIND $rows AS row
MATCH (s:Statement {near_0: row.near_0})
RETURN row.id AS of, s.id AS id, s.article AS article, s.claim AS claim, s.vouchers AS vouchers, s.unsupported AS unsupported,
       s.origins AS origins, s.rejected AS rejected, s.plain AS plain, s.evidence_text AS evidence_text, s.near_0 AS near_0, s.near_1 AS near_1,
       s.near_2 AS near_2
UNION
UNWIND $rows AS row
MATCH (s:Statement {near_1: row.near_1})
RETURN row.id AS of, s.id AS id, s.article AS article, s.claim AS claim, s.vouchers AS vouchers, s.unsupported AS unsupported,
       s.origins AS origins, s.rejected AS rejected, s.plain AS plain, s.evidence_text AS evidence_text, s.near_0 AS near_0, s.near_1 AS near_1,
       s.near_2 AS near_2
UNION
UNWIND $rows AS row
MATCH (s:Statement {near_2: row.near_2})
RETURN row.id AS of, s.id AS id, s.article AS article, s.claim AS claim, s.vouchers AS vouchers, s.unsupported AS unsupported,
       s.origins AS origins, s.rejected AS rejected, s.plain AS plain, s.evidence_text AS evidence_text, s.near_0 AS near_0, s.near_1 AS near_1,
       s.near_2 AS near_2
