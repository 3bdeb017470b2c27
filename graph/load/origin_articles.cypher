// What the origin of an article's text depends on.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.document AS document, a.outlet AS outlet, a.published AS published, a.agency AS agency, a.text AS text,
       a.near_0 AS near_0, a.near_1 AS near_1, a.near_2 AS near_2, a.near_3 AS near_3, a.near_4 AS near_4, a.near_5 AS near_5
