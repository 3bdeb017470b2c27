// Entities of one type that were not there.
UNWIND $rows AS row
CREATE (:Entity:`TYPE` {
    id: row.id, name: row.name, type: row.type, wikidata: row.wikidata, aliases: row.aliases,
    country: row.country, kind: row.kind, known: row.known
})
