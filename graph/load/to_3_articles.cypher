// Each article is a copy of itself at first; what tells whom its text comes from.
MATCH (a:Article)
SET a.copies = a.id
RETURN a.id AS id, a.document AS document, a.outlet AS outlet, a.published AS published, a.agency AS agency
