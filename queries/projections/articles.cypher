// The articles of each claim that more than one of them has.
MATCH (s:Statement)
WHERE s.current
  AND ($since IS NULL OR left(s.day_last, size($since)) >= $since)
  AND ($until IS NULL OR left(s.day_first, size($until)) <= $until)
WITH s ORDER BY s.article
WITH s.claim AS claim, collect(DISTINCT s.article) AS articles, collect(s.origins) AS keys
WHERE size(articles) > 1
RETURN claim, articles, keys
ORDER BY claim
