"""A title that is cut fits."""

from components.timeline.text_width import shorten, text_width


def test_a_title_that_is_cut_fits() -> None:
    cut = shorten("Closure of Russia's embassy in Burkina Faso", 120)
    assert cut.endswith("…")
    assert text_width(cut) <= 120
    assert shorten("Short", 120) == "Short"
