// title:
//   de: Welche Zahlen gehen auf die Geheimdienste eines Landes zurück?
//   en: Which figures go back to a country's intelligence services?
// description:
//   de: >-
//     Meldungen mit einer Angabe der Menge, deren Ursprung ein Dienst des Landes ist, auch ein namenloser ("Quelle im
//     ukrainischen Geheimdienst").
//   en: >-
//     Reports with an amount whose origin is a service of the country, unnamed ones included.
// parameters:
//   country: {type: country, default: UA, de: Land der Dienste, en: Country of the services}
//   kinds: {type: text, many: true, default: [intelligence_service, security_service],
//           de: Arten bekannter Dienste, en: Kinds of known services}
//   adjectives: {type: text, many: true, default: [ukrainisch],
//                de: Adjektive namenloser Dienste, en: Adjectives of unnamed services}
//   nouns: {type: text, many: true, default: [geheimdienst, nachrichtendienst],
//           de: Wörter namenloser Dienste, en: Nouns of unnamed services}
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
MATCH (s:TroopReport)-[:SUBJECT]->(force:Entity)
WHERE s.current
  AND ($force IS NULL OR force.id = $force)
  AND s.count_text IS NOT NULL
  AND EXISTS {
    MATCH (s)<-[named]-(service:Entity)
    WHERE named.role = 'origin'
      AND ((service.country = $country AND service.kind IN $kinds)
        OR (any(word IN $adjectives WHERE toLower(service.name) CONTAINS toLower(word))
          AND any(word IN $nouns WHERE toLower(service.name) CONTAINS toLower(word))))
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
