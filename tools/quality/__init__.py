"""Scores of the extraction on annotated articles, and the floors below which they must not fall."""
