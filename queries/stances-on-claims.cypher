// title:
//   de: Wer bestätigt, bestreitet oder bezweifelt welche Behauptung?
//   en: Who confirms, denies or doubts which claim?
// description:
//   de: >-
//     Behauptungen, zu denen sich mindestens eine Quelle so stellt; gleiche Angaben mehrerer Artikel sind eine
//     Behauptung. Nichts wird entschieden.
//   en: >-
//     Claims on which at least one source takes such a stand; equal statements of several articles are one claim.
//     Nothing is decided.
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
//   polarity: polarity
//   confirmed_by: list of entity
//   denied_by: list of entity
//   doubted_by: list of entity
//   articles: integer in articles
//   origins: integer in origins
//   first: date
//   sample: boolean
//   statements: list of statement
// picture: table
MATCH (s:Statement)-[:IN]->(a:Article)
WHERE s.current
  AND ($predicates IS NULL OR s.predicate IN $predicates)
  AND ($entity IS NULL OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT|PLACE]->(:Entity {id: $entity}) })
OPTIONAL MATCH (s)<-[said]-(who:Entity)
WITH s, a, who, type(said) AS stance ORDER BY who.name, s.id
WITH s, a,
     collect(DISTINCT CASE stance WHEN 'CONFIRMS' THEN who.name END) AS confirming,
     collect(DISTINCT CASE stance WHEN 'DENIES' THEN who.name END) AS denying,
     collect(DISTINCT CASE stance WHEN 'DOUBTS' THEN who.name END) AS doubting
WITH s, a, confirming, denying, doubting ORDER BY s.id
WITH s.claim AS claim, collect(DISTINCT s.id) AS statements, count(DISTINCT a.id) AS articles,
     min(CASE WHEN a.published STARTS WITH '--' THEN null ELSE a.published END) AS first,
     collect(confirming) AS confirming, collect(denying) AS denying, collect(doubting) AS doubting,
     collect(s.origins) AS keys, min(CASE WHEN s.sample THEN 1 ELSE 0 END) = 1 AS sample
WITH statements, articles, first, sample, statements[0] AS one,
     reduce(l = [], x IN confirming | l + [y IN x WHERE NOT y IN l]) AS confirmed_by,
     reduce(l = [], x IN denying | l + [y IN x WHERE NOT y IN l]) AS denied_by,
     reduce(l = [], x IN doubting | l + [y IN x WHERE NOT y IN l]) AS doubted_by,
     size(reduce(l = [], x IN keys | l + [y IN x WHERE NOT y IN l])) AS origins
WHERE size(confirmed_by) + size(denied_by) + size(doubted_by) > 0
MATCH (s:Statement {id: one})-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
RETURN subject.name AS subject, s.predicate AS predicate, o.name AS `object`, s.count_text AS figure,
       s.polarity AS polarity, confirmed_by, denied_by, doubted_by, articles, origins, first, sample, statements
ORDER BY articles DESC, subject, predicate, one
