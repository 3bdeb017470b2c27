// title:
//   de: Welche Texte stehen in mehreren Medien?
//   en: Which texts stand in several outlets?
// description:
//   de: >-
//     Angaben, für die kein Ursprung genannt ist und deren Text von einer Agentur oder einem anderen Medium kommt: wer
//     ihn geschrieben hat, und wer ihn druckt.
//   en: >-
//     Statements that name no origin and whose text comes from an agency or another outlet: who wrote it, and who
//     prints it.
// parameters:
//   outlets: {type: integer, default: 2, de: In mindestens so vielen Medien, en: In at least so many outlets}
// columns:
//   rests_on: text
//   outlet: list of text
//   articles: integer in articles
//   outlets: integer in outlets
//   reports: integer in statements
//   sample: boolean
//   statements: list of statement
// picture: table
MATCH (s:Statement)-[:IN]->(a:Article)
WHERE s.current
  AND size(s.vouchers) = 0
  AND a.outlet IS NOT NULL
WITH s, a ORDER BY a.outlet, s.id
UNWIND s.origins AS key
WITH key, collect(DISTINCT a.outlet) AS outlet, count(DISTINCT a.id) AS articles, collect(DISTINCT s.id) AS statements,
     min(CASE WHEN s.sample THEN 1 ELSE 0 END) = 1 AS sample
WHERE size(outlet) >= $outlets
OPTIONAL MATCH (e:Entity {id: key})
RETURN coalesce(e.name, split(key, ':')[1], key) AS rests_on, outlet, articles, size(outlet) AS outlets,
       size(statements) AS reports, sample, statements
ORDER BY outlets DESC, articles DESC, rests_on
