// The heads of articles by id.
MATCH (a:Article)
WHERE a.id IN $ids
RETURN a {
    .id, .document, .title, .outlet, .published, .url, .language, .sample, .invented, .current, .loaded
} AS article
