// title:
//   de: Welches Datum nennen die Artikel für das Abkommen, und widersprechen sie einander?
//   en: Which date do the articles give for the agreement, and do they contradict each other?
// description:
//   de: >-
//     Zeitangaben zur Unterzeichnung des Abkommens und zu seinen Parteien, nebeneinander.
//   en: >-
//     Times given for the signing of the agreement and for its parties, side by side.
// parameters:
//   agreement: {type: entity, of: [Agreement], default: ru-kp-partnerschaft-2024,
//               de: Welches Abkommen, en: Which agreement}
//   predicates: {type: predicate, of: [relation], many: true, optional: true, default: [SIGNED, PARTY_TO],
//                de: Arten von Angaben, en: Kinds of statements}
// columns:
//   article: article
//   subject: entity
//   predicate: predicate
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
  AND ($predicates IS NULL OR s.predicate IN $predicates)
  AND s.time_text IS NOT NULL
MATCH (s)-[:IN]->(a:Article)
MATCH (s)-[:OBJECT]->(o:Entity)
WHERE o.id = $agreement
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, subject.name AS subject, s.predicate AS predicate, o.name AS `object`,
       s.time_text AS time_text, s.time_start AS start, s.time_end AS `end`, s.polarity AS polarity,
       s.modality AS modality, origin, outlet, stance, a.published AS published, s.sample AS sample,
       s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
