// title:
//   de: Wer berichtet von so vielen Soldaten dieser Streitkraft?
//   en: Who reports so many soldiers of this force?
// description:
//   de: >-
//     Meldungen über eine Streitkraft mit genau dieser Zahl; Zahlen, die etwas anderes zählen, sind keine.
//   en: >-
//     Reports on a force with exactly this number; numbers that count something else are none.
// parameters:
//   number: {type: integer, default: 400, de: Zahl, en: Number}
//   force: {type: entity, of: [Country, Force, Organization], optional: true, default: nordkorea,
//           de: Wessen Soldaten, en: Whose soldiers}
//   units: {type: unit, many: true, optional: true, de: Was gezählt wird, en: What is counted}
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
  AND s.min = $number
  AND s.max = $number
  AND ($units IS NULL OR s.unit IN $units)
WITH DISTINCT s.claim AS claim
MATCH (same:Statement {claim: claim})-[:IN]->(b:Article)
WHERE same.current
UNWIND CASE WHEN size(same.origins) = 0 THEN [null] ELSE same.origins END AS key
WITH claim, count(DISTINCT b.id) AS articles, count(DISTINCT b.outlet) AS outlets, count(DISTINCT key) AS origins
MATCH (s:Statement {claim: claim})-[:SUBJECT]->(force:Entity)
WHERE s.current
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
