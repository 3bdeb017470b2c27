// title:
//   de: Welche Behauptungen hat noch niemand bestätigt?
//   en: Which claims has nobody confirmed yet?
// description:
//   de: >-
//     Behauptungen, die kein Artikel aus eigener Kenntnis feststellt und keine Quelle bestätigt oder ankündigt; mit
//     denen, die sie bestreiten.
//   en: >-
//     Claims that no article states on its own authority and no source confirms or announces; with those who deny
//     them.
// parameters:
//   entity: {type: entity, of: [Person, Country, Organization, Place, Agreement, Force, Event, Weapon, Proposal], optional: true,
//            de: Um wen oder was es geht, en: Whom or what it is about}
//   predicates: {type: predicate, of: [relation, troop_report], many: true, optional: true,
//                de: Arten von Angaben, en: Kinds of statements}
// columns:
//   subject: entity
//   predicate: predicate
//   object: entity
//   figure: text
//   denied_by: list of entity
//   articles: integer in articles
//   outlets: integer in outlets
//   origins: integer in origins
//   first: date
//   last: date
//   sample: boolean
//   statements: list of statement
// picture: table
MATCH (s:Statement)-[:IN]->(a:Article)
WHERE s.current
  AND ($predicates IS NULL OR s.predicate IN $predicates)
  AND ($entity IS NULL OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT|PLACE]->(:Entity {id: $entity}) })
  AND s.polarity = 'affirmed'
OPTIONAL MATCH (s)<-[said]-(who:Entity)
WITH s, a, who, type(said) AS stance ORDER BY who.name, s.id
WITH s, a,
     max(CASE WHEN s.modality = 'asserted' OR stance IN ['CONFIRMS', 'ANNOUNCES'] THEN 1 ELSE 0 END) AS settled,
     collect(DISTINCT CASE stance WHEN 'DENIES' THEN who.name END) AS denying
WITH s, a, settled, denying ORDER BY s.id
WITH s.claim AS claim, collect(DISTINCT s.id) AS statements, count(DISTINCT a.id) AS articles,
     count(DISTINCT a.outlet) AS outlets, max(settled) AS settled, collect(denying) AS denying,
     min(CASE WHEN a.published STARTS WITH '--' THEN null ELSE a.published END) AS first,
     max(CASE WHEN a.published STARTS WITH '--' THEN null ELSE a.published END) AS last,
     collect(s.origins) AS keys, min(CASE WHEN s.sample THEN 1 ELSE 0 END) = 1 AS sample
WHERE settled = 0
WITH statements, articles, outlets, first, last, sample, statements[0] AS one,
     reduce(l = [], x IN denying | l + [y IN x WHERE NOT y IN l]) AS denied_by,
     size(reduce(l = [], x IN keys | l + [y IN x WHERE NOT y IN l])) AS origins
MATCH (s:Statement {id: one})-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
RETURN subject.name AS subject, s.predicate AS predicate, o.name AS `object`, s.count_text AS figure, denied_by,
       articles, outlets, origins, first, last, sample, statements
ORDER BY articles DESC, subject, predicate, one
