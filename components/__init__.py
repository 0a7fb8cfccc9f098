"""What the pages are made of: each module draws one thing, and none reads a file."""
