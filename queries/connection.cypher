// title:
//   de: Wie hängen diese beiden zusammen?
//   en: How are these two connected?
// description:
//   de: >-
//     Alle Angaben, in denen der eine oder der andere vorkommt, auch als Quelle; verbunden sind sie, wo eine Angabe
//     beide nennt oder zwei Angaben von demselben Paar handeln.
//   en: >-
//     All statements with the one or the other, also as a source; a link is a statement with both, or two statements
//     on the same pair.
// parameters:
//   one: {type: entity, of: [Person, Country, Organization, Place, Agreement, Force, Event], default: alexander-lord,
//         de: Der eine, en: The one}
//   other: {type: entity, of: [Person, Country, Organization, Place, Agreement, Force, Event], default: nis-kr,
//           de: Der andere, en: The other}
// columns:
//   article: article
//   subject: entity
//   predicate: predicate
//   object: entity
//   figure: text
//   modality: modality
//   origin: list of entity
//   outlet: list of entity
//   polarity: polarity
//   named: list of entity
//   link: boolean
//   subject_id: id
//   object_id: id
//   published: date
//   sample: boolean
//   statement: statement
//   evidence: text
// picture: graph
UNWIND [$one, $other] AS side
MATCH (e:Entity {id: side})-[]-(s:Statement)
WHERE s.current
MATCH (s)-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(o:Entity)
WITH subject, o, collect(DISTINCT s) AS statements, collect(DISTINCT e.id) AS sides
UNWIND statements AS s
MATCH (s)-[]-(e:Entity)
WHERE e.id IN [$one, $other]
MATCH (s)-[:IN]->(a:Article)
WITH s, a, subject, o, sides, e ORDER BY e.name
WITH s, a, subject, o, sides, collect(DISTINCT e.name) AS named, count(DISTINCT e) AS own
WITH s, a, subject, o, named, own > 1 OR (o.id IS NOT NULL AND size(sides) > 1) AS link
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, subject, o, named, link, source, said ORDER BY said.step, said.position, source.name
WITH s, a, subject, o, named, link,
     collect(DISTINCT CASE said.role WHEN 'origin' THEN source.name END) AS origin,
     collect(DISTINCT CASE said.role WHEN 'outlet' THEN source.name END) AS outlet
RETURN a.id AS article, subject.name AS subject, s.predicate AS predicate, o.name AS `object`, s.count_text AS figure,
       s.modality AS modality, origin, outlet, s.polarity AS polarity, named, link, subject.id AS subject_id,
       o.id AS object_id, a.published AS published, s.sample AS sample, s.id AS statement, s.evidence_text AS evidence
ORDER BY published, article, s.evidence_start, statement
