UNWIND $rows AS row
MATCH (a:Entity {id: row.source})
MATCH (b:Entity {id: row.target})
MERGE (a)-[r:`TYPE`]->(b)
SET r.predicate = row.predicate, r.articles = row.articles, r.asserted = row.asserted, r.reported = row.reported,
    r.denied = row.denied, r.doubted = row.doubted, r.first = row.first, r.last = row.last, r.sample = row.sample,
    r.outlet_names = row.outlet_names, r.outlets = size(row.outlet_names), r.origin_keys = row.origin_keys,
    r.origins = size(row.origin_keys)
