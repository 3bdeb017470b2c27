// Articles that were not there, their documents and the runs that read them.
UNWIND $rows AS row
MERGE (d:Document {id: row.document})
MERGE (r:Run {id: row.run})
ON CREATE SET r.version = row.by.version, r.model = row.by.model, r.vocabulary = row.by.vocabulary,
    r.started = row.by.started
CREATE (a:Article {
    id: row.id, document: row.document, title: row.title, outlet: row.outlet,
    published: row.published, retrieved: row.retrieved, url: row.url, language: row.language,
    sha256: row.sha256, text: row.text, sample: row.sample, invented: row.invented,
    current: true, loaded: row.loaded, run: row.run, agency: row.agency, text_rank: row.text_rank, copies: row.copies,
    near_0: row.near_0, near_1: row.near_1, near_2: row.near_2, near_3: row.near_3,
    near_4: row.near_4, near_5: row.near_5, since: row.since, until: null
})
CREATE (a)-[:VERSION_OF]->(d)
CREATE (a)-[:READ_BY]->(r)
