MATCH (r:Run)
RETURN r {.id, .version, .model, .vocabulary, .started} AS run
