// Which of these are there, in one row: the driver spends more on a row than on the id in it.
MATCH (e:Entity)
WHERE e.id IN $ids
RETURN collect(e.id) AS ids
