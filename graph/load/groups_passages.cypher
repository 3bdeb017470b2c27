UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN DISTINCT s.copies AS copies
