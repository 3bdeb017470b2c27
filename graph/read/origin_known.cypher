// Whether any statement rests on this origin.
MATCH (s:Statement)
WHERE $key IN s.origins
RETURN s.id AS id
