"""Events whose dates are known by hand, and days as texts."""

from typing import Any

import numpy as np

EVENTS = """
    event, title, topic, scope, place
    embassy, Reopening of the embassy, diplomacy, bilateral, BFA RUS
    closure, Closure of the embassy, diplomacy, bilateral, RUS BFA
    coup, The coup, politics, context, BFA
    visit, The visit, diplomacy, bilateral, BFA RUS
    plant, The power plant, energy, bilateral, BFA RUS
    talks, Talks, energy, bilateral, BFA RUS
"""

CLAIMS = """
    event, source, attribute, value, stance, basis
    embassy, a, date, 2023-07, ,
    embassy, a, date, 2023-12-28, ,
    closure, a, date, 1996/.., ,
    coup, a, date, 2022-09, ,
    coup, b, date, 2022, ,
    coup, c, date, 2022-07, ,
    visit, b, date, 2024-06-05, , derived
    visit, c, date, 2025-07, announces,
    plant, a, date, 2030, announces,
    talks, a, start, 2024-03-01, ,
    talks, a, end, 2024-03-09, ,
"""

ATTRIBUTES = """
    attribute, kind, label
    date, date, Date
    start, date, Beginning
    end, date, End
"""


PERIODS = """
    name, start, end
    Since the coups of 2022, 2022-01,
    Soviet years, , 1991
    1992–2021, 1992, 2021
"""


def day(text: str) -> float:
    return float(np.datetime64(text, "D").astype(int))


def iso(days: Any) -> str:
    return str(np.datetime64(int(days), "D"))
