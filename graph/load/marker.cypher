MATCH (m:Lagebild)
RETURN m.schema AS schema
