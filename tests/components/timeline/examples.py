"""Examples that several tests of this folder draw on."""

import numpy as np
import pandas as pd

import data
from components.timeline.layout import WIDE, Layout, layout_for
from components.timeline.time_range import FullRange, full_range
from tests.data.dated_events import day

EVERY = FullRange(day("1967-02-18"), day("2030-12-31"), day("2024-09-28"))


def made(number: int, seed: int = 1, years: float = 60) -> pd.DataFrame:
    """Marks by chance: more of them in late years, as in most tables."""
    chance = np.random.default_rng(seed)
    low = np.floor(day("2025-01-01") - chance.exponential(years / 5, number).clip(max=years) * 365.25)
    length = chance.choice([1, 1, 30, 365], number)
    verdicts = chance.choice(list(data.VERDICTS), number, p=[0.01, 0.03, 0.01, 0.75, 0.1, 0.1])
    return pd.DataFrame(
        {
            "event": [f"e{place}" for place in range(number)],
            "title": [f"Signing of agreement {place} on trade" for place in range(number)],
            "topic": "trade",
            "lane": chance.choice(["Trade", "Defence", "Diplomacy"], number),
            "low": low,
            "high": low + length - 1,
            "at": low + length / 2,
            "day": length == 1,
            "verdict": verdicts,
            "gap": np.where(np.isin(verdicts, data.CONTESTED), 12.0, 0.0),
            "derived": chance.random(number) < 0.2,
            "planned": False,
            "n_sources": 1,
        }
    ).sort_values("at", ignore_index=True)


def room(found: pd.DataFrame, width: float = WIDE) -> Layout:
    return layout_for(width, full_range(found))
