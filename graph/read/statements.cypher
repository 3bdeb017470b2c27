// Statements by id, with the entities and sources that they name and the article they stand in. A relationship keeps
// the name under which its statement speaks of an entity, where that is not simply the entity's own.
// How many say the same is counted once for each claim.
MATCH (asked:Statement)
WHERE asked.id IN $ids
WITH DISTINCT asked.claim AS claim
OPTIONAL MATCH (same:Statement {claim: claim})-[:IN]->(b:Article)
WHERE same.current
UNWIND CASE WHEN size(coalesce(same.origins, [])) = 0 THEN [null] ELSE same.origins END AS key
WITH claim, count(DISTINCT b.id) AS articles, count(DISTINCT b.outlet) AS outlets, count(DISTINCT key) AS origins
MATCH (s:Statement)-[:IN]->(a:Article)
WHERE s.id IN $ids AND s.claim = claim
MATCH (s)-[has:SUBJECT|OBJECT|PLACE|ITEM]->(e:Entity)
WITH s, a, articles, outlets, origins, has, e ORDER BY has.position
WITH s, a, articles, outlets, origins, collect({
    edge: type(has), role: has.role, id: coalesce(has.said, e.id),
    name: coalesce(has.name, e.name), type: coalesce(has.entity_type, e.type),
    wikidata: CASE WHEN has.name IS NULL THEN e.wikidata ELSE has.wikidata END
}) AS named
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, a, articles, outlets, origins, named, source, said ORDER BY said.position
WITH s, a, articles, outlets, origins, named, collect(CASE WHEN source.id IS NULL THEN null ELSE {
    edge: type(said), role: said.role, step: said.step, office: said.office,
    id: coalesce(said.said, source.id), name: coalesce(said.name, source.name), type: coalesce(said.entity_type, source.type),
    wikidata: CASE WHEN said.name IS NULL THEN source.wikidata ELSE said.wikidata END
} END) AS sources
RETURN s {
    .id, .article, .kind, .predicate, .polarity, .modality, .confidence, .current, .sample, .caption, .rejected, .added,
    .min, .max, .modifier, .unit, .count_text, .of_min, .of_max, .of_unit,
    .time_start, .time_end, .time_text, .evidence_start, .evidence_end, .evidence_text,
    .origins
} AS statement,
a {
    .id, .document, .title, .outlet, .published, .url, .language, .sample, .invented, .current, .loaded
} AS article, named, sources,
{articles: articles, outlets: outlets, origins: origins} AS support
