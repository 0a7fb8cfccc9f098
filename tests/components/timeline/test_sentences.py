"""The timeline in words."""

import pandas as pd

from components.timeline import sentences
from components.timeline.layout import Bin
from components.timeline.time_range import full_range
from tests.components.timeline.examples import EVERY
from tests.data.dated_events import day


def test_a_bin_says_what_it_counts() -> None:
    june = day("2024-06-01"), day("2024-06-30")
    assert sentences.bin_text(Bin(*june, 12, 0)) == "12 events, June 2024"
    spring = day("2024-04-01"), day("2024-06-30")
    assert sentences.bin_text(Bin(*spring, 1, 0)).replace("\u2009", "") == "1 event, April–June 2024"
    assert sentences.bin_text(Bin(*june, 1200, 3)) == "1,200 events, June 2024<br>3 contested"


def test_the_sentence_counts_and_names_the_widest_gap(marks: pd.DataFrame) -> None:
    assert sentences.sentence(marks, full_range(marks)) == (
        "6 events from 1996 to 2030: most in 2024 (2); 2 contested. "
        "Answers lie farthest apart on “Reopening of the embassy”: 150 days."
    )
    assert sentences.sentence(marks[:0], EVERY) == "No event is dated within this time."
