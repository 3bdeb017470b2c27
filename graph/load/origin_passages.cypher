// The same for single statements.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, s.article AS article, s.claim AS claim, s.vouchers AS vouchers, s.unsupported AS unsupported,
       s.origins AS origins, s.rejected AS rejected, s.plain AS plain, s.evidence_text AS evidence_text, s.near_0 AS near_0, s.near_1 AS near_1,
       s.near_2 AS near_2
