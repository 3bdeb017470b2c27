// Articles that share a key with one of these: candidates for copies of its text.
UNWIND $rows AS row
MATCH (a:Article {near_0: row.near_0})
RETURN row.id AS of, a.id AS id, a.document AS document, a.outlet AS outlet, a.published AS published, a.agency AS agency, a.text AS text,
       a.near_0 AS near_0, a.near_1 AS near_1, a.near_2 AS near_2, a.near_3 AS near_3, a.near_4 AS near_4, a.near_5 AS near_5
UNION
UNWIND $rows AS row
MATCH (a:Article {near_1: row.near_1})
RETURN row.id AS of, a.id AS id, a.document AS document, a.outlet AS outlet, a.published AS published, a.agency AS agency, a.text AS text,
       a.near_0 AS near_0, a.near_1 AS near_1, a.near_2 AS near_2, a.near_3 AS near_3, a.near_4 AS near_4, a.near_5 AS near_5
UNION
UNWIND $rows AS row
MATCH (a:Article {near_2: row.near_2})
RETURN row.id AS of, a.id AS id, a.document AS document, a.outlet AS outlet, a.published AS published, a.agency AS agency, a.text AS text,
       a.near_0 AS near_0, a.near_1 AS near_1, a.near_2 AS near_2, a.near_3 AS near_3, a.near_4 AS near_4, a.near_5 AS near_5
UNION
UNWIND $rows AS row
MATCH (a:Article {near_3: row.near_3})
RETURN row.id AS of, a.id AS id, a.document AS document, a.outlet AS outlet, a.published AS published, a.agency AS agency, a.text AS text,
       a.near_0 AS near_0, a.near_1 AS near_1, a.near_2 AS near_2, a.near_3 AS near_3, a.near_4 AS near_4, a.near_5 AS near_5
UNION
UNWIND $rows AS row
MATCH (a:Article {near_4: row.near_4})
RETURN row.id AS of, a.id AS id, a.document AS document, a.outlet AS outlet, a.published AS published, a.agency AS agency, a.text AS text,
       a.near_0 AS near_0, a.near_1 AS near_1, a.near_2 AS near_2, a.near_3 AS near_3, a.near_4 AS near_4, a.near_5 AS near_5
UNION
UNWIND $rows AS row
MATCH (a:Article {near_5: row.near_5})
RETURN row.id AS of, a.id AS id, a.document AS document, a.outlet AS outlet, a.published AS published, a.agency AS agency, a.text AS text,
       a.near_0 AS near_0, a.near_1 AS near_1, a.near_2 AS near_2, a.near_3 AS near_3, a.near_4 AS near_4, a.near_5 AS near_5
