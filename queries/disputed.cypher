// title:
//   de: Worüber sind sich die Quellen uneinig?
//   en: What do the sources disagree about?
// description:
//   de: >-
//     Beziehungen, die mindestens ein Artikel berichtet und mindestens einer bestreitet, verneint oder bezweifelt.
//   en: >-
//     Relations that at least one article reports and at least one denies, negates or doubts.
// parameters:
//   entity: {type: entity, of: [Person, Country, Organization, Place, Agreement, Force, Event, Weapon, Proposal], optional: true,
//            de: Um wen oder was es geht, en: Whom or what it is about}
// columns:
//   subject: entity
//   edge: edge
//   object: entity
//   articles: integer in articles
//   outlets: integer in outlets
//   origins: integer in origins
//   asserted: integer in articles
//   reported: integer in articles
//   denied: integer in articles
//   doubted: integer in articles
//   first: date
//   last: date
//   sample: boolean
//   subject_id: id
//   object_id: id
// picture: graph
MATCH (e:Entity)-[r]-(:Entity)
WHERE ($entity IS NULL OR e.id = $entity)
  AND ($entity IS NOT NULL OR startNode(r).id = e.id)
  AND (r.denied > 0 OR r.doubted > 0)
WITH DISTINCT r, startNode(r) AS subject, endNode(r) AS o
RETURN subject.name AS subject, type(r) AS edge, o.name AS `object`, r.articles AS articles, r.outlets AS outlets,
       r.origins AS origins, r.asserted AS asserted, r.reported AS reported, r.denied AS denied, r.doubted AS doubted, r.first AS first, r.last AS last,
       r.sample AS sample, subject.id AS subject_id, o.id AS object_id
ORDER BY articles DESC, subject, edge, `object`, subject_id, object_id
