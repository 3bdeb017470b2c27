// title:
//   de: Welche Zahlen nennt dieser Ursprung, und stimmen sie überein?
//   en: Which numbers does this origin give, and do they agree?
// description:
//   de: >-
//     Zahlen, die auf eine Person, einen Dienst oder einen Staat zurückgehen, alle nebeneinander.
//   en: >-
//     Numbers that go back to one person, service or state, side by side.
// parameters:
//   origin: {type: entity, of: [Person, Country, Organization, Force], default: nis-kr,
//            de: Auf wessen Wort, en: On whose word}
//   predicates: {type: predicate, of: [troop_report], many: true, optional: true, default: [SENT],
//                de: Arten von Angaben, en: Kinds of statements}
//   force: {type: entity, of: [Country, Force, Organization], optional: true,
//           de: Wessen Soldaten, en: Whose soldiers}
// columns:
//   article: article
//   force: entity
//   predicate: predicate
//   figure: text
//   min: integer in unit
//   max: integer in unit
//   modifier: modifier
//   unit: unit
//   where: entity
//   modality: modality
//   origin: list of entity
//   outlet: list of entity
//   polarity: polarity
//   stance: list of stance
//   caption: text
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: ranges
MATCH (s:TroopReport)<-[named]-(:Entity {id: $origin})
WHERE named.role = 'origin'
WITH DISTINCT s
MATCH (s)-[:SUBJECT]->(force:Entity)
WHERE s.current
  AND ($force IS NULL OR force.id = $force)
  AND ($predicates IS NULL OR s.predicate IN $predicates)
  AND (s.min IS NOT NULL OR s.max IS NOT NULL)
MATCH (s)-[:IN]->(a:Article)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, force, o, source, said ORDER BY said.step, said.position, source.name
WITH s, a, force, o,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, force.name AS force, s.predicate AS predicate, s.count_text AS figure, s.min AS min,
       s.max AS max, s.modifier AS modifier, s.unit AS unit, o.name AS `where`, s.modality AS modality, origin, outlet,
       s.polarity AS polarity, stance, s.caption AS caption, a.published AS published, s.sample AS sample,
       s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
