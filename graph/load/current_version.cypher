// The version of a document that counts.
MATCH (a:Article)-[:VERSION_OF]->(:Document {id: $document})
WHERE a.current
RETURN a.id AS article
