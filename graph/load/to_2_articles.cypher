// Since when an article is known, and until when it was the current version of its document.
MATCH (a:Article)
OPTIONAL MATCH (newer:Article)-[:SUPERSEDES]->(a)
WITH a, min(newer.loaded) AS until
SET a.since = a.loaded, a.until = until
