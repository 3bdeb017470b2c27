// Whom the text of each group of articles comes from: the smallest of what they say.
UNWIND $groups AS group
MATCH (a:Article {copies: group})
RETURN group, min(a.text_rank) AS text_rank
