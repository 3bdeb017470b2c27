// What the current statements of each pair come to, article by article and then together. Negated content
// counts as denied: "X hat keine Truppen entsandt" denies the same edge as "X bestreitet, Truppen entsandt zu haben".
UNWIND $keys AS key
MATCH (s:Statement {plain: key})
WHERE s.current AND s.modality IN ['asserted', 'reported']
MATCH (s)-[:IN]->(a:Article)
WITH key, a, s, s.polarity = 'affirmed' AS affirmed,
     [stance IN s.stances WHERE stance <> 'denies'] AS others,
     [stance IN s.stances WHERE NOT stance IN ['denies', 'doubts']] AS reporting
WITH key, a,
     min(s.predicate) AS predicate,
     max(CASE WHEN affirmed AND (size(s.stances) = 0 OR size(others) > 0) THEN 1 ELSE 0 END) AS carried,
     max(CASE WHEN affirmed AND s.modality = 'asserted' THEN 1 ELSE 0 END) AS asserted,
     max(CASE WHEN affirmed AND s.modality = 'reported' AND (size(s.stances) = 0 OR size(reporting) > 0)
         THEN 1 ELSE 0 END) AS reported,
     max(CASE WHEN NOT affirmed OR 'denies' IN s.stances THEN 1 ELSE 0 END) AS denied,
     max(CASE WHEN 'doubts' IN s.stances THEN 1 ELSE 0 END) AS doubted
RETURN key,
       min(predicate) AS predicate,
       count(*) AS articles,
       sum(carried) AS carried,
       sum(asserted) AS asserted,
       sum(reported) AS reported,
       sum(denied) AS denied,
       sum(doubted) AS doubted,
       min(CASE WHEN NOT a.published STARTS WITH '--' THEN a.published END) AS first,
       max(CASE WHEN NOT a.published STARTS WITH '--' THEN a.published END) AS last,
       min(CASE WHEN a.sample THEN 1 ELSE 0 END) = 1 AS sample
