// title:
//   de: Welche Angaben stützen sich nur auf ein Medium, ohne dass ein Ursprung genannt wird?
//   en: Which statements rest on an outlet alone, with no origin named?
// description:
//   de: >-
//     Angaben, die ein Medium weitergibt, ohne zu sagen, von wem sie kommen.
//   en: >-
//     Statements that an outlet passes on without saying where they come from.
// parameters:
//   outlet: {type: entity, of: [Organization], optional: true, de: Welches Medium, en: Which outlet}
// columns:
//   article: article
//   subject: entity
//   predicate: predicate
//   object: entity
//   figure: text
//   outlet: list of entity
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
  AND NOT EXISTS { MATCH (s)<-[claimed]-(:Entity) WHERE claimed.role = 'origin' }
MATCH (s)-[:IN]->(a:Article)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, subject.name AS subject, s.predicate AS predicate, o.name AS `object`, s.count_text AS figure,
       outlet, s.polarity AS polarity, s.modality AS modality, stance, a.published AS published,
       s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
