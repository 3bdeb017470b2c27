// A later reading of the same text no longer finds these.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
DETACH DELETE s
