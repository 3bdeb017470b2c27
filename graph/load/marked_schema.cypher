MATCH (m:Lagebild)
SET m.schema = $schema
