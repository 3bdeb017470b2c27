// title:
//   de: Wer hat wen getroffen oder besucht?
//   en: Who met or visited whom?
// description:
//   de: >-
//     Treffen von Personen und Reisen zu Staaten und Orten, mit der Zeit, die die Artikel nennen; wer getroffen wurde,
//     zählt wie der, der traf.
//   en: >-
//     Meetings of persons and journeys to states and places, with the time that the articles give; whoever was met counts
//     like the one who met.
// parameters:
//   who: {type: entity, of: [Person, Organization], optional: true, de: Wer, en: Who}
//   whom: {type: entity, of: [Person, Country, Place], optional: true, de: Wen oder wo, en: Whom or where}
//   predicates: {type: predicate, of: [relation], many: true, default: [MET, VISITED],
//                de: Treffen oder Besuche, en: Meetings or visits}
// columns:
//   article: article
//   subject: entity
//   predicate: predicate
//   object: entity
//   where: entity
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
  AND s.predicate IN $predicates
  AND ($who IS NULL OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT]->(:Entity {id: $who}) })
  AND ($whom IS NULL OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT]->(:Entity {id: $whom}) })
MATCH (s)-[:OBJECT]->(o:Entity)
WHERE ($who IS NULL OR subject.id = $who OR (s.predicate = 'MET' AND o.id = $who))
  AND ($whom IS NULL OR o.id = $whom OR (s.predicate = 'MET' AND subject.id = $whom))
MATCH (s)-[:IN]->(a:Article)
OPTIONAL MATCH (s)-[:PLACE]->(place:Entity)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, place, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o, place,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, subject.name AS subject, s.predicate AS predicate, o.name AS `object`, place.name AS `where`,
       s.time_text AS time_text, s.time_start AS start, s.time_end AS `end`, s.polarity AS polarity,
       s.modality AS modality, origin, outlet, stance, a.published AS published, s.sample AS sample,
       s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
