// One article with its text, the run that read it last, and its neighbours among the versions of its document.
MATCH (a:Article {id: $id})
MATCH (r:Run {id: a.run})
OPTIONAL MATCH (newer:Article)-[:SUPERSEDES]->(a)
OPTIONAL MATCH (a)-[:SUPERSEDES]->(older:Article)
OPTIONAL MATCH (s:Statement)-[:IN]->(a)
WITH a, r, min(newer.id) AS newer, min(older.id) AS older, count(DISTINCT s) AS statements
RETURN a {
    .id, .document, .title, .outlet, .published, .retrieved, .url, .language, .text, .sha256
} AS article, r {.id, .version, .model, .vocabulary, .started} AS run,
a.sample AS sample, a.invented AS invented, a.current AS current, a.loaded AS loaded,
newer AS superseded_by, older AS supersedes, statements
