MATCH (e:Entity {id: $id})
OPTIONAL MATCH (e)-[]-(s:Statement)
WITH e, count(DISTINCT CASE WHEN s.current THEN s.id END) AS statements
RETURN e {.id, .name, .type, .wikidata, .aliases, .country, .kind, .known} AS entity, statements
