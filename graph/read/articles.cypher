// Articles without their text, the newest first.
MATCH (a:Article)
WHERE a.current OR $superseded
WITH a ORDER BY coalesce(a.published, '') DESC, a.loaded DESC, a.id SKIP $skip LIMIT $limit
OPTIONAL MATCH (s:Statement)-[:IN]->(a)
WITH a, count(s) AS statements ORDER BY coalesce(a.published, '') DESC, a.loaded DESC, a.id
RETURN a {
    .id, .document, .title, .outlet, .published, .url, .language, .sample, .invented, .current, .loaded
} AS article, statements
