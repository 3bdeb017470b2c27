// title:
//   de: Wer hat wen oder welches Land besucht?
//   en: Who visited which country or place?
// description:
//   de: >-
//     Reisen und Besuche, mit der Zeit, die die Artikel nennen.
//   en: >-
//     Journeys and visits, with the time that the articles give.
// parameters:
//   visitor: {type: entity, of: [Person, Organization], optional: true, de: Wer, en: Who}
//   place: {type: entity, of: [Country, Place], optional: true, de: Wo, en: Where}
// columns:
//   article: article
//   subject: entity
//   object: entity
//   time_text: text
//   start: date
//   end: date
//   polarity: polarity
//   modality: modality
//   origin: list of entity
//   outlet: list of entity
//   stance: list of stance
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: timeline
MATCH (s:Statement)-[:SUBJECT]->(subject:Entity)
WHERE s.current
  AND s.predicate = 'VISITED'
  AND ($visitor IS NULL OR subject.id = $visitor)
MATCH (s)-[:IN]->(a:Article)
MATCH (s)-[:OBJECT]->(o:Entity)
WHERE ($place IS NULL OR o.id = $place)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, subject.name AS subject, o.name AS `object`, s.time_text AS time_text, s.time_start AS start,
       s.time_end AS `end`, s.polarity AS polarity, s.modality AS modality, origin, outlet, stance,
       a.published AS published, s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
