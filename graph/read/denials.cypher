// Whether somebody denies a claim, or says the opposite: current statements of both.
MATCH (s:Statement)
WHERE s.claim IN $claims
  AND s.current
OPTIONAL MATCH (s)<-[said:DENIES]-(who:Entity)
RETURN s.claim AS claim, count(DISTINCT s.id) AS statements, count(DISTINCT who.id) AS denying
