"""On whose word statements rest: near-copies of one text, agency marks, and independent origins."""
