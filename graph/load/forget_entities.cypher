// Those that nothing names any more and no table knows.
MATCH (e:Entity)
WHERE e.id IN $ids AND NOT e.known AND NOT EXISTS { MATCH (e)--(:Statement) }
DETACH DELETE e
