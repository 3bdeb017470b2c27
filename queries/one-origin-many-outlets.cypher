// title:
//   de: Welche Zahlen beruhen auf einem einzigen Ursprung, stehen aber in mehreren Medien?
//   en: Which figures rest on a single origin but appear in several outlets?
// description:
//   de: >-
//     Gleiche Zahlen von demselben Ursprung, die über mehrere Medien kommen (auch das Medium des Artikels selbst):
//     mehrere Fundstellen, aber eine Quelle.
//   en: >-
//     Equal figures from one origin that come through several outlets (the article's own included): many places, one
//     source.
// parameters:
//   outlets: {type: integer, default: 2, de: Mindestens so viele Medien, en: At least so many outlets}
//   force: {type: entity, of: [Country, Force, Organization], optional: true,
//           de: Wessen Soldaten, en: Whose soldiers}
// columns:
//   origin: entity
//   outlet: list of text
//   force: entity
//   predicate: predicate
//   min: integer in unit
//   max: integer in unit
//   unit: unit
//   reports: integer in statements
//   sample: boolean
//   statements: list of statement
// picture: table
MATCH (who:Entity)-[said]->(s:TroopReport)-[:SUBJECT]->(force:Entity)
WHERE s.current
  AND said.role = 'origin'
  AND (s.min IS NOT NULL OR s.max IS NOT NULL)
  AND ($force IS NULL OR force.id = $force)
MATCH (s)-[:IN]->(a:Article)
OPTIONAL MATCH (s)<-[passed]-(through:Entity)
WHERE passed.role = 'outlet'
WITH who, force, s, a, collect(DISTINCT through.name) AS passing
UNWIND CASE WHEN a.outlet IS NULL THEN passing ELSE passing + [a.outlet] END AS name
WITH who, force, s, name ORDER BY name, s.id
WITH who, force, s.predicate AS predicate, s.min AS min, s.max AS max, s.unit AS unit,
     collect(DISTINCT name) AS outlet, collect(DISTINCT s.id) AS statements,
     min(CASE WHEN s.sample THEN 1 ELSE 0 END) = 1 AS sample
WHERE size(outlet) >= $outlets
RETURN who.name AS origin, outlet, force.name AS force, predicate, min, max, unit,
       size(statements) AS reports, sample, statements
ORDER BY origin, force, predicate, min, max, unit
