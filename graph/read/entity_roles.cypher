// In how many current statements an entity has which part.
MATCH (e:Entity {id: $id})-[has]-(s:Statement)
WHERE s.current
WITH CASE WHEN type(has) IN ['SUBJECT', 'OBJECT', 'PLACE', 'ITEM'] THEN toLower(type(has)) ELSE has.role END AS role, s
RETURN role, count(DISTINCT s) AS statements
ORDER BY role
