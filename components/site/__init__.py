"""The comparison as plain HTML pages, for places without a server: what stands on each, and how it is written."""
