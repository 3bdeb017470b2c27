// A newer version takes the place of an older one, which stays with what it said, and until when.
MATCH (newer:Article {id: $newer})
MATCH (older:Article {id: $older})
SET older.current = false, older.until = newer.since
MERGE (newer)-[:SUPERSEDES]->(older)
WITH older, newer
MATCH (s:Statement)-[:IN]->(older)
SET s.current = false, s.until = coalesce(s.until, newer.since)
