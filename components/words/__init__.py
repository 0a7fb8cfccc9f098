"""Everything that is shown, in words: the language, numbers and dates, labels, questions and answers."""
