"""What stands behind an answer: its claims as cards and as a table, and the passages of the texts."""
