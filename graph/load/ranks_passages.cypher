// The same for passages: all articles that have one, and their copies.
UNWIND $groups AS group
MATCH (s:Statement {copies: group})-[:IN]->(of:Article)
WITH DISTINCT group, of.copies AS articles
MATCH (a:Article {copies: articles})
RETURN group, min(a.text_rank) AS text_rank
