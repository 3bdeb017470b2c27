// Whom these statements name.
MATCH (s:Statement)--(e:Entity)
WHERE s.id IN $ids
RETURN DISTINCT e.id AS id
