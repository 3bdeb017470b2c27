// Every pair of entities that statements speak of.
MATCH (s:Statement)
WHERE s.plain IS NOT NULL
RETURN DISTINCT s.plain AS plain
