// What the origin of an article's text depends on, for whole groups of copies.
UNWIND $groups AS group
MATCH (a:Article {copies: group})
RETURN a.id AS id, a.copies AS copies, a.text_rank AS text_rank
