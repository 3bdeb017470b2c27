"""The graph for other programs: networks for Gephi and yEd, bundles for threat-intelligence platforms."""
