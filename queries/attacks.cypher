// title:
//   de: Wer greift wen an, und seit wann?
//   en: Who attacks whom, and since when?
// description:
//   de: >-
//     Angriffe und Invasionen, mit dem Beginn, den die Artikel nennen.
//   en: >-
//     Attacks and invasions, with the beginning that the articles give.
// parameters:
//   attacker: {type: entity, of: [Country, Force], optional: true, de: Wer, en: Who}
//   target: {type: entity, of: [Country, Place], optional: true, de: Wen, en: Whom}
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
  AND s.predicate = 'ATTACKED'
  AND ($attacker IS NULL OR subject.id = $attacker)
MATCH (s)-[:IN]->(a:Article)
MATCH (s)-[:OBJECT]->(o:Entity)
WHERE ($target IS NULL OR o.id = $target)
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
