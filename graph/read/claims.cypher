// How many current articles make these claims, in how many outlets, from how many independent origins.
UNWIND $claims AS claim
MATCH (s:Statement {claim: claim})-[:IN]->(a:Article)
UNWIND CASE WHEN size(coalesce(s.origins, [])) = 0 THEN [null] ELSE s.origins END AS key
RETURN claim, count(DISTINCT CASE WHEN s.current THEN a.id END) AS articles,
       count(DISTINCT CASE WHEN s.current THEN a.outlet END) AS outlets,
       count(DISTINCT CASE WHEN s.current THEN key END) AS origins
