// title:
//   de: Welche Angaben laufen über eine Kette vom Ursprung zu einem Medium?
//   en: Which statements come through a chain from an origin to an outlet?
// description:
//   de: >-
//     Angaben, die ein Medium von einem genannten Ursprung weitergibt; die Quellen stehen in der Reihenfolge der
//     Kette.
//   en: >-
//     Statements that an outlet passes on from a named origin; sources stand in the order of the chain.
// parameters:
//   outlet: {type: entity, of: [Organization], optional: true, de: Welches Medium, en: Which outlet}
// columns:
//   article: article
//   origin: list of entity
//   outlet: list of entity
//   subject: entity
//   predicate: predicate
//   object: entity
//   figure: text
//   polarity: polarity
//   modality: modality
//   stance: list of stance
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: table
MATCH (s:Statement)-[:SUBJECT]->(subject:Entity)
WHERE s.current
  AND ($outlet IS NULL OR EXISTS { MATCH (s)<-[]-(:Entity {id: $outlet}) })
  AND EXISTS {
    MATCH (s)<-[passed]-(medium:Entity)
    WHERE passed.role = 'outlet' AND ($outlet IS NULL OR medium.id = $outlet)
  }
  AND EXISTS { MATCH (s)<-[claimed]-(:Entity) WHERE claimed.role = 'origin' }
MATCH (s)-[:IN]->(a:Article)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, origin, outlet, subject.name AS subject, s.predicate AS predicate, o.name AS `object`,
       s.count_text AS figure, s.polarity AS polarity, s.modality AS modality, stance,
       a.published AS published, s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
