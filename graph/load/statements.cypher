// New statements, with their subjects. Every property is spelled out: kglite appends a node that
// comes complete, but rewrites whole columns for properties set afterwards.
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (e:Entity {id: row.subject})
CREATE (s:Statement {
    id: row.id, article: row.article, kind: row.kind, predicate: row.predicate, polarity: row.polarity,
    modality: row.modality, confidence: row.confidence, current: row.current, sample: row.sample,
    caption: row.caption, min: row.min, max: row.max, modifier: row.modifier, unit: row.unit,
    count_text: row.count_text, of_min: row.of_min, of_max: row.of_max, of_unit: row.of_unit,
    time_start: row.time_start, time_end: row.time_end, time_text: row.time_text,
    evidence_start: row.evidence_start, evidence_end: row.evidence_end, evidence_text: row.evidence_text,
    role: row.role, voices: row.voices, plain: row.plain, claim: row.claim,
    vouchers: row.vouchers, unsupported: row.unsupported, origins: row.origins, copies: row.copies,
    near_0: row.near_0, near_1: row.near_1, near_2: row.near_2,
    day_first: row.day_first, day_last: row.day_last, dated: row.dated,
    since: a.since, until: a.until, rejected: null, added: null
})
CREATE (s)-[:IN]->(a)
CREATE (s)-[:SUBJECT {role: row.office, name: row.subject_said.name,
    entity_type: row.subject_said.entity_type, wikidata: row.subject_said.wikidata}]->(e)
