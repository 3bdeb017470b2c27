"""From files to sourced statements."""
