// Every version of every article, in the order in which they came into the graph; of one instant the superseded first.
MATCH (a:Article)
RETURN a.id AS id, a.since AS since
ORDER BY since, coalesce(a.until, '~'), id
