// What tells which of these are copies of each other.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.copies AS copies, a.text AS text, a.near_0 AS near_0, a.near_1 AS near_1, a.near_2 AS near_2, a.near_3 AS near_3, a.near_4 AS near_4, a.near_5 AS near_5
