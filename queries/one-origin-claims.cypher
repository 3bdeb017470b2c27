// title:
//   de: Welche Behauptungen stehen in mehreren Artikeln und gehen doch auf einen Ursprung zurück?
//   en: Which claims stand in several articles and yet go back to one origin?
// description:
//   de: >-
//     Gleiche Angaben mehrerer Artikel mit nur einem unabhängigen Ursprung: eine genannte Quelle, eine Agentur oder ein
//     Text, den andere nachdrucken.
//   en: >-
//     Equal statements of several articles with only one independent origin: a source that is named, an agency, or a
//     text that others reprint.
// parameters:
//   articles: {type: integer, default: 2, de: In mindestens so vielen Artikeln, en: In at least so many articles}
//   predicates: {type: predicate, of: [relation, troop_report], many: true, optional: true,
//                de: Arten von Angaben, en: Kinds of statements}
// columns:
//   rests_on: text
//   subject: entity
//   predicate: predicate
//   object: entity
//   figure: text
//   articles: integer in articles
//   outlets: integer in outlets
//   origins: integer in origins
//   sample: boolean
//   statements: list of statement
// picture: table
MATCH (s:Statement)-[:IN]->(a:Article)
WHERE s.current
  AND ($predicates IS NULL OR s.predicate IN $predicates)
WITH s, a ORDER BY s.id
UNWIND s.origins AS key
WITH s.claim AS claim, count(DISTINCT a.id) AS articles, count(DISTINCT a.outlet) AS outlets,
     collect(DISTINCT key) AS keys, collect(DISTINCT s.id) AS statements,
     min(CASE WHEN s.sample THEN 1 ELSE 0 END) = 1 AS sample
WHERE articles >= $articles AND size(keys) = 1
WITH articles, outlets, keys, statements, sample, statements[0] AS first
MATCH (s:Statement {id: first})-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (e:Entity {id: keys[0]})
RETURN coalesce(e.name, split(keys[0], ':')[1], keys[0]) AS rests_on, subject.name AS subject, s.predicate AS predicate,
       o.name AS `object`, s.count_text AS figure, articles, outlets, size(keys) AS origins, sample, statements
ORDER BY articles DESC, rests_on, subject, predicate, first
