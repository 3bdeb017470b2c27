"""How the SPARQL endpoint holds to the specifications: our cases for each clause, and the official tests of the W3C."""
