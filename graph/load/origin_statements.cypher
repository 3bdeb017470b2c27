// The same for all that articles say.
UNWIND $articles AS article
MATCH (s:Statement)-[:IN]->(:Article {id: article})
RETURN s.id AS id, s.article AS article, s.claim AS claim, s.vouchers AS vouchers, s.unsupported AS unsupported,
       s.origins AS origins, s.rejected AS rejected, s.plain AS plain, s.copies AS copies
