// What the origins of statements depend on, and the days on which they hold.
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s.claim = row.claim, s.vouchers = row.vouchers, s.unsupported = row.unsupported, s.origins = row.origins,
    s.near_0 = row.near_0, s.near_1 = row.near_1, s.near_2 = row.near_2,
    s.day_first = row.day_first, s.day_last = row.day_last, s.dated = row.dated
