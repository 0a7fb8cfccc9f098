"""A text, coded with help: the dates, quantities and names in it, and the questions that they may answer."""
