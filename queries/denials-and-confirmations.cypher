// title:
//   de: Wer bestreitet und wer bestätigt es?
//   en: Who denies it and who confirms it?
// description:
//   de: >-
//     Dementis und Bestätigungen, deren Inhalt eines der Wörter enthält; verneint heißt: hat es gerade nicht getan.
//   en: >-
//     Denials and confirmations whose content contains one of the words; negated ones did not do so.
// parameters:
//   words: {type: text, many: true, default: [nordkorean], de: Wörter des Inhalts, en: Words of the content}
//   predicates: {type: predicate, of: [relation], many: true, optional: true, default: [DENIED, CONFIRMED],
//                de: Arten von Angaben, en: Kinds of statements}
// columns:
//   article: article
//   subject: entity
//   predicate: predicate
//   object: entity
//   polarity: polarity
//   outlet: list of entity
//   origin: list of entity
//   modality: modality
//   stance: list of stance
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: table
MATCH (s:Statement)-[:SUBJECT]->(subject:Entity)
WHERE s.current
  AND ($predicates IS NULL OR s.predicate IN $predicates)
MATCH (s)-[:IN]->(a:Article)
MATCH (s)-[:OBJECT]->(o:Entity)
WHERE any(word IN $words WHERE toLower(o.name) CONTAINS toLower(word))
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet,
     collect(DISTINCT toLower(replace(type(said), '_OF', ''))) AS stance
RETURN a.id AS article, subject.name AS subject, s.predicate AS predicate, o.name AS `object`, s.polarity AS polarity,
       outlet, origin, s.modality AS modality, stance, a.published AS published, s.sample AS sample,
       s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
