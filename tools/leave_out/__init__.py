"""What one text alone needs: entries, aliases and rules that fire on one dispatch only are left out (`__main__.py`)."""
