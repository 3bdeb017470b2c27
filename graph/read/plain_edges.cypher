// The plain edges of an entity, in and out, those of most articles first.
MATCH (e:Entity {id: $id})-[r]-(other:Entity)
WHERE r.articles IS NOT NULL
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN type(r) AS edge, r.predicate AS predicate, a.id AS source, a.name AS source_name, a.type AS source_type,
       b.id AS target, b.name AS target_name, b.type AS target_type, r.articles AS articles, r.asserted AS asserted,
       r.reported AS reported, r.denied AS denied, r.doubted AS doubted, r.first AS first, r.last AS last,
       r.sample AS sample, r.outlets AS outlets, r.origins AS origins
ORDER BY articles DESC, edge, source_name, target_name, source, target
