// The runs that the articles were read by last.
MATCH (a:Article)
WITH DISTINCT a.run AS id
MATCH (r:Run {id: id})
RETURN r {.id, .version, .model, .vocabulary, .started} AS run
