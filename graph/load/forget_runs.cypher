// Runs of which no article is left.
MATCH (r:Run)
WHERE NOT EXISTS { MATCH (:Article)-[:READ_BY]->(r) }
DELETE r
