"""What the method page shows: rules with examples, how values are written, the sources."""
