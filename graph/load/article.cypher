// The article, its document and the run that read it.
MERGE (d:Document {id: $document})
MERGE (r:Run {id: $run.id})
SET r += $run
MERGE (a:Article {id: $article.id})
SET a += $article
MERGE (a)-[:VERSION_OF]->(d)
MERGE (a)-[:READ_BY]->(r)
