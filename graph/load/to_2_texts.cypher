// The articles that are there, with what their origins depend on.
MATCH (a:Article)
RETURN a.id AS id, a.document AS document, a.outlet AS outlet, a.published AS published, a.sample AS sample, a.text AS text
ORDER BY id
