UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN DISTINCT a.copies AS copies
