"""Tables that a reader brings: shown for the visit, or set beside those that are shown."""
