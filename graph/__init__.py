"""Statements, and the stores that keep them as a graph."""
