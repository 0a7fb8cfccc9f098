"""Figures over years: each source's own points, the span of all, and how far they are apart beneath.

No line goes through two sources or over a year without a value; nothing is smoothed or filled in. Words in the charts
take the colour of the page's text, so that they can be read on either background.
"""

import json
from html import escape
from typing import Any

import numpy as np
import pandas as pd

from components import quantities, style, wording
from components.wording import _

MARKS = {  # shapes of Vega, and as a letter: whatever has a colour has its own
    "circle": "●",
    "square": "■",
    "triangle-up": "▲",
    "diamond": "◆",
    "triangle-down": "▼",
    "cross": "✚",
}
MOST_COLOURS = 6  # sources with a colour of their own; the others are grey here, and named in tips and panels
LEAST_POINTS = 3  # of a source that gets a colour or a panel of its own
WIDE = 640  # pixels of a chart from which names stand beside the lines
NARROW = 300  # the same for a chart that is half as wide, and names few sources
HEIGHT, GAP_HEIGHT, PANEL_HEIGHT, MEASURES_HEIGHT = 340, 120, 150, 260
AXIS = 46  # pixels for the numbers at the left, the same in charts that stand one above another
TEXT = "currentColor"
ARROW = "M-.5,0L.5,0M0,0L0,-1.6M-.45,-1.1L0,-1.6L.45,-1.1"
"""A foot at the bound, and an arrow from there to where the value may be."""
FAR, NEAR, ALONE = (style.LOOKS[name].colour for name in ("conflict", "agree", "sole source"))


def marked(points: pd.DataFrame) -> list[str]:
    """Return the sources that get a colour: those with the most points, in the order of their first year."""
    counts = points[points["year"].notna()].groupby("name")["year"].agg(["size", "min"])
    several = counts[counts["size"] >= LEAST_POINTS].sort_values(["size", "min"], ascending=[False, True])
    return [str(name) for name in several.head(MOST_COLOURS).sort_values("min", kind="stable").index]


def colours(points: pd.DataFrame) -> dict[str, str]:
    """Return a colour for each source's name; grey where it has too few points to follow."""
    chosen = dict(zip(marked(points), style.CATEGORIES, strict=False))
    return {str(name): chosen.get(str(name), style.INK) for name in points["name"].unique()}


def floor(points: pd.DataFrame) -> float:
    """Return where a log axis begins: the power of ten at or below the smallest value above zero."""
    middle = (points["least"] + points["most"]) / 2
    positive = middle[middle > 0]
    return float(10 ** np.floor(np.log10(positive.min()))) if len(positive) else 1.0


def foot(points: pd.DataFrame) -> float:
    """Return where a log axis ends below: at its first number, or a step beneath it, where a zero is drawn."""
    zero = ((points["least"] + points["most"]) == 0).any()
    return floor(points) / (4 if zero else 1.3)


def scale(points: pd.DataFrame, *, log: bool) -> Any:
    """Return the axis of values: logarithmic, or linear from zero (from the least, where values are negative)."""
    import altair as alt

    top = float(points["most"].max())
    if log:
        return alt.Scale(type="log", domain=[foot(points), top * 1.8], nice=False)
    if (points["unit"] == "percent").all():
        return alt.Scale(domain=[0, 100])
    return alt.Scale(domain=[min(0.0, float(points["least"].min())), top * 1.04 or 1.0], nice=True)


def _data(points: pd.DataFrame, *, log: bool) -> pd.DataFrame:
    """Return the columns that the charts draw; on a log axis a zero stands at its foot."""
    found = quantities.runs(points)[["year", "value", "name", "words", "derived", "run"]].copy()
    found["zero"] = found["value"] == 0
    if log:  # no line leads to a zero, which has no place on such an axis
        found.loc[found["zero"], "value"] = foot(points)
        found.loc[found["zero"], "run"] = -np.arange(1, int(found["zero"].sum()) + 1)
        cuts = found.groupby("name")["zero"].cumsum()
        found["run"] = found["run"].astype(str) + "/" + cuts.astype(str)
    return found


