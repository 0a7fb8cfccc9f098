"""The method in a few sentences."""

from components.words.i18n import _


def method_sentences() -> list[str]:
    """Return how the answers are compared, in five sentences."""
    return [
        _("Each fact that a source states was written down with its place in the text and whom it quotes."),
        _("Every answer is read as a stretch of time or of numbers: 2022 and September 2022 can both be true."),
        _("Answers conflict when no one point lies in all of them; a source may also contradict itself."),
        _("Sources that go back to one origin count once, and what one source alone says is unchecked."),
        _("Nothing is called true: the answers are counted and compared, and no source has a score."),
    ]
