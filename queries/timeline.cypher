// title:
//   de: Was ist wann geschehen?
//   en: What happened when?
// description:
//   de: >-
//     Angaben mit einer Zeit, deren Jahr bekannt ist, in zeitlicher Folge.
//   en: >-
//     Statements with a time whose year is known, in order of time.
// parameters:
//   entity: {type: entity, of: [Person, Country, Organization, Place, Agreement, Force, Event, Weapon, Proposal], optional: true,
//            de: Um wen oder was es geht, en: Whom or what it is about}
//   predicates: {type: predicate, of: [relation, troop_report], many: true, optional: true,
//                de: Arten von Angaben, en: Kinds of statements}
//   since: {type: date, optional: true, de: Seit, en: Since}
//   until: {type: date, optional: true, de: Bis, en: Until}
// columns:
//   article: article
//   subject: entity
//   predicate: predicate
//   object: entity
//   figure: text
//   time_text: text
//   start: date
//   end: date
//   polarity: polarity
//   modality: modality
//   origin: list of entity
//   outlet: list of entity
//   stance: list of stance
//   caption: text
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: timeline
MATCH (s:Statement)-[:SUBJECT]->(subject:Entity)
WHERE s.current
  AND ($predicates IS NULL OR s.predicate IN $predicates)
  AND NOT coalesce(s.time_start, s.time_end, '--') STARTS WITH '--'
  AND ($entity IS NULL OR EXISTS { MATCH (s)-[]-(:Entity {id: $entity}) })
  AND ($since IS NULL OR s.time_end IS NULL OR left(s.time_end, size($since)) >= left($since, size(s.time_end)))
  AND ($until IS NULL OR s.time_start IS NULL OR left(s.time_start, size($until)) <= left($until, size(s.time_start)))
MATCH (s)-[:IN]->(a:Article)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, subject.name AS subject, s.predicate AS predicate, o.name AS `object`, s.count_text AS figure,
       s.time_text AS time_text, s.time_start AS start, s.time_end AS `end`, s.polarity AS polarity,
       s.modality AS modality, origin, outlet, stance, s.caption AS caption, a.published AS published,
       s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY coalesce(start, `end`), published, article, s.evidence_start, statement
