"""What the graph knows before the first article: vocabulary, reference tables, sample articles."""
