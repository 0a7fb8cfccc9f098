"""The comparison of sources: a view each for all questions, one, two sources, one, and without some."""
