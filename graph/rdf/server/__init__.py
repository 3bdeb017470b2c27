"""The copy of the graph in triples on a SPARQL 1.1 server: written by Update and Graph Store Protocol, asked there."""
