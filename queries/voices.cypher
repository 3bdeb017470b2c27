// title:
//   de: Auf wessen Wort beruht das alles?
//   en: On whose word does all this rest?
// description:
//   de: >-
//     Jede Quelle mit der Zahl der Angaben und Artikel, die sich auf sie stützen; Ursprünge und weitergebende Medien
//     getrennt.
//   en: >-
//     Every source with the number of statements and articles that rest on it; origins and outlets apart.
// parameters:
//   about: {type: entity, of: [Person, Country, Organization, Place, Agreement, Force, Event], optional: true,
//           de: Um wen oder was es geht, en: Whom or what it is about}
// columns:
//   source: entity
//   role: text
//   statements: integer in statements
//   articles: integer in articles
//   stance: list of stance
//   sample: boolean
//   source_id: id
// picture: table
MATCH (s:Statement)-[:IN]->(a:Article)
WHERE s.current
  AND ($about IS NULL OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT|PLACE|ITEM]->(:Entity {id: $about}) })
MATCH (s)<-[said]-(e:Entity)
WITH e, said.role AS role, s, a, toLower(replace(type(said), '_OF', '')) AS attitude ORDER BY attitude
WITH e, role, count(DISTINCT s) AS statements, count(DISTINCT a) AS articles, collect(DISTINCT attitude) AS stance,
     min(CASE WHEN s.sample THEN 1 ELSE 0 END) = 1 AS sample
RETURN e.name AS source, role, statements, articles, stance, sample, e.id AS source_id
ORDER BY statements DESC, source, role, source_id
