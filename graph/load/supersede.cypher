// A newer version takes the place of an older one, which stays with what it said.
MATCH (newer:Article {id: $newer})
MATCH (older:Article {id: $older})
SET older.current = false
MERGE (newer)-[:SUPERSEDES]->(older)
WITH older
MATCH (s:Statement)-[:IN]->(older)
SET s.current = false
