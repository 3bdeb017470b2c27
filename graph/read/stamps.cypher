// What tells whether an article is still as it was.
MATCH (a:Article)
OPTIONAL MATCH (s:Statement)-[:IN]->(a)
RETURN a.id AS id, a.loaded AS loaded, a.run AS run, a.current AS current, count(s) AS statements,
       collect(s.id) AS ids, collect(coalesce(s.claim, '')) AS claims, collect(coalesce(s.origins, [])) AS origins,
       [id IN collect(CASE WHEN s.current <> a.current THEN s.id END) WHERE id IS NOT NULL] AS otherwise
