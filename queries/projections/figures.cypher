// The figures of each outlet, with the origins that each goes back to.
MATCH (s:TroopReport)-[:IN]->(a:Article)
WHERE s.current
  AND a.outlet IS NOT NULL
  AND (s.min IS NOT NULL OR s.max IS NOT NULL)
  AND ($since IS NULL OR left(s.day_last, size($since)) >= $since)
  AND ($until IS NULL OR left(s.day_first, size($until)) <= $until)
MATCH (s)-[:SUBJECT]->(force:Entity)
WHERE $force IS NULL OR force.id = $force
RETURN s.id AS statement, a.outlet AS outlet, s.origins AS keys
ORDER BY outlet, statement
