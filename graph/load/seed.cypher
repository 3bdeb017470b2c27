// Reference entities that are there already: what the tables say wins over what an article said first.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e.name = row.name, e.type = row.type, e.wikidata = row.wikidata, e.aliases = row.aliases,
    e.country = row.country, e.kind = row.kind, e.known = row.known
