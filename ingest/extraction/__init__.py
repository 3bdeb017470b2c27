"""From a parsed article to statements, one step a module."""
