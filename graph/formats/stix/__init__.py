"""The graph as a bundle of STIX 2.1, for threat-intelligence platforms."""
