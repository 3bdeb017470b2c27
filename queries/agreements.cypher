// title:
//   de: Wie weit sind die Abkommen, und mit wem?
//   en: How far have the agreements come, and with whom?
// description:
//   de: >-
//     Jedes Abkommen mit jedem, der ihm beigetreten ist, es unterzeichnet oder gebilligt hat, dem Staat, für den eine
//     Person steht, und dem frühesten Tag, der genannt wird; in Kraft ist, was die Belege mit diesen Wörtern so nennen.
//   en: >-
//     Every agreement with everybody who is party to it, has signed or approved it, the state that a person stands for,
//     and the earliest day that is given; in force is what the evidence calls so with these words.
// parameters:
//   agreement: {type: entity, of: [Agreement], optional: true, de: Welches Abkommen, en: Which agreement}
//   party: {type: entity, of: [Person, Country, Organization], optional: true,
//           de: Welche Partei (eine Person zählt auch für ihren Staat), en: Which party (a person counts for a state too)}
//   states: {type: agreement_state, many: true, default: [party, signed, approved, in_force],
//            de: Wie weit, en: How far}
//   in_force: {type: text, many: true, default: [in kraft],
//              de: Womit ein Beleg sagt es gilt, en: What says that it is in force}
// columns:
//   object: entity
//   subject: entity
//   stands_for: list of entity
//   state: agreement_state
//   polarity: polarity
//   modality: list of modality
//   start: text
//   articles: integer in articles
//   outlets: integer in outlets
//   origins: integer in origins
//   first: date
//   last: date
//   sample: boolean
//   statements: list of statement
// picture: table
MATCH (s:Statement)
WHERE s.current
  AND s.predicate IN ['PARTY_TO', 'SIGNED', 'APPROVED', 'PROVIDES_FOR']
  AND ($agreement IS NULL OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT]->(:Entity {id: $agreement}) })
WITH DISTINCT s
MATCH (s)-[:SUBJECT|OBJECT]->(o:Entity)
WHERE o.type = 'Agreement'
  AND ($agreement IS NULL OR o.id = $agreement)
MATCH (s)-[:IN]->(a:Article)
OPTIONAL MATCH (s)-[:SUBJECT]->(who:Entity)
OPTIONAL MATCH (who)<-[:SUBJECT]-(office:Statement {predicate: 'HOLDS_OFFICE'})-[:OBJECT]->(body:Entity {type: 'Country'})
WITH s, a, o, CASE WHEN who.id <> o.id THEN who.name END AS subject, CASE WHEN who.id <> o.id THEN who.id END AS subject_id,
     CASE WHEN office.current THEN body.name END AS name, CASE WHEN office.current THEN body.id END AS body
ORDER BY name
WITH s, a, o, subject, subject_id, collect(DISTINCT name) AS stands_for, collect(DISTINCT body) AS bodies
WHERE ($party IS NULL OR subject_id = $party OR $party IN bodies)
WITH s, a, o, subject, subject_id, stands_for,
     CASE s.predicate WHEN 'PARTY_TO' THEN ['party'] WHEN 'SIGNED' THEN ['signed'] WHEN 'APPROVED' THEN ['approved']
          ELSE [] END
     + CASE WHEN any(word IN $in_force WHERE toLower(s.evidence_text) CONTAINS toLower(word)) THEN ['in_force']
            ELSE [] END AS states
UNWIND states AS state
WITH s, a, o, subject, subject_id, stands_for, state ORDER BY s.modality, s.id
WHERE state IN $states
WITH o.name AS whom, o.id AS object_id, subject, subject_id, stands_for, state,
     s.polarity AS polarity, collect(DISTINCT s.modality) AS modality,
     min(CASE WHEN s.time_start STARTS WITH '--' THEN null ELSE s.time_start END) AS start,
     count(DISTINCT a.id) AS articles, count(DISTINCT a.outlet) AS outlets, collect(s.origins) AS keys,
     min(CASE WHEN a.published STARTS WITH '--' THEN null ELSE a.published END) AS first,
     max(CASE WHEN a.published STARTS WITH '--' THEN null ELSE a.published END) AS last,
     min(CASE WHEN s.sample THEN 1 ELSE 0 END) = 1 AS sample, collect(DISTINCT s.id) AS statements
RETURN whom AS `object`, subject, stands_for, state, polarity, modality, start, articles, outlets,
       size(reduce(l = [], x IN keys | l + [y IN x WHERE NOT y IN l])) AS origins, first, last, sample, statements
ORDER BY whom, subject, state, polarity, object_id, subject_id
