MATCH (e:Entity)
WHERE ($types IS NULL OR e.type IN $types)
  AND (toLower(e.name) CONTAINS $words OR any(alias IN e.aliases WHERE toLower(alias) CONTAINS $words))
RETURN count(e) AS total
