MATCH (e:Entity {id: $id})
RETURN e.type AS type
