// title:
//   de: Wie haben sich die Zahlen zu dieser Streitkraft entwickelt?
//   en: How have the figures on this force developed?
// description:
//   de: >-
//     Meldungen mit einer Zahl in der Folge der Zeit, für die sie gelten; wo keine genannt ist, der Tag des
//     Erscheinens.
//   en: >-
//     Reports with a number in the order of the time that they hold for; where none is given, the day of publication.
// parameters:
//   force: {type: entity, of: [Country, Force, Organization], optional: true, default: nordkorea,
//           de: Wessen Soldaten, en: Whose soldiers}
//   predicates: {type: predicate, of: [troop_report], many: true, optional: true,
//                de: Arten von Angaben, en: Kinds of statements}
//   units: {type: unit, many: true, optional: true, de: Was gezählt wird, en: What is counted}
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
//   rests_on: list of text
//   start: date
//   end: date
//   dated: boolean
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: timeline
MATCH (s:TroopReport)-[:SUBJECT]->(force:Entity)
WHERE s.current
  AND ($force IS NULL OR force.id = $force)
  AND ($predicates IS NULL OR s.predicate IN $predicates)
  AND (s.min IS NOT NULL OR s.max IS NOT NULL)
  AND s.polarity = 'affirmed'
  AND ($units IS NULL OR s.unit IN $units)
MATCH (s)-[:IN]->(a:Article)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
RETURN a.id AS article, force.name AS force, s.predicate AS predicate, s.count_text AS figure, s.min AS min,
       s.max AS max, s.modifier AS modifier, s.unit AS unit, o.name AS `where`, s.modality AS modality,
       s.origins AS rests_on, s.day_first AS start, s.day_last AS `end`, s.dated AS dated, a.published AS published,
       s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY coalesce(start, '9999'), coalesce(`end`, '9999'), article, s.evidence_start, statement
