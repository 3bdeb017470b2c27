// Groups of copies that go on under the id of another one.
UNWIND $rows AS row
MATCH (a:Article {copies: row.old})
SET a.copies = row.copies
