// The groups of passages that stand in groups of articles.
UNWIND $groups AS group
MATCH (s:Statement)-[:IN]->(:Article {copies: group})
RETURN DISTINCT group, s.copies AS copies
