// Statements that somebody rejected count until then, those that somebody made from then on; others as long as their
// article does.
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})-[:IN]->(a:Article)
MATCH (s)-[:SUBJECT]->(x:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(y:Entity)
SET s.rejected = row.rejected, s.added = row.added, s.since = coalesce(row.added_at, a.since),
    s.current = a.current AND row.rejected IS NULL,
    s.until = CASE WHEN row.at IS NULL OR row.at > a.until THEN a.until ELSE row.at END
RETURN s.id AS id, s.article AS article, s.predicate AS predicate, x.id AS subject, y.id AS object
