"""What Streamlit itself writes on its widgets, which it has in English alone, in the reader's language.

A part in braces stands for anything, such as a number or a name. Of two that fit, the first one counts.
"""

from components.words.i18n import N_, language, translate

WORDS = (
    # The page
    N_("Skip to main content"),
    N_("App pages"),
    N_("Sidebar"),
    N_("Collapse sidebar"),
    N_("Link to heading"),
    N_("Help"),
    N_("Help for {label}"),
    N_("Close"),
    N_("Dismiss"),
    N_("Copy to clipboard"),
    N_("Copied"),
    N_("Stop"),
    N_("Stopping..."),
    # The connection
    N_("Connecting"),
    N_("Connecting to Streamlit server"),
    N_("Unable to connect to Streamlit server"),
    N_("Connection error"),
    N_("Streamlit server is not responding. Are you connected to the internet?"),
    N_("Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:"),
    # Fields and lists
    N_("Press Enter to apply"),
    N_("Press {key}+Enter to apply"),
    N_("Open"),
    N_("Clear value"),
    N_("Clear all"),
    N_("Select all"),
    N_("Select {n} matches"),
    N_("Selected values"),
    N_("Remove {name}"),
    N_("No results"),
    # Charts
    N_("Title text '{text}'"),
    N_("{option}, selected"),
    N_("1 option available."),
    N_("{thousands},{n} options available."),
    N_("{n} options available."),
    N_("Previous page"),
    N_("Next page"),
    # Files
    N_("Upload"),
    N_("file upload"),
    N_("Add files"),
    N_("Drag and drop a file here"),
    N_("Drag and drop files here"),
    N_("{n}MB per file"),
    N_("Cancel upload of {name}"),
    N_("Error:"),
    N_("Network Error"),
    N_("File must be {n}.0MB or smaller."),
    N_("{kind} files are not allowed."),
    N_("Only one file is allowed."),
    N_("Unexpected error. Please try again."),
    # Tables: what is searched for
    N_("Type to search"),
    N_("Close Search"),
    N_("Previous Result"),
    N_("Next Result"),
    N_("{place} of over 1000"),
    N_("{place} of {n} results"),
    N_("{place} of 1 result"),
    N_("over 1000"),
    N_("{n} results"),
    N_("1 result"),
    # Tables: the menu of a column
    N_("Dataframe column menu"),
    N_("Copy column name"),
    N_("Sort ascending"),
    N_("Sort descending"),
    N_("Statistics"),
    N_("Format"),
    N_("Autosize"),
    N_("Pin column"),
    N_("Unpin column"),
    N_("Hide column"),
    N_("Top values frequency chart: {values}"),
    N_("Distribution histogram"),
    N_("Values"),
    N_("Empty"),
    N_("Distinct"),
    N_("Average"),
    N_("Standard deviation"),
    N_("Minimum"),
    N_("25th percentile"),
    N_("Median"),
    N_("75th percentile"),
    N_("Maximum"),
    N_("Sum"),
    N_("Range"),
    N_("Minimum length"),
    N_("Maximum length"),
    N_("Average length"),
    N_("No data"),
    N_("Based on sample"),
    N_("Automatic"),
    N_("Localized"),
    N_("Plain"),
    N_("Compact"),
    N_("Dollar"),
    N_("Euro"),
    N_("Yen"),
    N_("Percent"),
    N_("Scientific"),
    N_("Accounting"),
    N_("Duration"),
    N_("Distance"),
    N_("Calendar"),
)
BUTTONS = (
    N_("Fullscreen"),
    N_("Close fullscreen"),
    N_("Search"),
    N_("Show/hide columns"),
    N_("Add row"),
    N_("Delete row(s)"),
    N_("Clear selection"),
    N_("Show data"),
    N_("Show chart"),
    N_("Download as PNG"),
    N_("Copy Vega-Lite spec"),
)
"""Of tables and charts."""
DESCRIBED = N_("{button}: {table}")
"""A button whose table or chart has a description."""


def words() -> dict[str, str]:
    """Return what Streamlit writes, with what it is in the reader's language; nothing where that is English."""
    if language() == "en":
        return {}
    described = {
        DESCRIBED.format(button=button, table="{table}"): translate(
            DESCRIBED, button=translate(button), table="{table}"
        )
        for button in BUTTONS
    }
    return {text: translate(text) for text in (*WORDS, *BUTTONS)} | described
