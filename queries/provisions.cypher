// title:
//   de: Was sieht das Abkommen vor, und woher weiß man das?
//   en: What does the agreement provide for, and on whose word?
// description:
//   de: >-
//     Jede Bestimmung des Abkommens, mit denen, auf deren Wort sie beruht.
//   en: >-
//     Every provision of the agreement, with those on whose word it rests.
// parameters:
//   agreement: {type: entity, of: [Agreement], default: ru-kp-partnerschaft-2024,
//               de: Welches Abkommen, en: Which agreement}
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
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: table
MATCH (s:Statement)-[:SUBJECT]->(subject:Entity)
WHERE s.current
  AND s.predicate = 'PROVIDES_FOR'
  AND subject.id = $agreement
MATCH (s)-[:IN]->(a:Article)
MATCH (s)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, subject.name AS subject, s.predicate AS predicate, o.name AS `object`, s.polarity AS polarity,
       s.modality AS modality, origin, outlet, stance, a.published AS published, s.sample AS sample,
       s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
