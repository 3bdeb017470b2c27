"""When: time expressions of German text, resolved against the day of the article."""
