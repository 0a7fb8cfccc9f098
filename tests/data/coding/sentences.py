"""Tables of sentences: what is looked for stands in braces, what should be read in it after a bar."""

import re


def cases(table: str) -> list[tuple[str, list[str], list[str]]]:
    """Each sentence, the wordings in it, and what should be read in them."""
    found = []
    for line in table.strip().splitlines():
        marked, read = line.rsplit("|", 1)
        text = marked.strip().replace("{", "").replace("}", "")
        found.append((text, re.findall(r"{(.*?)}", marked), [value.strip() for value in read.split(" ; ")]))
    return found
