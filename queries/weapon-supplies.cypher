// title:
//   de: Wer liefert Waffen an wen, und wie sicher ist das?
//   en: Who supplies weapons to whom, and how certain is it?
// description:
//   de: >-
//     Lieferungen von Waffen und Munition, mit dem, was geliefert wird, und denen, die es sagen.
//   en: >-
//     Supplies of weapons and ammunition, with what is supplied and who says so.
// parameters:
//   supplier: {type: entity, of: [Country, Organization], optional: true, de: Wer liefert, en: Who supplies}
//   receiver: {type: entity, of: [Country, Organization, Force], optional: true, de: An wen, en: To whom}
// columns:
//   article: article
//   subject: entity
//   object: entity
//   items: list of entity
//   polarity: polarity
//   modality: modality
//   origin: list of entity
//   outlet: list of entity
//   stance: list of stance
//   subject_id: id
//   object_id: id
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: graph
MATCH (s:Statement)-[:SUBJECT]->(subject:Entity)
WHERE s.current
  AND s.predicate = 'SUPPLIES_WEAPONS_TO'
  AND ($supplier IS NULL OR subject.id = $supplier)
MATCH (s)-[:IN]->(a:Article)
MATCH (s)-[:OBJECT]->(o:Entity)
WHERE ($receiver IS NULL OR o.id = $receiver)
OPTIONAL MATCH (s)-[has:ITEM]->(item:Entity)
WITH s, a, subject, o, item, has ORDER BY has.position
WITH s, a, subject, o, collect(item.name) AS items
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, items, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o, items,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, subject.name AS subject, o.name AS `object`, items, s.polarity AS polarity,
       s.modality AS modality, origin, outlet, stance, subject.id AS subject_id, o.id AS object_id,
       a.published AS published, s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
