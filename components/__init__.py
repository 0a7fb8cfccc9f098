"""What the pages are made of, a folder for each kind of thing; none reads a file.

    shell     the app around the pages: entry, filters, address, navigation, notices, downloads
    words     everything in words: the language, numbers and dates, labels, questions, answers
    charts    what all charts share, and those that several features draw
    timeline, figures, compare, evidence, method, own_tables
              one feature each: its controls, its charts, its words, its tables
    site      the comparison as plain HTML pages, for `python -m data site`: nothing that it needs imports Streamlit

Each imports only from those to its right: timeline, figures, compare, method, own_tables, site → evidence → shell →
charts → words.
"""
