"""The graph in RDF: its vocabulary, three faces for export, reading them back, and the store that SPARQL asks."""
