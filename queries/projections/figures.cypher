// The figures of each outlet, with the origins that each goes back to.
MATCH (s:TroopReport)-[:SUBJECT]->(force:Entity)
WHERE s.current
  AND ($force IS NULL OR force.id = $force)
  AND (s.min IS NOT NULL OR s.max IS NOT NULL)
  AND ($since IS NULL OR left(s.day_last, size($since)) >= $since)
  AND ($until IS NULL OR left(s.day_first, size($until)) <= $until)
MATCH (s)-[:IN]->(a:Article)
WHERE a.outlet IS NOT NULL
RETURN s.id AS statement, a.outlet AS outlet, s.origins AS keys
ORDER BY outlet, statement
