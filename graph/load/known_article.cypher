// A known article read again, or told more of: what is given now holds; which version is current stays as it is.
MERGE (r:Run {id: $article.run})
ON CREATE SET r.version = $article.by.version, r.model = $article.by.model, r.vocabulary = $article.by.vocabulary,
    r.started = $article.by.started
WITH r
MATCH (a:Article {id: $article.id})
SET a.title = $article.title, a.outlet = $article.outlet, a.published = $article.published,
    a.retrieved = $article.retrieved, a.url = $article.url, a.language = $article.language,
    a.sample = $article.sample, a.invented = $article.invented, a.loaded = $article.loaded, a.run = $article.run,
    a.text_rank = $article.text_rank
MERGE (a)-[:READ_BY]->(r)
WITH a
MATCH (s:Statement)-[:IN]->(a)
SET s.sample = a.sample
