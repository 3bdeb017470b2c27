// title:
//   de: Was hat sich seit diesem Tag geändert?
//   en: What has changed since this day?
// description:
//   de: >-
//     Angaben, die seitdem in den Graphen gekommen sind: neu, oder von einer Behauptung, die er schon kannte; und solche,
//     die er kannte und die weggefallen sind, weil ihr Artikel eine neuere Fassung hat oder jemand sie verworfen hat.
//   en: >-
//     Statements that have come into the graph since then: new ones, or of a claim that it knew already; and those that
//     it knew and that are gone, because their article has a newer version or somebody rejected them.
// parameters:
//   since: {type: date, optional: true, de: Seit (auch dieser Tag selbst), en: Since (that day included)}
//   entity: {type: entity, of: [Person, Country, Organization, Place, Agreement, Force, Event, Weapon, Proposal], optional: true,
//            de: Um wen oder was es geht, en: Whom or what it is about}
//   predicates: {type: predicate, of: [relation, troop_report], many: true, optional: true,
//                de: Arten von Angaben, en: Kinds of statements}
//   changes: {type: change, many: true, default: [new, repeated, gone], de: Was davon, en: Which of them}
// columns:
//   change: change
//   article: article
//   subject: entity
//   predicate: predicate
//   object: entity
//   figure: text
//   polarity: polarity
//   modality: modality
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: table
MATCH (s:Statement)-[:IN]->(a:Article)
WHERE ($predicates IS NULL OR s.predicate IN $predicates)
  AND ($entity IS NULL OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT|PLACE|ITEM]->(:Entity {id: $entity}) })
WITH s, a,
     CASE WHEN s.current AND s.since >= coalesce($since, '') THEN 'new'
          WHEN NOT s.current AND s.since < $since AND s.until >= $since THEN 'gone' END AS came
WHERE came IS NOT NULL
OPTIONAL MATCH (before:Statement {claim: s.claim})
WHERE before.since < $since AND coalesce(before.until, '~') >= $since
WITH s, a, came, count(before) AS known
WITH s, a, CASE WHEN came = 'new' AND known > 0 THEN 'repeated' ELSE came END AS change
WHERE change IN $changes
MATCH (s)-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
RETURN change, a.id AS article, subject.name AS subject, s.predicate AS predicate, o.name AS `object`,
       s.count_text AS figure, s.polarity AS polarity, s.modality AS modality, a.published AS published,
       s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY change, published, article, s.evidence_start, statement
