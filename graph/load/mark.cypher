MERGE (m:Lagebild {schema: $schema})
SET m.loaded = $now
