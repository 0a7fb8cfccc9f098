"""How a chart is drawn: a template, which Altair has made (see `templates`), and the data of this one.

A template is the specification of a kind of chart on data that have names; what a chart shows is sent beside it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

import pandas as pd
import pyarrow as pa
import streamlit as st

CREDIT_LINE = 14  # pixels
_CREDIT = {
    "orient": "bottom",
    "anchor": "start",
    "fontSize": 11,
    "fontWeight": "normal",
    "lineHeight": CREDIT_LINE,
    "offset": 12,
}


@dataclass(frozen=True)
class Picture:
    """A chart: its template, the data that this names, the values of parameters, and its height in pixels.

    Without a height, that of the template holds. `credit` are the lines below it that go with the picture wherever it
    is taken: what it shows, in which unit, by whom, when and where. The data are Arrow tables, which are sent as they
    are and take far less memory than frames: pictures are kept, and drawn many times.
    """

    template: Mapping[str, Any]
    datasets: Mapping[str, pa.Table]
    params: Mapping[str, Any] = field(default_factory=dict)
    height: float | None = None
    credit: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        template: Mapping[str, Any],
        frames: Mapping[str, pd.DataFrame],
        params: Mapping[str, Any] | None = None,
        height: float | None = None,
    ) -> Self:
        """Return the chart of frames, without what pandas notes of them: their index and its own types."""
        tables = {name: pa.Table.from_pandas(rows, preserve_index=False) for name, rows in frames.items()}
        bare = {name: table.replace_schema_metadata() for name, table in tables.items()}
        return cls(template, bare, params or {}, height)

    @property
    def frames(self) -> dict[str, pd.DataFrame]:
        """The data as frames."""
        return {name: table.to_pandas() for name, table in self.datasets.items()}

    def with_credit(self, credit: tuple[str, ...]) -> Self:
        """Return the same with lines below it, which take no room from the chart."""
        room = CREDIT_LINE * (len(credit) + 1)
        return replace(self, credit=credit, height=None if self.height is None else self.height + room)

    def spec(self) -> dict[str, Any]:
        """Return the specification; parameters of the template that `params` do not name stand after those named."""
        given = [{"name": name, "value": value} for name, value in self.params.items()]
        own = [param for param in self.template.get("params", ()) if param["name"] not in self.params]
        height = {} if self.height is None else {"height": self.height}
        credit = {"title": {**_CREDIT, "text": list(self.credit)}} if self.credit else {}
        filled = {name: table for name, table in self.datasets.items() if table.num_rows}
        return {**self.template, **height, **credit, "params": given + own, "datasets": filled}


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
