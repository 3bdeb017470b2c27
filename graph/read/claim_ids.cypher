// Everything that is claimed.
MATCH (s:Statement)
RETURN DISTINCT s.claim AS id ORDER BY id
