// Articles by id with all that is stored of them; the text only where it is wanted.
UNWIND $ids AS id
MATCH (a:Article {id: id})
MATCH (r:Run {id: a.run})
OPTIONAL MATCH (a)-[:SUPERSEDES]->(older:Article)
WITH a, r, min(older.id) AS older
RETURN a {
    .id, .document, .title, .outlet, .published, .retrieved, .url, .language, .sha256,
    .sample, .invented, .current, .loaded
} AS article, CASE WHEN $text THEN a.text ELSE null END AS text,
r {.id, .version, .model, .vocabulary, .started} AS run, older AS supersedes
