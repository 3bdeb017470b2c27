// Groups of copies that go on under the id of another one.
UNWIND $rows AS row
MATCH (s:Statement {copies: row.old})
SET s.copies = row.copies
