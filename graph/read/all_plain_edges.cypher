// The plain edges of one type, a part of them.
MATCH (a:Entity)-[r:`TYPE`]->(b:Entity)
RETURN type(r) AS edge, r.predicate AS predicate, r.articles AS articles,
       r.asserted AS asserted, r.reported AS reported, r.denied AS denied, r.doubted AS doubted,
       r.first AS first, r.last AS last, r.sample AS sample, r.outlets AS outlets, r.origins AS origins,
       a.id AS source, a.name AS source_name, a.type AS source_type,
       b.id AS target, b.name AS target_name, b.type AS target_type
ORDER BY source, target SKIP $skip LIMIT $limit
