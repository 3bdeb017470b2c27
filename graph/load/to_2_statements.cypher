// The same of what it says.
MATCH (s:Statement)-[:IN]->(a:Article)
SET s.since = a.since, s.until = a.until, s.rejected = null, s.added = null
