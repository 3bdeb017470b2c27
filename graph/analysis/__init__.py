"""The graph as networks of NetworkX: paths, centrality, communities, bridges, dependency."""
