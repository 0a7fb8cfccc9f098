"""The app around the pages: its entry, its filters, what the address holds, the ways about, notices and files."""
