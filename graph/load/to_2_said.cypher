// The statements of articles with all that they name.
UNWIND $ids AS id
MATCH (s:Statement)-[:IN]->(:Article {id: id})
MATCH (s)-[has:SUBJECT|OBJECT|PLACE|ITEM]->(e:Entity)
WITH s, has, e ORDER BY has.position
WITH s, collect({
    edge: type(has), role: has.role, id: e.id, name: coalesce(has.name, e.name),
    type: coalesce(has.entity_type, e.type), wikidata: CASE WHEN has.name IS NULL THEN e.wikidata ELSE has.wikidata END
}) AS named
OPTIONAL MATCH (s)<-[said]-(source:Entity)
WITH s, named, source, said ORDER BY said.position
RETURN s {
    .id, .article, .kind, .predicate, .polarity, .modality, .confidence, .current,
    .min, .max, .modifier, .unit, .count_text, .of_min, .of_max, .of_unit,
    .time_start, .time_end, .time_text, .evidence_start, .evidence_end, .evidence_text
} AS statement, named, collect(CASE WHEN source.id IS NULL THEN null ELSE {
    edge: type(said), role: said.role, step: said.step, office: said.office, id: source.id,
    name: coalesce(said.name, source.name), type: coalesce(said.entity_type, source.type),
    wikidata: CASE WHEN said.name IS NULL THEN source.wikidata ELSE said.wikidata END
} END) AS sources
