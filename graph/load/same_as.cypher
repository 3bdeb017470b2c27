// Somebody decided that two entities are one; both stay, what is said of the first is moved to the second.
MATCH (e:Entity {id: $entity})
MATCH (other:Entity {id: $other})
MERGE (e)-[r:SAME_AS]->(other)
SET r.decision = $decision
RETURN e.id AS id
