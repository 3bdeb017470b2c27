// Articles that share a key with one of these: candidates for copies of its text.
UNWIND $rows AS row
MATCH (a:Article {near_0: row.near_0})
RETURN row.id AS of, a.id AS id
UNION
UNWIND $rows AS row
MATCH (a:Article {near_1: row.near_1})
RETURN row.id AS of, a.id AS id
UNION
UNWIND $rows AS row
MATCH (a:Article {near_2: row.near_2})
RETURN row.id AS of, a.id AS id
UNION
UNWIND $rows AS row
MATCH (a:Article {near_3: row.near_3})
RETURN row.id AS of, a.id AS id
UNION
UNWIND $rows AS row
MATCH (a:Article {near_4: row.near_4})
RETURN row.id AS of, a.id AS id
UNION
UNWIND $rows AS row
MATCH (a:Article {near_5: row.near_5})
RETURN row.id AS of, a.id AS id
