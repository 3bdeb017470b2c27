// title:
//   de: Welche Medien stützen sich auf Quellen ohne Namen?
//   en: Which outlets rely on sources without a name?
// description:
//   de: >-
//     Quellen, die nur beschrieben sind ("Diplomaten aus dem Westen"), bei dem Medium, das sie anführt; ohne Quelle steht
//     da, was nur vom Hörensagen berichtet wird ("Berichten zufolge").
//   en: >-
//     Sources that are only described ("diplomats from the West"), with the outlet that quotes them; without a source
//     stands what is reported from hearsay alone ("according to reports").
// parameters:
//   outlet: {type: text, optional: true, de: Medium (Teil des Namens), en: Outlet (part of its name)}
//   nouns: {type: text, many: true,
//           default: [quelle, kreise, insider, informant, beamte, diplomat, offizier, vertreter, mitarbeiter, mitglied,
//                     funktionär, sprecher, kommandeur, soldat, experte, analyst, berater, zeuge, beobachter, politiker,
//                     person, gewährsleute, gesprächspartner, bewohner, sicherheitskräfte],
//           de: Wörter der Beschreibung, en: Words that describe them}
// columns:
//   outlet: text
//   source: entity
//   reports: integer in statements
//   articles: integer in articles
//   confirmed: integer in statements
//   first: date
//   last: date
//   sample: boolean
//   source_id: id
//   statements: list of statement
// picture: table
MATCH (s:Statement)-[:IN]->(a:Article)
WHERE s.current
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, source, said
WHERE (source IS NULL AND s.modality = 'reported')
   OR (said.role = 'origin' AND NOT source.known AND source.wikidata IS NULL
       AND any(word IN $nouns WHERE toLower(source.name) CONTAINS toLower(word)))
OPTIONAL MATCH (s)<-[passed]-(medium:Entity)
WITH s, a, source, CASE passed.role WHEN 'outlet' THEN medium.name END AS medium
ORDER BY medium
WITH s, a, source, collect(DISTINCT medium) AS media
WITH s, a, source, CASE WHEN size(media) = 0 THEN [a.outlet] ELSE media END AS media
UNWIND media AS outlet
WITH s, a, source, outlet ORDER BY s.id
WHERE ($outlet IS NULL OR toLower(outlet) CONTAINS toLower($outlet))
OPTIONAL MATCH (known:Entity {known: true})-[:CONFIRMS]->(other:Statement {claim: s.claim})
WHERE other.current
WITH s, a, source, outlet, max(CASE WHEN known IS NULL THEN 0 ELSE 1 END) AS confirmed
WITH outlet, source.name AS source, source.id AS source_id, count(DISTINCT s) AS reports,
     count(DISTINCT a) AS articles, sum(confirmed) AS confirmed,
     min(CASE WHEN a.published STARTS WITH '--' THEN null ELSE a.published END) AS first,
     max(CASE WHEN a.published STARTS WITH '--' THEN null ELSE a.published END) AS last,
     min(CASE WHEN s.sample THEN 1 ELSE 0 END) = 1 AS sample, collect(DISTINCT s.id) AS statements
RETURN outlet, source, reports, articles, confirmed, first, last, sample, source_id, statements
ORDER BY reports DESC, outlet, source, source_id
