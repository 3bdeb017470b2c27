// Groups of articles that share a key with one of these, with some of their texts: candidates for copies of its text.
UNWIND $rows AS row
MATCH (a:Article {near_0: row.near_0})
WHERE row.within IS NULL OR a.copies IN row.within
RETURN row.id AS of, a.copies AS copies, count(DISTINCT a.text) AS wordings,
       collect(DISTINCT a.text)[0..$most] AS said
UNION
UNWIND $rows AS row
MATCH (a:Article {near_1: row.near_1})
WHERE row.within IS NULL OR a.copies IN row.within
RETURN row.id AS of, a.copies AS copies, count(DISTINCT a.text) AS wordings,
       collect(DISTINCT a.text)[0..$most] AS said
UNION
UNWIND $rows AS row
MATCH (a:Article {near_2: row.near_2})
WHERE row.within IS NULL OR a.copies IN row.within
RETURN row.id AS of, a.copies AS copies, count(DISTINCT a.text) AS wordings,
       collect(DISTINCT a.text)[0..$most] AS said
UNION
UNWIND $rows AS row
MATCH (a:Article {near_3: row.near_3})
WHERE row.within IS NULL OR a.copies IN row.within
RETURN row.id AS of, a.copies AS copies, count(DISTINCT a.text) AS wordings,
       collect(DISTINCT a.text)[0..$most] AS said
UNION
UNWIND $rows AS row
MATCH (a:Article {near_4: row.near_4})
WHERE row.within IS NULL OR a.copies IN row.within
RETURN row.id AS of, a.copies AS copies, count(DISTINCT a.text) AS wordings,
       collect(DISTINCT a.text)[0..$most] AS said
UNION
UNWIND $rows AS row
MATCH (a:Article {near_5: row.near_5})
WHERE row.within IS NULL OR a.copies IN row.within
RETURN row.id AS of, a.copies AS copies, count(DISTINCT a.text) AS wordings,
       collect(DISTINCT a.text)[0..$most] AS said
