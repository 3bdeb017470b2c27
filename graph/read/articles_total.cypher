MATCH (a:Article)
WHERE a.current OR $superseded
RETURN count(a) AS total
