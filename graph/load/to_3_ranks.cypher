UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a.text_rank = row.text_rank
