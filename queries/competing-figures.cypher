// title:
//   de: Welche Zahlen über diese Streitkraft stehen gegeneinander?
//   en: Which figures on this force compete with each other?
// description:
//   de: >-
//     Alle Meldungen mit einer Zahl, die größte zuerst; ein Teil eines gezählten Ganzen nennt das Ganze und gehört zu
//     ihm, nicht neben es.
//   en: >-
//     All reports with a number, the largest first; a part of a counted whole names that whole and belongs to it, not
//     beside it.
// parameters:
//   force: {type: entity, of: [Country, Force, Organization], optional: true, default: nordkorea,
//           de: Wessen Soldaten, en: Whose soldiers}
//   predicates: {type: predicate, of: [troop_report], many: true, optional: true,
//                de: Arten von Angaben, en: Kinds of statements}
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
//   whole_min: integer in whole_unit
//   whole_max: integer in whole_unit
//   whole_unit: unit
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
       s.max AS max, s.modifier AS modifier, s.unit AS unit, s.of_min AS whole_min, s.of_max AS whole_max,
       s.of_unit AS whole_unit, o.name AS `where`, s.modality AS modality, origin, outlet, s.polarity AS polarity,
       stance, articles, outlets, origins, s.caption AS caption, a.published AS published, s.sample AS sample,
       s.id AS statement, s.evidence_text AS evidence
ORDER BY coalesce(s.min, s.max) DESC, published, article, s.evidence_start, statement
