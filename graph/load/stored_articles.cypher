// What is stored of articles that may be known already.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.title AS title, a.outlet AS outlet, a.published AS published, a.url AS url,
       a.language AS language, a.sample AS sample, a.invented AS invented, a.current AS current
