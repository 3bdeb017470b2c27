"""What people decide about the graph, kept in a file of its own and carried out after every load."""
