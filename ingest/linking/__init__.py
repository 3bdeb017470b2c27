"""Who is meant: names, adjectives, titles and descriptions of an article linked to entities."""
