"""Every surface: command line, HTTP service."""
