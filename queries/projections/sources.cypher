// Who stands behind each statement: a row for each source, and one for each statement that names none.
MATCH (s:Statement)-[:IN]->(a:Article)
WHERE s.current
  AND ($since IS NULL OR left(s.day_last, size($since)) >= $since)
  AND ($until IS NULL OR left(s.day_first, size($until)) <= $until)
OPTIONAL MATCH (e:Entity)-[said]->(s)
RETURN s.id AS statement, a.outlet AS outlet, e.id AS source, e.name AS name, said.role AS role, said.step AS step,
       s.origins AS keys
ORDER BY statement, step, source
