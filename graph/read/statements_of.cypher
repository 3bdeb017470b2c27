// The statements of some articles, article by article in the order of their text.
UNWIND $articles AS article
MATCH (s:Statement)-[:IN]->(a:Article {id: article})
WHERE CONDITION
RETURN article, s.id AS id, s.claim AS claim, s.evidence_start AS start ORDER BY article, start, id
