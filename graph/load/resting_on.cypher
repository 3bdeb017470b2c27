// Statements that rest on one of these origins, or name one of them.
MATCH (s:Statement)
WHERE size([key IN coalesce(s.origins, []) WHERE key IN $keys]) > 0
   OR size([key IN coalesce(s.vouchers, []) WHERE key IN $keys]) > 0
RETURN s.id AS id, s.article AS article
