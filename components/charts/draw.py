"""How a chart is drawn: a template that Altair builds once, and the data of this one.

A template is the specification of a kind of chart on data that have names. To build one takes longer than all else on
a page, so each is built once for a process and language; what a chart shows is sent beside it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd
import streamlit as st

_CREDIT = {
    "orient": "bottom",
    "anchor": "start",
    "fontSize": 11,
    "fontWeight": "normal",
    "lineHeight": 14,
    "offset": 12,
}


@dataclass(frozen=True)
class Picture:
    """A chart: its template, the frames that this names, the values of parameters, and its height in pixels.

    Without a height, that of the template holds. `credit` are the lines below it that go with the picture wherever it
    is taken: what it shows, in which unit, by whom, when and where.
    """

    template: Mapping[str, Any]
    frames: Mapping[str, pd.DataFrame]
    params: Mapping[str, Any] = field(default_factory=dict)
    height: float | None = None
    credit: tuple[str, ...] = ()

    def spec(self) -> dict[str, Any]:
        """Return the specification; parameters of the template that `params` do not name stand after those named."""
        given = [{"name": name, "value": value} for name, value in self.params.items()]
        own = [param for param in self.template.get("params", ()) if param["name"] not in self.params]
        height = {} if self.height is None else {"height": self.height}
        credit = {"title": {**_CREDIT, "text": list(self.credit)}} if self.credit else {}
        # An index is sent, too, and so are the columns of a frame without rows, which a chart does without.
        frames = {name: frame.reset_index(drop=True) for name, frame in self.frames.items() if len(frame)}
        return {**self.template, **height, **credit, "params": given + own, "datasets": frames}


def draw(
    picture: Picture,
    *,
    alt: str,
    key: str | None = None,
    on_select: Callable[[], None] | Literal["rerun"] | None = None,
) -> None:
    """Draw a chart, which `alt` puts in words; what a click selects stands in the session under `key`."""
    if on_select:
        st.vega_lite_chart(picture.spec(), alt=alt, key=key, on_select=on_select)
    else:
        st.vega_lite_chart(picture.spec(), alt=alt, key=key)
