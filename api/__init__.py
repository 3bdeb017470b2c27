"""Every surface: the command line, the HTTP service and its start page."""
