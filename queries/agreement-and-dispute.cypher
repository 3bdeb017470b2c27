// title:
//   de: Welche Meldungen stützen einander, welche stehen gegeneinander?
//   en: Which reports corroborate each other, and which compete?
// description:
//   de: >-
//     Je zwei Zahlen zu derselben Streitkraft, Art, Einheit und demselben Ort: stützend, wo beide zugleich stimmen können,
//     konkurrierend, wo nicht; eine spätere Zahl widerspricht einer früheren nicht. Unabhängig sind zwei nur, wenn sie auf
//     keinen gemeinsamen Ursprung zurückgehen.
//   en: >-
//     Two figures each on the same force, kind, unit and place: corroborating where both can be right at once, competing
//     where they can't; a later figure does not contradict an earlier one. Two are independent only if they go back to
//     no common origin.
// parameters:
//   force: {type: entity, of: [Country, Force, Organization], optional: true,
//           de: Wessen Soldaten, en: Whose soldiers}
//   relations: {type: report_relation, many: true, default: [corroborating, competing],
//               de: Welche Verhältnisse, en: Which relations}
//   predicates: {type: predicate, of: [troop_report], many: true, optional: true,
//                de: Arten von Angaben, en: Kinds of statements}
//   statement: {type: text, optional: true, de: Nur mit dieser Angabe, en: Only with this statement}
//   days: {type: integer, default: 3,
//          de: So viele Tage auseinander sind undatierte Meldungen noch gleichzeitig,
//          en: So many days apart reports without a date are still of the same time}
// columns:
//   relation: report_relation
//   independent: boolean
//   article: article
//   force: entity
//   predicate: predicate
//   where: entity
//   figure: text
//   min: integer in unit
//   max: integer in unit
//   modifier: modifier
//   unit: unit
//   rests_on: list of text
//   start: date
//   end: date
//   other_article: article
//   other_figure: text
//   other_min: integer in unit
//   other_max: integer in unit
//   other_rests_on: list of text
//   other_start: date
//   other_end: date
//   sample: boolean
//   other_statement: statement
//   statement: statement
//   evidence: text
// picture: ranges
MATCH (s:TroopReport)-[:SUBJECT]->(force:Entity)
WHERE s.current
  AND s.polarity = 'affirmed'
  AND NOT s.unsupported
  AND s.of_unit IS NULL
  AND (s.min IS NOT NULL OR s.max IS NOT NULL)
  AND ($force IS NULL OR force.id = $force)
  AND ($predicates IS NULL OR s.predicate IN $predicates)
MATCH (s)-[:OBJECT|PLACE]->(o:Entity)
MATCH (t:TroopReport)-[:OBJECT|PLACE]->(o)
WHERE t.current
  AND t.polarity = 'affirmed'
  AND NOT t.unsupported
  AND t.of_unit IS NULL
  AND (t.min IS NOT NULL OR t.max IS NOT NULL)
  AND t.predicate = s.predicate
  AND t.unit = s.unit
  AND t.article <> s.article
  AND (coalesce(s.day_first, '') < coalesce(t.day_first, '')
    OR coalesce(s.day_first, '') = coalesce(t.day_first, '') AND s.id < t.id)
MATCH (t)-[:SUBJECT]->(who:Entity)
WHERE who.id = force.id
  AND ($statement IS NULL OR s.id = $statement OR t.id = $statement)
WITH s, t, force, min(o.name) AS place
WITH s, t, force, place,
     CASE WHEN s.dated AND t.dated THEN 0 ELSE $days END AS margin
WITH s, t, force, place,
     coalesce(date(s.day_last) + duration({days: margin}) < date(t.day_first), false) AS later,
     (s.min IS NULL OR t.max IS NULL OR s.min <= t.max) AND (t.min IS NULL OR s.max IS NULL OR t.min <= s.max) AS meet
WITH s, t, force, place,
     CASE WHEN later THEN 'later' WHEN meet THEN 'corroborating' ELSE 'competing' END AS relation
WHERE relation IN $relations
MATCH (s)-[:IN]->(a:Article)
MATCH (t)-[:IN]->(b:Article)
RETURN relation,
       size(s.origins) > 0 AND size(t.origins) > 0 AND NOT any(key IN s.origins WHERE key IN t.origins) AS independent,
       a.id AS article, force.name AS force, s.predicate AS predicate, place AS `where`, s.count_text AS figure,
       s.min AS min, s.max AS max, s.modifier AS modifier, s.unit AS unit, s.origins AS rests_on, s.day_first AS start,
       s.day_last AS `end`, b.id AS other_article, t.count_text AS other_figure, t.min AS other_min,
       t.max AS other_max, t.origins AS other_rests_on, t.day_first AS other_start, t.day_last AS other_end,
       s.sample AND t.sample AS sample, t.id AS other_statement, s.id AS statement, s.evidence_text AS evidence
ORDER BY start, statement, other_start, other_statement
