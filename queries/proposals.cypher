// title:
//   de: Wer hat es vorgeschlagen und wer lehnt es ab?
//   en: Who proposed it and who rejects it?
// description:
//   de: >-
//     Vorschläge, Forderungen und Ablehnungen, deren Inhalt eines der Wörter enthält.
//   en: >-
//     Proposals, demands and rejections whose content contains one of the words.
// parameters:
//   words: {type: text, many: true, default: [Waffenruhe], de: Wörter des Inhalts, en: Words of the content}
//   predicates: {type: predicate, of: [relation], many: true, optional: true, default: [PROPOSED, REJECTED],
//                de: Arten von Angaben, en: Kinds of statements}
// columns:
//   article: article
//   subject: entity
//   predicate: predicate
//   object: entity
//   polarity: polarity
//   modality: modality
//   origin: list of entity
//   outlet: list of entity
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
       s.modality AS modality, origin, outlet, stance, a.published AS published, s.sample AS sample,
       s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
