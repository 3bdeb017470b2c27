// Entities whose name or alias contains the words: equal names first, then those that begin with them.
MATCH (e:Entity)
WHERE ($types IS NULL OR e.type IN $types)
  AND (toLower(e.name) CONTAINS $words OR any(alias IN e.aliases WHERE toLower(alias) CONTAINS $words))
WITH e, CASE
    WHEN toLower(e.name) = $words OR e.id = $words THEN 0
    WHEN toLower(e.name) STARTS WITH $words THEN 1
    WHEN any(alias IN e.aliases WHERE toLower(alias) STARTS WITH $words) THEN 2
    ELSE 3
  END AS rank
ORDER BY rank, e.name, e.id SKIP $skip LIMIT $limit
OPTIONAL MATCH (e)-[]-(s:Statement)
WITH e, rank, count(DISTINCT CASE WHEN s.current THEN s.id END) AS statements ORDER BY rank, e.name, e.id
RETURN e {.id, .name, .type, .wikidata, .aliases, .country, .kind, .known} AS entity, statements
