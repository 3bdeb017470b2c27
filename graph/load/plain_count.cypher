// What the current statements that speak of each pair come to: article by article, then together.
UNWIND $keys AS key
MATCH (s:Statement {plain: key})
WHERE s.current
MATCH (s)-[:IN]->(a:Article)
WITH key, a,
     min(s.predicate) AS predicate,
     max(CASE WHEN 'carried' IN s.voices THEN 1 ELSE 0 END) AS carried,
     max(CASE WHEN 'asserted' IN s.voices THEN 1 ELSE 0 END) AS asserted,
     max(CASE WHEN 'reported' IN s.voices THEN 1 ELSE 0 END) AS reported,
     max(CASE WHEN 'denied' IN s.voices THEN 1 ELSE 0 END) AS denied,
     max(CASE WHEN 'doubted' IN s.voices THEN 1 ELSE 0 END) AS doubted,
     collect(CASE WHEN 'asserted' IN s.voices OR 'reported' IN s.voices THEN s.origins ELSE [] END) AS origins
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
       min(CASE WHEN a.sample THEN 1 ELSE 0 END) = 1 AS sample,
       collect(DISTINCT a.outlet) AS outlet_names,
       collect(origins) AS origins
