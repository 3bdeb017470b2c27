MATCH (s:Statement)-[:IN]->(:Article {id: $article})
RETURN s.id AS id
