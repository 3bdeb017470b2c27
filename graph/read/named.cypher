// Entities that a word means: by id, or by name or alias in any case.
MATCH (e:Entity)
WHERE e.id = $word
  OR toLower(e.name) = toLower($word)
  OR any(alias IN e.aliases WHERE toLower(alias) = toLower($word))
RETURN e.id AS id, e.type AS type
ORDER BY id
