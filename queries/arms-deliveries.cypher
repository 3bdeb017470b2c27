// title:
//   de: Welche Waffen werden von wem an wen geliefert?
//   en: Which weapons are supplied by whom to whom?
// description:
//   de: >-
//     Lieferungen nach dem, was geliefert wird; eine Zeile zählt alle Angaben, die dasselbe gleich sicher sagen. Ohne
//     Namen steht, was nur "Waffen" heißt.
//   en: >-
//     Deliveries by what is delivered; a row counts all statements that say the same with the same certainty. Without a
//     name stands what is only called "weapons".
// parameters:
//   item: {type: entity, of: [Weapon], optional: true, de: Welche Waffe, en: Which weapon}
//   supplier: {type: entity, of: [Country, Organization], optional: true, de: Wer liefert, en: Who supplies}
//   receiver: {type: entity, of: [Country, Organization, Force], optional: true, de: An wen, en: To whom}
// columns:
//   item: entity
//   subject: entity
//   object: entity
//   polarity: polarity
//   modality: modality
//   origin: list of entity
//   articles: integer in articles
//   outlets: integer in outlets
//   origins: integer in origins
//   first: date
//   last: date
//   sample: boolean
//   subject_id: id
//   object_id: id
//   statements: list of statement
// picture: graph
MATCH (s:Statement)-[:SUBJECT]->(subject:Entity)
WHERE s.current
  AND s.predicate = 'SUPPLIES_WEAPONS_TO'
  AND ($supplier IS NULL OR subject.id = $supplier)
MATCH (s)-[:IN]->(a:Article)
MATCH (s)-[:OBJECT]->(o:Entity)
WHERE ($receiver IS NULL OR o.id = $receiver)
OPTIONAL MATCH (s)-[:ITEM]->(item:Entity)
WITH s, a, subject, o, item
WHERE ($item IS NULL OR item.id = $item)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, item, CASE said.role WHEN 'origin' THEN source.name END AS origin ORDER BY origin, s.id
WITH item.name AS item, item.id AS item_id, subject.name AS subject, subject.id AS subject_id, o.name AS whom,
     o.id AS object_id, s.polarity AS polarity, s.modality AS modality, collect(DISTINCT origin) AS origin,
     count(DISTINCT a.id) AS articles, count(DISTINCT a.outlet) AS outlets, collect(s.origins) AS keys,
     min(CASE WHEN a.published STARTS WITH '--' THEN null ELSE a.published END) AS first,
     max(CASE WHEN a.published STARTS WITH '--' THEN null ELSE a.published END) AS last,
     min(CASE WHEN s.sample THEN 1 ELSE 0 END) = 1 AS sample, collect(DISTINCT s.id) AS statements
RETURN item, subject, whom AS `object`, polarity, modality, origin, articles, outlets,
       size(reduce(l = [], x IN keys | l + [y IN x WHERE NOT y IN l])) AS origins, first, last, sample, subject_id,
       object_id, statements
ORDER BY articles DESC, item, subject, whom, polarity, modality, item_id, subject_id, object_id
