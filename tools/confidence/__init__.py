"""Learns how sure statements are from the annotated articles, and judges it on articles it did not learn from."""
