// The words of statements by id.
MATCH (s:Statement)
WHERE s.id IN $ids
RETURN s.id AS id, s.evidence_text AS evidence
