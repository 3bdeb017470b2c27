// An article that was not there, its document and the run that read it.
MERGE (d:Document {id: $document})
MERGE (r:Run {id: $run.id})
ON CREATE SET r.version = $run.version, r.model = $run.model, r.vocabulary = $run.vocabulary, r.started = $run.started
CREATE (a:Article {
    id: $article.id, document: $article.document, title: $article.title, outlet: $article.outlet,
    published: $article.published, retrieved: $article.retrieved, url: $article.url, language: $article.language,
    sha256: $article.sha256, text: $article.text, sample: $article.sample, invented: $article.invented,
    current: true, loaded: $article.loaded, run: $article.run, agency: $article.agency,
    near_0: $article.near_0, near_1: $article.near_1, near_2: $article.near_2, near_3: $article.near_3,
    near_4: $article.near_4, near_5: $article.near_5, since: $article.since, until: null
})
CREATE (a)-[:VERSION_OF]->(d)
CREATE (a)-[:READ_BY]->(r)
