// title:
//   de: Was wird über Soldaten an diesen Orten gesagt, von wem und wie sicher?
//   en: What is said about soldiers in these places, by whom and how certain?
// description:
//   de: >-
//     Meldungen mit und ohne Zahl über eine Streitkraft an einem der Orte, auch an namenlosen ("Front").
//   en: >-
//     Reports with and without a number on a force in one of the places, unnamed ones included ("Front").
// parameters:
//   force: {type: entity, of: [Country, Force, Organization], optional: true, default: nordkorea,
//           de: Wessen Soldaten, en: Whose soldiers}
//   places: {type: entity, of: [Country, Place, Organization, Force, Event], many: true, default: [ukraine, donbas, donezk, oblast-kursk],
//            de: Orte, en: Places}
//   words: {type: text, many: true, optional: true, default: [Front, Grenzgebiet],
//           de: Wörter namenloser Orte, en: Words of unnamed places}
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
MATCH (s:TroopReport)-[:SUBJECT]->(force:Entity)
WHERE s.current
  AND ($force IS NULL OR force.id = $force)
  AND EXISTS {
    MATCH (s)-[:OBJECT|PLACE]->(place:Entity)
    WHERE place.id IN $places
      OR (place.type = 'Place' AND any(word IN coalesce($words, []) WHERE toLower(place.name) CONTAINS toLower(word)))
  }
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
