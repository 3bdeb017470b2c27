// New statements of one article, with their subjects.
MATCH (a:Article {id: $article})
UNWIND $rows AS row
MATCH (e:Entity {id: row.subject})
CREATE (s:Statement {id: row.id})
SET s += row.properties
CREATE (s)-[:IN]->(a)
CREATE (s)-[r:SUBJECT]->(e)
SET r.role = row.office
