// Whom these statements name, and as whom they count by now.
MATCH (s:Statement)-[r]-(e:Entity)
WHERE s.id IN $ids
UNWIND [e.id, r.said] AS id
WITH DISTINCT id
WHERE id IS NOT NULL
RETURN id
