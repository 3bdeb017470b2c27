// Of which pairs others than these articles speak.
UNWIND $keys AS key
MATCH (s:Statement {plain: key})
WHERE s.current AND NOT s.article IN $articles
RETURN collect(DISTINCT key) AS keys