def _years(points: pd.DataFrame, *, ends: bool = False) -> Any:
    """Return the axis of years, the same for charts that stand one above another."""
    import altair as alt

    first, last = float(points["start"].min()), float(points["end"].max()) - 1
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500) if (last - first) / step <= 8)
    whole = [float(year) for year in range(int(np.ceil(first / step)) * step, int(last) + 1, step)]
    axis = alt.Axis(format="d", grid=False, values=whole, domainOpacity=0.4)
    if ends:
        whole = [float(np.floor(first + 0.5)), float(np.floor(last + 0.5))]
        axis = alt.Axis(format="d", grid=False, values=whole, domainOpacity=0.4)
    return alt.X("year:Q", title=None, scale=alt.Scale(domain=[first - 0.8, last + 0.8], nice=False), axis=axis)


def _values(points: pd.DataFrame, *, log: bool, field: str = "value:Q", count: int = 5, room: int = AXIS) -> Any:
    import altair as alt

    ticks: Any = alt.Undefined
    if log:
        low, high = np.log10(floor(points)), np.log10(float(points["most"].max()))
        powers = range(int(low), int(high) + 1)
        ticks = [float(10**power) for power in powers[:: -(-len(powers) // count)]]
        if foot(points) < floor(points) / 2:
            ticks = [foot(points), *ticks]
    axis = alt.Axis(
        labelExpr=short(floor(points) if log else 0),
        values=ticks,
        tickCount=count,
        minExtent=room,
        maxExtent=room,
        domain=False,
        gridOpacity=0.5,
    )
    return alt.Y(field, title=None, scale=scale(points, log=log), axis=axis)


def short(least: float) -> str:
    """Return how numbers at an axis are written, as an expression of Vega: 2k, 10m, 1bn, and 0 below the `least`."""
    text = "format(datum.value, abs(datum.value) >= 1000 ? '~s' : ',.3~f')"
    for sign, words in (("G", _("bn")), ("M", _("m"))):
        text = f"replace({text}, '{sign}', '{words}')"
    return f"datum.value < {least / 2} ? '0' : {text}" if least else text


def _sent(drawn: pd.DataFrame) -> pd.DataFrame:
    """Return what a chart needs of the points, as short as it can be written: charts are sent as text."""
    short = drawn.assign(
        year=drawn["year"].astype(int),
        value=[float(f"{value:.6g}") for value in drawn["value"]],
        derived=drawn["derived"].astype(int),
        run=pd.factorize(drawn["run"])[0],
    )
    return short[["year", "value", "name", "words", "derived", "run"]]


def _hint(when: str = "year") -> list[Any]:
    import altair as alt

    return [
        alt.Tooltip("name", title=_("Source")),
        alt.Tooltip(when, title=_("For")),
        alt.Tooltip("words", title=_("Value")),
    ]


def _drawn(
    drawn: pd.DataFrame, x: Any, y: Any, chosen: dict[str, str], size: int, shapes: dict[str, str] | None = None
) -> list[Any]:
    """Return the points of a chart, full where stated and hollow where worked out, and the line through each run."""
    import altair as alt

    base = alt.Chart(_sent(drawn))
    scale = alt.Scale(domain=list(chosen), range=list(chosen.values()))
    fill = alt.when("datum.derived").then(alt.value("transparent")).otherwise("name:N", scale=scale, legend=None)
    layers: list[Any] = []
    if drawn["run"].duplicated().any():
        colour = alt.Color("name:N", scale=scale, legend=None)
        layers.append(base.mark_line(strokeWidth=1.6).encode(x=x, y=y, color=colour, detail="run:N"))
    stroke = alt.Stroke("name:N", scale=scale, legend=None)
    points = base.mark_point(opacity=1, size=size, strokeWidth=1.4)
    encoded = points.encode(x=x, y=y, stroke=stroke, fill=fill, tooltip=_hint())
    if shapes:
        encoded = encoded.encode(
            shape=alt.Shape("name:N", scale=alt.Scale(domain=list(shapes), range=list(shapes.values())), legend=None)
        )
    return [*layers, encoded]


def _shapes(chosen: dict[str, str]) -> dict[str, str]:
    """Return the shape of each name that has a colour, and a circle for the grey ones; none for a name alone."""
    coloured = [name for name, colour in chosen.items() if colour != style.INK]
    shapes = dict(zip(coloured, MARKS, strict=False))
    return {name: shapes.get(name, "circle") for name in chosen} if len(coloured) > 1 else {}


def lean(chart: Any) -> dict[str, Any]:
    """Return a chart as it is sent, a third as long as Altair writes it: a page must not weigh on a slow line.

    The first layer alone describes an axis or scale that layers share, and the data stand once, as CSV.
    """
    spec: dict[str, Any] = chart.to_dict()
    frames, shared = spec.pop("datasets"), spec.pop("data", {})
    told: set[str] = set()
    layers: list[dict[str, Any]] = []
    for layer in spec["layer"]:
        for channel, encoding in layer.get("encoding", {}).items():
            if channel in ("x", "y", "color", "stroke") and "field" in encoding:
                same = json.dumps([channel, encoding.get("scale"), encoding.get("axis")])
                if same in told:
                    layer["encoding"][channel] = {key: encoding[key] for key in ("field", "type")}
                told.add(same)
        name = layer.pop("data", shared)["name"]
        if layers and layers[-1]["name"] == name:
            layers[-1]["layer"].append(layer)
        else:
            layers.append({"name": name, **_as_csv(frames[name]), "layer": [layer]})
    spec["layer"] = [{key: value for key, value in group.items() if key != "name"} for group in layers]
    return spec


def _as_csv(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Return rows as data that Vega reads, every number named as one, and each long name of many rows once."""
    frame = pd.DataFrame(records)
    more: dict[str, Any] = {}
    if "name" in frame and len(frame) > 2 * frame["name"].nunique():
        places, names = pd.factorize(frame["name"])
        frame = frame.drop(columns="name").assign(n=places)
        words = json.dumps(list(names), ensure_ascii=False)
        more["transform"] = [{"calculate": f"{words}[datum.n]", "as": "name"}]
    for name in frame.select_dtypes("bool"):
        frame[name] = frame[name].astype(int)
    numbers = {str(name): "number" for name in frame.select_dtypes("number")}
    values = frame.to_csv(index=False, float_format="%.8g", lineterminator="\n")
    return {"data": {"values": values, "format": {"type": "csv", "parse": numbers}}, **more}


def main(points: pd.DataFrame, *, log: bool, height: int = HEIGHT, wide: int = WIDE) -> Any:
    """Return the chart of all sources at once: the span of each year, and each source's points and lines."""
    import altair as alt

    drawn, spans = _data(points, log=log), quantities.yearly(points)
    chosen = colours(points)
    x, y = _years(points), _values(points, log=log)
    colour = alt.Color("name:N", scale=alt.Scale(domain=list(chosen), range=list(chosen.values())), legend=None)
    layers = []
    spans = spans[spans["apart"] > 0][["year", "low", "high", "passes"]]
    if len(spans):
        if log:
            spans = spans.assign(low=spans["low"].clip(lower=foot(points)))
        band = alt.condition("datum.passes", alt.value(FAR), alt.value(style.INK))
        layers.append(
            alt.Chart(spans)
            .mark_bar(width={"expr": f"max(2, {_step(points)} * 0.72)"}, opacity=0.2)
            .encode(x=x, y=_values(points, log=log, field="low:Q"), y2="high:Q", color=band)
        )
    layers += _drawn(drawn, x, y, chosen, 34, _shapes(chosen))
    layers += [*_parts(points, x, y, colour), *_bounds(points, x, y, colour, log=log)]
    ratios = extremes(points, ratio=True) if log else pd.DataFrame()
    for words in ratios.to_dict("records"):
        beside = drawn[(drawn["year"] - words["year"]).abs() <= 2]
        frame = pd.DataFrame(
            [{"year": words["year"], "value": beside["value"].max(), "text": words["text"].partition(": ")[2]}]
        )
        layers.append(
            alt.Chart(frame)
            .mark_text(dy=-14, fontSize=style.SIZES["label"], fontWeight=700, color=TEXT)
            .encode(x=x, y=y, text="text:N", opacity=alt.value({"expr": "width >= 480 ? 1 : 0"}))
        )
    layers += _names(points, drawn, x, y, colour, log=log, height=height, wide=wide)
    return style.altair(alt.layer(*layers).properties(height=height))


def _step(points: pd.DataFrame) -> str:
    """Return how wide a year is in a chart, as an expression of Vega."""
    return f"(width / {float(points['end'].max() - points['start'].min()) + 0.6:.2f})"


def has_parts(points: pd.DataFrame) -> bool:
    """Tell whether some values are for a time that is no calendar year."""
    return bool((points["year"].isna() & points["start"].notna()).any())


def key(points: pd.DataFrame, *, log: bool, height: int = HEIGHT, wide: int = WIDE) -> str:
    """Return the colours as HTML for those sources whose names do not stand in the chart; on small screens for all."""
    chosen = {name: colour for name, colour in colours(points).items() if colour != style.INK}
    return _key(chosen, place_names(points, _data(points, log=log), log=log, height=height, wide=wide), wide)


def measures_key(points: pd.DataFrame) -> str:
    """Return the colours and shapes of all measures as HTML; nothing for a measure alone."""
    chosen = _measure_colours(points)
    return _key(chosen, pd.DataFrame(), WIDE) if len(chosen) > 1 else ""


def _key(chosen: dict[str, str], places: pd.DataFrame, wide: int) -> str:
    named = set(places.get("name", ()))
    shapes = _shapes(chosen)
    parts = [
        f'<span class="{"narrow" if name in named else ""}"><b style="color:{colour}">'
        f"{MARKS[shapes.get(name, 'circle')]}</b> {escape(name)}</span>"
        for name, colour in chosen.items()
    ]
    hidden = f"@media(min-width:{wide + 560}px){{.key .narrow{{display:none}}}}" if wide > NARROW else ""
    if wide == NARROW:
        parts = [part for part, name in zip(parts, chosen, strict=True) if name not in named]
    rule = f"<style>.key{{display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.8rem}}{hidden}</style>"
    return f'{rule}<div class="key">{"".join(parts)}</div>' if parts else ""


def _measure_colours(points: pd.DataFrame) -> dict[str, str]:
    return dict(zip(dict.fromkeys(points["label"]), style.CATEGORIES, strict=False))


def _parts(points: pd.DataFrame, x: Any, y: Any, colour: Any) -> list[Any]:
    """Return bars for values of a time that is no calendar year, as long as the time."""
    import altair as alt

    parts = points[points["year"].isna() & points["start"].notna()]
    if parts.empty:
        return []
    frame = parts.assign(value=(parts["least"] + parts["most"]) / 2, year=parts["start"] - 0.5, last=parts["end"] - 0.5)
    frame = frame[["year", "last", "value", "name", "when", "words"]]
    bars = (
        alt.Chart(frame)
        .mark_rule(strokeWidth=4, strokeCap="butt")
        .encode(x=x, x2="last:Q", y=y, color=colour, tooltip=_hint("when"))
    )
    return [bars]


def _bounds(points: pd.DataFrame, x: Any, y: Any, colour: Any, *, log: bool) -> list[Any]:
    """Return what is known of values that sources give as bounds: a bar from end to end, an arrow where one is open."""
    import altair as alt

    found = points[points["start"].notna() & points["value"].isna()]
    middle = (found["start"] + found["end"] - 1) / 2
    least = found["least"].clip(lower=foot(points)) if log else found["least"]
    found = found.assign(year=middle.round(2), value=least)
    layers: list[Any] = []
    between = found[(found["open"] == "") & found["period"].str.fullmatch(r"\d{4}")]
    if len(between):
        bars = alt.Chart(between[["year", "value", "most", "name", "words", "when"]]).mark_rule(strokeWidth=4)
        layers.append(bars.encode(x=x, y=y, y2="most:Q", color=colour, tooltip=_hint("when")))
    for way, turn in (("up", 0), ("down", 180)):
        part = found[found["open"] == way]
        if len(part):
            arrows = alt.Chart(part[["year", "value", "name", "words", "when"]])
            arrow = arrows.mark_point(shape=ARROW, angle=turn, size=110, strokeWidth=2, opacity=1, filled=False)
            layers.append(arrow.encode(x=x, y=y, color=colour, tooltip=_hint("when")))
    return layers


def has_open(points: pd.DataFrame) -> bool:
    """Tell whether some values are drawn as arrows."""
    return bool((points["start"].notna() & (points["open"] != "")).any())


def _names(
    points: pd.DataFrame, drawn: pd.DataFrame, x: Any, y: Any, colour: Any, *, log: bool, height: int, wide: int = WIDE
) -> list[Any]:
    """Return the sources' names beside their lines, where there is room for them."""
    import altair as alt

    places = place_names(points, drawn, log=log, height=height, wide=wide)
    if places.empty:
        return []
    shown = alt.value({"expr": f"width >= {wide} ? 1 : 0"})
    shapes = _shapes(colours(points))
    base = alt.Chart(places.assign(mark=[MARKS[shapes.get(name, "circle")] for name in places["name"]]))
    return [
        base.mark_text(fontSize=style.SIZES["note"], align="right", dx=-4, baseline="middle").encode(
            x=x, y=y, color=colour, opacity=shown, text="mark:N"
        ),
        base.mark_text(fontSize=style.SIZES["note"], align="left", baseline="middle", color=TEXT).encode(
            x=x, y=y, text="name:N", opacity=shown
        ),
    ]


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


def place_names(points: pd.DataFrame, drawn: pd.DataFrame, *, log: bool, height: int, wide: int = WIDE) -> pd.DataFrame:
    """Return where the coloured sources' names can stand, near a point of theirs and on nothing else: year, value.

    Worked out for a chart `wide`, so that there is more room on any that is wider.
    """
    domain = scale(points, log=log).to_dict()["domain"]
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
    for words in extremes(points, ratio=True).to_dict("records") if log else []:
        beside = drawn[(drawn["year"] - words["year"]).abs() <= 2]
        taken.append((float(across(words["year"])), float(down(beside["value"].max())) - 14, 14.0))
    found = []
    names = crossed["name"].to_numpy()
    for name in marked(points):
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


ROOM = 0.22  # of the axis of years: as wide as the words on the usual gap
MOST_LINEAR = 10  # of ratios, beyond which their axis is logarithmic


def has_log_gaps(points: pd.DataFrame) -> bool:
    """Tell whether the ratios are drawn on a log axis."""
    ratios = quantities.yearly(points)["ratio"].replace(np.inf, np.nan)
    return bool(ratios.max() > MOST_LINEAR)


def gaps(points: pd.DataFrame, *, ratio: bool) -> Any:
    """Return the chart beneath: by year how far the sources are apart, and which years rest on one source alone.

    Apart as the ratio of highest to lowest, or as the difference where the unit is a percentage.
    """
    import altair as alt

    found = quantities.yearly(points)
    several = found[found["sources"] > 1].copy()
    base = 1.0 if ratio else 0.0
    several["value"] = several["ratio"] if ratio else several["apart"]
    finite = several["value"].replace(np.inf, np.nan)
    top = max(float(finite.max()) if finite.notna().any() else base, 2.0 if ratio else 1.0)
    log = ratio and top > MOST_LINEAR
    several["endless"] = several["value"] == np.inf
    several["value"] = finite.fillna(top * (1.6 if log else 1.1))
    several["base"] = base
    several["told"] = [_apart_words(row, ratio=ratio) for row in several.to_dict("records")]
    foot = base / 1.28 if log else base - 0.14 * (top - base)
    x = _years(points)
    domain = alt.Scale(type="log" if log else "linear", domain=[foot, top * (1.9 if log else 1.22)], nice=False)
    ticks = [tick for tick in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if tick <= top * 1.2] if log else alt.Undefined
    label = "datum.label + '×'" if ratio else "datum.label"
    axis = alt.Axis(
        values=ticks,
        format="~g",
        labelExpr=label,
        tickCount=3,
        minExtent=AXIS,
        maxExtent=AXIS,
        domain=False,
        gridOpacity=0.5,
    )
    y = alt.Y("value:Q", title=None, scale=domain, axis=axis)
    colour = alt.condition("datum.passes", alt.value(FAR), alt.value(NEAR))
    hint = [
        alt.Tooltip("year", format="d", title=_("Year")),
        alt.Tooltip("told", title=_("Highest and lowest")),
    ]
    columns = ["year", "value", "base", "passes", "endless", "told"]
    several["value"] = [float(f"{value:.5g}") for value in several["value"]]
    stems = alt.Chart(several[columns].astype({"year": int}))
    layers = [
        stems.mark_rule(strokeWidth={"expr": f"max(1.5, {_step(points)} * 0.36)"}).encode(
            x=x, y=y, y2="base:Q", color=colour, tooltip=hint
        ),
        stems.mark_point(filled=True, opacity=1, size=30).encode(
            x=x,
            y=y,
            color=colour,
            tooltip=hint,
            shape=alt.condition("datum.endless", alt.value("triangle-up"), alt.value("circle")),
        ),
    ]
    expected = found["expected"].max() if len(found) else np.nan
    if ratio and np.isfinite(expected):
        line = pd.DataFrame({"value": [1 + expected / 100]})
        layers.append(alt.Chart(line).mark_rule(strokeDash=[4, 3], color=style.INK).encode(y=y))
        gap_words = line.assign(
            year=_quietest(points, found), text=_("usual gap: {gap}", gap=wording.percent(float(expected)))
        )
        layers.append(
            alt.Chart(gap_words)
            .mark_text(align="left", baseline="bottom", dy=-3, fontSize=style.SIZES["note"], color=TEXT)
            .encode(x=x, y=y, text="text:N")
        )
    single = found.loc[found["sources"] == 1, ["year", "lowest"]].assign(
        value=float(np.sqrt(foot * base)) if log else (foot + base) / 2
    )
    if len(single):
        layers.append(
            alt.Chart(single)
            .mark_point(shape=style.LOOKS["sole source"].vega, size=26, color=ALONE, filled=True, opacity=1)
            .encode(
                x=x,
                y=y,
                tooltip=[
                    alt.Tooltip("year", format="d", title=_("Year")),
                    alt.Tooltip("lowest", title=_("One source alone")),
                ],
            )
        )
    told = extremes(points, ratio=ratio)
    told["value"] = top * (1.5 if log else 1.12)
    for words in told.to_dict("records"):
        base_chart = alt.Chart(pd.DataFrame([words]))
        layers.append(base_chart.mark_rule(strokeWidth=0.8, opacity=0.6, color=TEXT).encode(x=x, y=y, y2="at:Q"))
        layers.append(
            base_chart.mark_text(
                align=words["align"],
                dx=words["dx"],
                baseline="bottom",
                fontSize=style.SIZES["note"],
                fontWeight=600,
                color=TEXT,
            ).encode(x=x, y=y, text="text:N")
        )
    return style.altair(alt.layer(*layers).properties(height=GAP_HEIGHT))


def _quietest(points: pd.DataFrame, found: pd.DataFrame) -> float:
    """Return the year from which a few words on the usual gap hide the fewest bars."""
    first, last = float(points["start"].min()), float(points["end"].max()) - 1
    room = (last - first) * ROOM
    bars = found.loc[found["ratio"] > 1, "year"]
    starts = np.arange(first, max(last - room, first) + 1)
    hidden = [int(bars.between(start - 1, start + room + 1).sum()) for start in starts]
    return float(starts[int(np.argmin(hidden))])


def _apart_words(row: dict[Any, Any], *, ratio: bool) -> str:
    if row["apart"] == 0:
        return _("the same") if row["same"] else _("one number fits all")
    if not ratio:
        return _("{n} points", n=round(float(row["apart"]), 1))
    if row["ratio"] == np.inf:
        return _("one says none at all")
    return _("a factor of {n}", n=factor(float(row["ratio"])))


def factor(ratio: float) -> float:
    """Return a ratio as readers are told it: whole from ten on, else with one decimal, with two just above one."""
    return round(ratio, 0 if ratio >= 10 else 1 if ratio >= 1.1 else 2)


def extremes(points: pd.DataFrame, *, ratio: bool) -> pd.DataFrame:
    """Return the years that are furthest and, of a ratio, least apart: year, what is said of it, how it is set.

    The least is one of those with the most sources. The words of the earlier year end there, those of the later begin.
    """
    several = quantities.yearly(points)
    several = several[(several["sources"] > 1) & np.isfinite(several["ratio" if ratio else "apart"])]
    if several.empty:
        return pd.DataFrame(columns=["year", "at", "text", "align", "dx"])
    value = several["ratio" if ratio else "apart"]
    least = nearest(several) if ratio else None
    wanted = sorted({int(value.idxmax())} | ({int(least)} if least is not None else set()))
    mark = "×" if ratio else ""
    lines = []
    for place, index in enumerate(wanted):
        year, apart = float(several.loc[index, "year"]), float(value[index])
        told = wording.number(factor(apart) if ratio else round(apart, 1))
        last = place == len(wanted) - 1
        lines.append(
            {
                "year": year,
                "at": apart,
                "text": f"{year:.0f}: {told}{mark}",
                "align": "left" if last else "right",
                "dx": -4 if last else 4,
            }
        )
    return pd.DataFrame(lines)


def nearest(several: pd.DataFrame) -> Any:
    """Return the index of the year that is least apart among those with three sources or more; None where all are far.

    Years in which all give zero are none: there is nothing to compare. Far is further than expected.
    """
    full = several[
        (several["sources"] >= min(3, several["sources"].max())) & (several["high"] > 0) & ~several["passes"]
    ]
    if full.empty:
        return None
    most = full[full["sources"] == full["sources"].max()]
    return most["ratio"].idxmin()


def panels(points: pd.DataFrame, *, log: bool) -> list[tuple[str, Any]]:
    """Return a small chart for each source with enough points, and one for all others: its name and the chart."""
    import altair as alt

    drawn, chosen = _data(points, log=log), colours(points)
    x, y = _years(points, ends=True), _values(points, log=log, count=3, room=34)
    shown = marked(points)
    rest = sorted(set(drawn["name"]) - set(shown))
    found = []
    for name in [*shown, *([""] if rest else [])]:
        own = drawn["name"].isin(rest) if not name else drawn["name"] == name
        others = alt.Chart(_sent(drawn[~own])[["year", "value"]]).mark_point(
            filled=True, size=7, color=style.INK, opacity=0.35, tooltip=None
        )
        layers = [others.encode(x=x, y=y)]
        layers += _drawn(drawn[own], x, y, {each: chosen[each] for each in drawn.loc[own, "name"].unique()}, 22)
        chart = style.altair(alt.layer(*layers).properties(height=PANEL_HEIGHT))
        found.append((name, chart))
    return found


def measures(points: pd.DataFrame) -> Any:
    """Return the chart of one source's measures over the years, each with a colour and a shape that the key names."""
    import altair as alt

    named = points.assign(name=points["label"])
    drawn, chosen = _data(named, log=False), _measure_colours(points)
    x, y = _years(named), _values(named, log=False)
    layers = _drawn(drawn, x, y, chosen, 24, _shapes(chosen))
    height = MEASURES_HEIGHT if len(chosen) > 1 else MEASURES_HEIGHT * 0.7
    return style.altair(alt.layer(*layers).properties(height=height))
