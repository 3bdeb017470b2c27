MATCH (s:Statement)
SET s.copies = s.id
RETURN s.id AS id
