// Actors joined by what is asserted or reported of them within a time: a row for each plain edge.
MATCH (s:Statement)
WHERE s.current
  AND s.plain IS NOT NULL
  AND 'carried' IN s.voices
  AND ($since IS NULL OR left(s.day_last, size($since)) >= $since)
  AND ($until IS NULL OR left(s.day_first, size($until)) <= $until)
WITH s ORDER BY s.id
WITH s.plain AS plain, collect(s.id) AS statements, collect(s.origins) AS keys, count(DISTINCT s.article) AS articles
WITH split(plain, '\u001f') AS parts, statements, keys, articles
WITH parts[0] AS edge, parts[1] AS one, parts[2] AS other, statements, keys, articles
MATCH (a:Entity {id: one})
MATCH (b:Entity {id: other})
RETURN edge, a.id AS source, a.name AS source_name, b.id AS target, b.name AS target_name, statements, keys, articles
ORDER BY source, target, edge
