MATCH (:Entity {id: $entity})-[r:SAME_AS]->(:Entity)
DELETE r
