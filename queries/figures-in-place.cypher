// title:
//   de: Wer nennt welche Zahl von Soldaten an diesem Ort?
//   en: Who gives which number of soldiers in this place?
// description:
//   de: >-
//     Meldungen mit einer Zahl über entsandte oder anwesende Soldaten einer Streitkraft, die den Ort nennen.
//   en: >-
//     Reports with a number on soldiers of a force that were sent to or are in a place.
// parameters:
//   force: {type: entity, of: [Country, Force, Organization], optional: true, default: nordkorea,
//           de: Wessen Soldaten, en: Whose soldiers}
//   place: {type: entity, of: [Country, Place, Organization, Force, Event], default: russland,
//           de: Wo oder wohin, en: Where or where to}
//   predicates: {type: predicate, of: [troop_report], many: true, optional: true, default: [SENT, PRESENT],
//                de: Arten von Angaben, en: Kinds of statements}
// columns:
//   article: article
//   force: entity
//   predicate: predicate
//   figure: text
//   min: integer in unit
//   max: integer in unit
//   modifier: modifier
//   unit: unit
//   where: entity
//   modality: modality
//   origin: list of entity
//   outlet: list of entity
//   polarity: polarity
//   stance: list of stance
//   articles: integer in articles
//   outlets: integer in outlets
//   origins: integer in origins
//   caption: text
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: ranges
MATCH (s:TroopReport)-[:SUBJECT]->(force:Entity)
WHERE s.current
  AND ($force IS NULL OR force.id = $force)
  AND ($predicates IS NULL OR s.predicate IN $predicates)
  AND (s.min IS NOT NULL OR s.max IS NOT NULL)
  AND EXISTS { MATCH (s)-[:OBJECT|PLACE]->(:Entity {id: $place}) }
WITH DISTINCT s.claim AS claim
MATCH (same:Statement {claim: claim})-[:IN]->(b:Article)
WHERE same.current
UNWIND CASE WHEN size(same.origins) = 0 THEN [null] ELSE same.origins END AS key
WITH claim, count(DISTINCT b.id) AS articles, count(DISTINCT b.outlet) AS outlets, count(DISTINCT key) AS origins
MATCH (s:Statement {claim: claim})-[:SUBJECT]->(force:Entity)
WHERE s.current
  AND EXISTS { MATCH (s)-[:OBJECT|PLACE]->(:Entity {id: $place}) }
MATCH (s)-[:IN]->(a:Article)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, force, o, articles, outlets, origins, source, said ORDER BY said.step, said.position, source.name
WITH s, a, force, o, articles, outlets, origins,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, force.name AS force, s.predicate AS predicate, s.count_text AS figure, s.min AS min,
       s.max AS max, s.modifier AS modifier, s.unit AS unit, o.name AS `where`, s.modality AS modality, origin,
       outlet, s.polarity AS polarity, stance, articles, outlets, origins, s.caption AS caption,
       a.published AS published, s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
