// Groups of statements whose evidence shares a key with that of one of these: candidates for the same passage.
UNWIND $rows AS row
MATCH (s:Statement {near_0: row.near_0})
WHERE row.within IS NULL OR s.copies IN row.within
RETURN row.id AS of, s.copies AS copies, count(DISTINCT s.evidence_text) AS wordings,
       collect(DISTINCT s.evidence_text)[0..$most] AS said
UNION
UNWIND $rows AS row
MATCH (s:Statement {near_1: row.near_1})
WHERE row.within IS NULL OR s.copies IN row.within
RETURN row.id AS of, s.copies AS copies, count(DISTINCT s.evidence_text) AS wordings,
       collect(DISTINCT s.evidence_text)[0..$most] AS said
UNION
UNWIND $rows AS row
MATCH (s:Statement {near_2: row.near_2})
WHERE row.within IS NULL OR s.copies IN row.within
RETURN row.id AS of, s.copies AS copies, count(DISTINCT s.evidence_text) AS wordings,
       collect(DISTINCT s.evidence_text)[0..$most] AS said
