// The versions of documents that count.
UNWIND $documents AS document
MATCH (a:Article)-[:VERSION_OF]->(:Document {id: document})
WHERE a.current
RETURN document, a.id AS article
