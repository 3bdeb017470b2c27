"""The questions, one Cypher file each, and the catalogue that reads their heads."""
