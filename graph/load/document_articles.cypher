// Every version of the document that an article, or an id of a document, names.
MATCH (a:Article)
WHERE a.id = $id OR a.document = $id
WITH DISTINCT a.document AS document
MATCH (version:Article)
WHERE version.document = document
RETURN document, version.id AS article
