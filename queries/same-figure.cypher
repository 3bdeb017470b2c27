// title:
//   de: Wer nennt diese Zahl, und ist jeweils dasselbe gemeint?
//   en: Who gives this figure, and is the same thing meant each time?
// description:
//   de: >-
//     Meldungen mit genau dieser Zahl. Dieselbe Behauptung sind zwei nur, wenn sie von derselben Streitkraft und
//     demselben Ursprung dasselbe sagen.
//   en: >-
//     Reports with exactly this number. Two are the same claim only if they say the same of one force on one origin's
//     word.
// parameters:
//   number: {type: integer, default: 3000, de: Zahl, en: Number}
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
//   same_claim: integer in statements
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: ranges
MATCH (s:TroopReport)-[:SUBJECT]->(force:Entity)
WHERE s.current
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
OPTIONAL MATCH (s)<-[named]-(who:Entity)
WHERE named.role = 'origin'
WITH claim, articles, outlets, origins, force, who, collect(DISTINCT s) AS told
UNWIND told AS s
WITH s, force, articles, outlets, origins, max(CASE WHEN who.id IS NULL THEN null ELSE size(told) END) AS same_claim
MATCH (s)-[:IN]->(a:Article)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, force, o, same_claim, articles, outlets, origins, source, said ORDER BY said.step, said.position, source.name
WITH s, a, force, o, same_claim, articles, outlets, origins,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, force.name AS force, s.predicate AS predicate, s.count_text AS figure, s.min AS min,
       s.max AS max, s.modifier AS modifier, s.unit AS unit, o.name AS `where`, s.modality AS modality, origin,
       outlet, s.polarity AS polarity, stance, articles, outlets, origins, s.caption AS caption, same_claim,
       a.published AS published, s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
