// Entities by id, as the graph knows them.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e {.id, .name, .type, .wikidata, .aliases, .country, .kind, .known} AS entity
