MATCH (a:Article {id: $article})
RETURN a.text AS text, a.current AS current, a.sample AS sample, a.published AS published,
       a.outlet AS outlet, a.document AS document, a.agency AS agency
