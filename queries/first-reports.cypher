// title:
//   de: Wer hat eine Behauptung zuerst berichtet, und wie hat sie sich verbreitet?
//   en: Who reported a claim first, and how did it spread?
// description:
//   de: >-
//     Jede Angabe, die in mehreren Artikeln steht, in der Folge ihres Erscheinens: die wievielte Meldung es ist,
//     worauf sie beruht und wie viele unabhängige Ursprünge die Behauptung hat.
//   en: >-
//     Every statement that stands in several articles, in the order of publication: which report of the claim it is,
//     what it rests on, and how many independent origins the claim has.
// parameters:
//   least: {type: integer, default: 2, de: In mindestens so vielen Artikeln, en: In at least so many articles}
//   entity: {type: entity, of: [Person, Country, Organization, Place, Agreement, Force, Event, Weapon, Proposal], optional: true,
//            de: Um wen oder was es geht, en: Whom or what it is about}
//   predicates: {type: predicate, of: [relation, troop_report], many: true, optional: true,
//                de: Arten von Angaben, en: Kinds of statements}
// columns:
//   subject: entity
//   predicate: predicate
//   object: entity
//   figure: text
//   position: integer
//   article: article
//   outlet: text
//   rests_on: list of text
//   articles: integer in articles
//   origins: integer in origins
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: table
MATCH (s:Statement)-[:IN]->(a:Article)
WHERE s.current
  AND ($predicates IS NULL OR s.predicate IN $predicates)
  AND ($entity IS NULL OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT|PLACE]->(:Entity {id: $entity}) })
WITH s, a, CASE WHEN coalesce(a.published, '--') STARTS WITH '--' THEN '9999' ELSE a.published END AS day
WITH s, a, day ORDER BY day, a.id, s.evidence_start, s.id
WITH s.claim AS claim, collect(DISTINCT a.id) AS articles, collect(s.id) AS statements, collect(s.origins) AS keys
WHERE size(articles) >= $least
WITH claim, articles, statements, size(reduce(l = [], x IN keys | l + [y IN x WHERE NOT y IN l])) AS origins
UNWIND range(0, size(statements) - 1) AS at
WITH claim, articles, origins, at, statements[at] AS one, statements[0] AS opening
MATCH (s:Statement {id: one})-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:IN]->(a:Article)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
RETURN subject.name AS subject, s.predicate AS predicate, o.name AS `object`, s.count_text AS figure,
       at + 1 AS position, a.id AS article, a.outlet AS outlet, s.origins AS rests_on, size(articles) AS articles,
       origins, a.published AS published, s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY articles DESC, opening, position
