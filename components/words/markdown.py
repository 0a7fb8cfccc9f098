"""Text of a table in Markdown, such that it is shown as it stands."""


def escape(text: str) -> str:
    """Return text of a table such that Markdown shows it as it stands."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>()#+!|~$:" else char for char in text)


def link(text: str, url: str) -> str:
    """Return Markdown for a link to a web address, or the text alone where it is none."""
    if not url.startswith(("https://", "http://")):
        return escape(text)
    return f"[{escape(text)}]({url.replace('(', '%28').replace(')', '%29').replace(' ', '%20')})"
