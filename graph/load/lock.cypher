// One writer at a time: whoever has changed the marker keeps it until the transaction ends.
MATCH (m:Lagebild)
SET m.loaded = $now
RETURN m.schema AS schema
