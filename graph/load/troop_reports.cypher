UNWIND $ids AS id
MATCH (s:Statement {id: id})
SET s:TroopReport
