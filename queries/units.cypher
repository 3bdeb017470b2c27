// title:
//   de: Welche Truppenteile werden genannt und zu wem gehören sie?
//   en: Which military units are named, and to whom do they belong?
// description:
//   de: >-
//     Verbände, Einheiten und Gruppen mit dem Staat oder Verband, zu dem sie gehören.
//   en: >-
//     Formations, units and groups with the state or formation that they belong to.
// parameters:
//   types: {type: entity_type, many: true, default: [Force], de: Was für Teile, en: What kind of parts}
//   whole: {type: entity, of: [Country, Organization, Force], optional: true, de: Teil wovon, en: Part of what}
// columns:
//   article: article
//   subject: entity
//   predicate: predicate
//   object: entity
//   polarity: polarity
//   modality: modality
//   origin: list of entity
//   outlet: list of entity
//   stance: list of stance
//   subject_id: id
//   object_id: id
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: graph
MATCH (s:Statement)-[:SUBJECT]->(subject:Entity)
WHERE s.current
  AND s.predicate = 'PART_OF'
  AND subject.type IN $types
MATCH (s)-[:IN]->(a:Article)
MATCH (s)-[:OBJECT]->(o:Entity)
WHERE ($whole IS NULL OR o.id = $whole)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, subject.name AS subject, s.predicate AS predicate, o.name AS `object`, s.polarity AS polarity,
       s.modality AS modality, origin, outlet, stance, subject.id AS subject_id, o.id AS object_id,
       a.published AS published, s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
