"""Where the names of sources can stand in a chart, on nothing that is drawn."""

from typing import Any

import numpy as np
import pandas as pd

from components.figures.series_axes import WIDE, value_domain


def _along(drawn: pd.DataFrame, *, log: bool) -> pd.DataFrame:
    """Return the points and some along each line between them: year, value, name, where a word would hide something."""
    found = [drawn[["year", "value", "name"]]]
    after = drawn.shift(-1)
    joined = (drawn["run"] == after["run"]) & (drawn["name"] == after["name"])
    first, last = drawn[joined], after[joined]
    a, b = first["value"].astype(float), last["value"].astype(float)
    for part in np.linspace(0, 1, 14)[1:-1]:
        value = a ** (1 - part) * b**part if log else a * (1 - part) + b * part
        year = first["year"] * (1 - part) + last["year"] * part
        found.append(pd.DataFrame({"year": year, "value": value, "name": first["name"]}))
    return pd.concat(found)


def place_names(
    points: pd.DataFrame, drawn: pd.DataFrame, notes: pd.DataFrame, *, log: bool, height: int, wide: int = WIDE
) -> pd.DataFrame:
    """Return where names can stand, near a point of theirs and on nothing else: year, value.

    `drawn` names the points of those who get a name, all others are only in the way. `notes` are words that end left
    of a year and a value. Worked out for a chart `wide`, so that there is more room on any that is wider.
    """
    domain = value_domain(points, log=log)
    first, last = float(points["start"].min()) - 0.8, float(points["end"].max()) - 0.2
    low, high = (np.log10(domain) if log else np.array(domain)).astype(float)

    def across(year: Any) -> Any:
        return (year - first) / (last - first) * wide

    def down(value: Any) -> Any:
        return (1 - ((np.log10(value) if log else value) - low) / (high - low)) * height

    crossed = _along(drawn, log=log)
    own_xs, own_ys = across(drawn["year"].to_numpy()), down(drawn["value"].to_numpy())
    xs, ys = across(crossed["year"].to_numpy()), down(crossed["value"].to_numpy())
    taken: list[tuple[float, float, float]] = []
    for year, value, text in notes[["year", "value", "text"]].itertuples(index=False):
        half = 3.6 * len(text)
        taken.append((float(across(year)) - half, float(down(value)), half))
    found = []
    names = crossed["name"].to_numpy()
    for name in dict.fromkeys(drawn.loc[drawn["named"], "name"]):
        own = ((drawn["name"] == name) & ~drawn["zero"]).to_numpy().nonzero()[0]
        own = own[:: -(-len(own) // 24)] if len(own) else own
        half = 3.1 * len(name) + 8
        steps = np.array([(0, -14), (0, 15), (half + 9, 0), (-half - 9, 0), (0, -24), (0, 25)])
        cxs = (own_xs[own][:, None] + steps[:, 0]).ravel()
        cys = (own_ys[own][:, None] + steps[:, 1]).ravel()
        free = (cxs > half) & (cxs < wide - half) & (cys > 8) & (cys < height - 8)
        for tx, ty, tw in taken:
            free &= (abs(cxs - tx) >= half + tw + 6) | (abs(cys - ty) >= 17)
        away_x, away_y = abs(xs - cxs[:, None]), abs(ys - cys[:, None])
        free &= ~((away_x < half + 5) & (away_y < 11)).any(axis=1)
        if not free.any():
            continue
        near = ((away_x < half + 26) & (away_y < 26) & (names != name)).sum(axis=1)
        cost = near + np.tile(abs(steps).sum(axis=1), len(own)) / 100 + cxs / 1e5
        best = int(np.where(free, cost, np.inf).argmin())
        cx, cy = float(cxs[best]), float(cys[best])
        taken.append((cx, cy, half))
        value = low + (1 - cy / height) * (high - low)
        found.append(
            {
                "name": name,
                "year": first + (cx - half + 14) / wide * (last - first),
                "value": 10**value if log else value,
            }
        )
    return pd.DataFrame(found)
