// title:
//   de: Welche Personen haben welches Amt oder welche Funktion?
//   en: Which persons hold which office or function?
// description:
//   de: >-
//     Ämter und Funktionen, so wie die Artikel sie nennen.
//   en: >-
//     Offices and functions as the articles name them.
// parameters:
//   person: {type: entity, of: [Person], optional: true, de: Welche Person, en: Which person}
//   body: {type: entity, of: [Country, Organization, Force, Place], optional: true, de: Wo, en: Where}
// columns:
//   article: article
//   subject: entity
//   object: entity
//   office: text
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
  AND s.predicate = 'HOLDS_OFFICE'
  AND ($person IS NULL OR subject.id = $person)
MATCH (s)-[:IN]->(a:Article)
MATCH (s)-[:OBJECT]->(o:Entity)
WHERE ($body IS NULL OR o.id = $body)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, subject.name AS subject, o.name AS `object`, s.role AS office, s.polarity AS polarity,
       s.modality AS modality, origin, outlet, stance, subject.id AS subject_id, o.id AS object_id,
       a.published AS published, s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
