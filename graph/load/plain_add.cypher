// More articles that speak of pairs whose edge is there.
UNWIND $rows AS row
MATCH (:Entity {id: row.source})-[r:`TYPE`]->(:Entity {id: row.target})
SET r.articles = r.articles + row.articles,
    r.predicate = CASE WHEN row.predicate < r.predicate THEN row.predicate ELSE r.predicate END,
    r.asserted = r.asserted + row.asserted,
    r.reported = r.reported + row.reported,
    r.denied = r.denied + row.denied,
    r.doubted = r.doubted + row.doubted,
    r.first = CASE WHEN r.first IS NULL OR row.first < r.first THEN row.first ELSE r.first END,
    r.last = CASE WHEN r.last IS NULL OR row.last > r.last THEN row.last ELSE r.last END,
    r.sample = r.sample AND row.sample,
    r.outlet_names = r.outlet_names + [name IN row.outlet_names WHERE NOT name IN r.outlet_names],
    r.origin_keys = r.origin_keys + [key IN row.origin_keys WHERE NOT key IN r.origin_keys]
SET r.outlets = size(r.outlet_names), r.origins = size(r.origin_keys)
RETURN collect(row.key) AS keys
