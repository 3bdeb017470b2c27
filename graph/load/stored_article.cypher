// What is stored of an article that may be known already.
MATCH (a:Article {id: $article})
RETURN a.title AS title, a.outlet AS outlet, a.published AS published, a.url AS url, a.language AS language,
       a.sample AS sample, a.invented AS invented, a.current AS current
