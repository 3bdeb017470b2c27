// Where the text of an article comes from as far as it says, and the keys under which its copies are found.
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a.agency = row.agency, a.near_0 = row.near_0, a.near_1 = row.near_1, a.near_2 = row.near_2,
    a.near_3 = row.near_3, a.near_4 = row.near_4, a.near_5 = row.near_5
