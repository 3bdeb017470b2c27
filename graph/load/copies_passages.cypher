// What the origins of statements depend on, and what they are by now, for whole groups of copies.
UNWIND $groups AS group
MATCH (s:Statement {copies: group})
RETURN s.id AS id, s.article AS article, s.claim AS claim, s.vouchers AS vouchers, s.unsupported AS unsupported,
       s.origins AS origins, s.rejected AS rejected, s.plain AS plain, s.copies AS copies
