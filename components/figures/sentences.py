"""What a figure says, in one sentence worked out from its data, and the words around it."""

import numpy as np
import pandas as pd

import data
from components.figures.yearly import by_year, round_factor
from components.words import format, markdown
from components.words.i18n import _, translate
from data.causes import causes_over
from data.series import common_range, furthest, nearest_year, shared_roots

FEW = 3  # values that a sentence lists


def headline(points: pd.DataFrame, years: pd.DataFrame, *, ratio: bool) -> str:
    """Return what one quantity over the years shows: how it changed, and in how many years its sources are apart.

    `years` is what `by_year` gives of the points. Nothing where there is neither.
    """
    return format.clauses(
        filter(None, [_change(points) if ratio else _turns(points), _years_apart(years, ratio=ratio)])
    )


def _change(points: pd.DataFrame) -> str:
    """Return the first and the last value of the root that gives the newest year, or of one source of that root.

    Of a root only where its sources never lie further apart than expected: two data sets make no trend.
    """
    whole = _whole_years(points)
    if whole.empty:
        return ""
    newest = whole.loc[whole["year"] == whole["year"].max()].sort_values("source").iloc[0]
    rows, who = whole[whole["root"] == newest["root"]], newest["origin"]
    if by_year(rows)["beyond_expected"].any():
        rows, who = whole[whole["source"] == newest["source"]], newest["name"]
    start, end = rows["year"].min(), rows["year"].max()
    if start == end:
        return ""
    last = rows[rows["year"] == end].sort_values("value").iloc[0]
    first = rows[rows["year"] == start].sort_values("value").iloc[-1]  # the value that makes least of a rise
    told = {"who": who, "first": _rounded(first), "last": _rounded(last), "start": f"{start:.0f}", "end": f"{end:.0f}"}
    if first["value"] > 0 and last["value"] >= 1.05 * first["value"]:
        factor = format.number(round_factor(float(last["value"] / first["value"])))
        return _("{who}: {last} in {end}, {factor} times the {first} of {start}", factor=factor, **told)
    return _("{who}: {first} in {start}, {last} in {end}", **told)


def _turns(points: pd.DataFrame) -> str:
    """Return the highest, the lowest and the last value."""
    whole = _whole_years(points)
    if whole["year"].nunique() < FEW:
        return ""
    by_value = whole.sort_values("value")
    low, high, last = by_value.iloc[0], by_value.iloc[-1], whole.sort_values("year").iloc[-1]
    ends = {"high": _rounded(high), "low": _rounded(low), "last": _rounded(last)}
    when = {f"in_{name}": f"{row['year']:.0f}" for name, row in (("high", high), ("low", low), ("last", last))}
    return _("Highest {high} in {in_high}, lowest {low} in {in_low}, last {last} in {in_last}", **ends, **when)


def _rounded(point: pd.Series) -> str:
    """Return a value as a headline tells it: one known to three digits or better by three, another in its words."""
    if point["most"] - point["least"] > 0.01 * abs(point["value"]):
        return str(point["words"])
    if point["unit"] == "percent":
        return format.percent(point["value"])
    value = float(point["value"])
    return format.amount(value if abs(value) >= 1e6 else float(f"{value:.3g}"), point["unit"])


def _whole_years(points: pd.DataFrame) -> pd.DataFrame:
    left_out = points["superseded"] | points["planned"].astype(bool) | points["few"]
    return points[points["year"].notna() & points["value"].notna() & ~left_out]


def _years_apart(years: pd.DataFrame, *, ratio: bool) -> str:
    several = years[years["n_sources"] > 1]
    passes, n, expected = int(several["beyond_expected"].sum()), len(several), several["expected_gap"].max()
    if not passes:
        return ""
    if ratio and expected > 0:
        return _(
            "in {passes} of {n} year the answers lie further apart than the usual {gap}",
            "in {passes} of {n} years the answers lie further apart than the usual {gap}",
            n=n,
            passes=passes,
            gap=format.percent(expected),
        )
    return _(
        "in {passes} of {n} year the answers differ",
        "in {passes} of {n} years the answers differ",
        n=n,
        passes=passes,
    )


def series_sentence(found: pd.DataFrame, *, ratio: bool) -> str:
    """Return how far the sources of one quantity are apart over the years of `by_year`: most, least, and alone."""
    several = found[found["n_sources"] > 1]
    alone = int((found["n_sources"] == 1).sum())
    if several.empty:
        return _(
            "Each of the {n} year shown rests on one source alone: unchecked.",
            "Each of the {n} years shown rests on one source alone: unchecked.",
            n=len(found),
        )
    measure = several["ratio" if ratio else "gap"]
    finite = several[np.isfinite(measure)]
    parts, most = [], None
    if len(finite):
        most = finite.loc[finite["ratio" if ratio else "gap"].idxmax()]
        if most["ratio"] == 1 or most["gap"] == 0:
            parts.append(
                _("Where several sources give a value, they give the same one.")
                if several["same"].all()
                else _("Where several sources give a value, one number fits all of them.")
            )
        else:
            parts.append(_furthest(most, ratio=ratio))
    least = nearest_year(finite) if ratio and len(finite) > 1 else None
    if least is not None and most is not None and finite.loc[least, "year"] != most["year"]:
        parts.append(_nearest(finite.loc[least]))
    counts = (
        _(
            "They are compared in {several} of {every} years, and further apart than expected in {passes}",
            several=len(several),
            every=len(found),
            passes=int(several["beyond_expected"].sum()),
        )
        if ratio
        else _(
            "They are compared in {several} of {every} years, and differ in {passes}",
            several=len(several),
            every=len(found),
            passes=int(several["beyond_expected"].sum()),
        )
    )
    tail = _(
        "; {n} year rests on one source alone, unchecked.", "; {n} years rest on one source alone, unchecked.", n=alone
    )
    return " ".join([*parts, counts + (tail if alone else ".")])


def _furthest(year: pd.Series, *, ratio: bool) -> str:
    values = {
        "year": f"{year['year']:.0f}",
        "highest": year["highest"],
        "high": year["high_words"],
        "lowest": year["lowest"],
        "low": year["low_words"],
    }
    if ratio:
        far = round_factor(float(year["ratio"]))
        return _("For {year}: {low} in {lowest}, {high} in {highest}, **a factor of {far}**.", far=far, **values)
    far = round(float(year["gap"]), 1)
    return _(
        "They differ most in {year}: {low} in {lowest}, {high} in {highest}, **{far} points apart**.", far=far, **values
    )


def _nearest(year: pd.Series) -> str:
    if year["ratio"] == 1:
        return _("For {year}, one number fits all {n} sources.", year=f"{year['year']:.0f}", n=int(year["n_sources"]))
    return _(
        "For {year}, {n} sources are within a factor of {near}.",
        year=f"{year['year']:.0f}",
        n=int(year["n_sources"]),
        near=round_factor(float(year["ratio"])),
    )


def zeros_remark(points: pd.DataFrame) -> str:
    """Return what a zero may mean, where there are any; nothing where there are none."""
    n = int(((points["low"] == 0) & (points["high"] == 0)).sum())
    return (
        _(
            "{n} value is zero, which may mean that nothing was reported; on a log axis it stands at the foot.",
            "{n} values are zero, which may mean that nothing was reported; on a log axis they stand at the foot.",
            n=n,
        )
        if n
        else ""
    )


def measures_sentence(points: pd.DataFrame) -> str:
    """Return how each of several measures runs over the years: its first and last value, its highest and lowest."""
    parts = []
    for label, group in points[points["year"].notna()].groupby("label", sort=False):
        run = group.sort_values("year")
        first, last = run.iloc[0], run.iloc[-1]
        parts.append(
            _(
                "{label}: {first} in {start}, {last} in {end}",
                label=label,
                first=first["words"],
                start=f"{first['year']:.0f}",
                last=last["words"],
                end=f"{last['year']:.0f}",
            )
        )
    text = format.clauses(parts) + "."
    if len(set(points["source"])) == 1:
        return f"{text} {_('One source alone: unchecked.')}"
    return text


def values_sentence(points: pd.DataFrame) -> str:
    """Return what a few values say together: whether one number fits all, or how far they are apart."""
    points = points[~points["superseded"]]
    groups = [
        (str(label), str(title), group)
        for (title, label, _unit), group in points[points["unit"] != "x"].groupby(
            ["title", "label", "unit"], sort=False
        )
        if len(set(group["source"])) > 1
    ]
    parts = [text for label, title, group in groups if (text := _compared(group, title, label, len(groups)))]
    alone = int(points.groupby("question")["source"].nunique().eq(1).sum())
    every = int(points["question"].nunique())
    if len(set(points["source"])) == 1 and len(points) <= FEW:
        row = points.iloc[0]
        given = _named(points)
        values = format.clauses(given) if _(": ") in given[0] else format.join(given)
        parts.append(_("In {source} alone, unchecked: {values}.", source=row["name"], values=values))
    elif alone and not parts:
        parts.append(
            _(
                "{n} of {every} questions here is answered by one source alone: unchecked.",
                "{n} of {every} questions here are answered by one source alone: unchecked.",
                n=alone,
                every=every,
            )
        )
    changes = points[points["unit"] == "x"].drop_duplicates(["words", "name"])
    if len(changes):
        told_so = [
            _(
                "{words} ({source}{when})",
                words=row["words"],
                source=row["name"],
                when=f", {row['when']}" if row["when"] else "",
            )
            for row in changes.to_dict("records")
        ]
        parts.append(_("Told as a change, not as a number: {changes}.", changes=format.join(told_so)))
    return " ".join(parts)


def _named(points: pd.DataFrame) -> list[str]:
    """Return a few values as words, each with its time, and with what it is where they are not of one thing."""
    parts = [column for column in ("title", "label") if len(set(points[column])) > 1]
    found = []
    for row in points.to_dict("records"):
        words = f"{row['words']} ({row['when']})" if row["when"] else str(row["words"])
        what = ", ".join(str(row[part]) for part in parts)
        if parts == ["label"]:
            what = what[:1].lower() + what[1:]
        found.append(f"{what}{_(': ')}{words}" if what else words)
    return found


def _compared(group: pd.DataFrame, title: str, label: str, many: int) -> str:
    """Return whether the sources' answers on one quantity have a number in common, over all times that they give."""
    about = _("{title}, {label}: ", title=title, label=label[:1].lower() + label[1:]) if many > 1 else ""
    same = common_range(group)
    n = int(group["source"].nunique())
    whole = group[np.isfinite(group["start"])]
    if same:
        exact = group.loc[group["value"].notna(), "value"]
        same_n = int(group.loc[group["value"].notna(), "source"].nunique())
        times = sorted({str(when) for when in whole["start"].map(np.floor).astype(int)}) if len(whole) else []
        if same_n > 1 and (exact == exact.iloc[0]).all():
            number = format.number(float(exact.iloc[0]))
            if len(times) > 1:
                return about + _(
                    "{same} of {n} sources give one and the same number, {number}, for {years} alike: "
                    "it stands unchanged.",
                    same=same_n,
                    n=n,
                    number=number,
                    years=format.join([*([_("no named year")] if len(whole) < len(group) else []), *times]),
                )
            return about + _("{same} of {n} sources give the same number, {number}.", same=same_n, n=n, number=number)
        return about + _("{n} sources' answers differ but can all be true.", n=n)
    clashes = []
    for _question, answers in group.groupby("question", sort=False):
        pair = furthest(answers)
        if pair and pair[0]["high"] > 0:
            low, high = pair
            clashes.append((float(high["low"]) / float(low["high"]), low, high))
    if not clashes:
        return ""
    parts = []
    for far, low, high in clashes:
        what = {"low": low["words"], "high": high["words"], "far": round_factor(far)}
        what["when"] = f" ({low['when']})" if low["when"] else ""
        if low["source"] == high["source"]:
            same_one = _("{source}: both {low} and {high}{when}, a factor of {far}", source=low["name"], **what)
            parts.append(same_one)
        else:
            names = {"lowest": low["name"], "highest": high["name"]}
            parts.append(_("{low} in {lowest} and {high} in {highest}{when}: a factor of {far}", **names, **what))
    return f"{about}{format.clauses(parts)}."


def widest_gap_causes(tables: data.Tables, points: pd.DataFrame, years: pd.DataFrame) -> pd.DataFrame:
    """Return why the answers for the year that is furthest apart differ: rows of the table of causes, with `year`."""
    apart = years[np.isfinite(years["ratio"]) & years["beyond_expected"]]
    if apart.empty:
        return pd.DataFrame(columns=["cause", "note", "by", "year"])
    year = f"{apart.sort_values('ratio')['year'].iloc[-1]:.0f}"
    event, attribute, unit = points[["event", "attribute", "unit"]].iloc[0]
    return causes_over(tables, event, attribute, unit, [year]).assign(year=year)


def widest_gap_cause(causes: pd.DataFrame) -> str:
    """Return the same as sentences."""
    return " ".join(
        _(
            "Why they differ in {year}, as the {by} say: {cause}. {note}",
            year=year,
            by=by or _("notes"),
            cause=markdown.escape(translate(cause)),
            note=markdown.escape(note),
        )
        for cause, note, by, year in causes[["cause", "note", "by", "year"]].itertuples(index=False)
    )


def causes_list(causes: pd.DataFrame) -> str:
    """Return rows of the causes' table as a list in Markdown, one line for periods that share a cause and a note."""
    lines = []
    for (cause, note), rows in causes.groupby(["cause", "note"], sort=False):
        when = format.join(format.date(period, short=True) for period in rows["period"].unique() if period)
        told = f"{markdown.escape(translate(str(cause)))}. {markdown.escape(str(note))}"
        lines.append(f"- **{markdown.escape(when)}**{_(': ')}{told}" if when else f"- {told}")
    return "\n".join(lines)


def small_counts_remark(points: pd.DataFrame) -> str:
    """Return which years' shares rest on few: the largest count of the same event for the year; nothing where none."""
    few = points[points["few"]].sort_values(["event", "year"]).drop_duplicates(["event", "year"])
    parts = [
        _("{year} on {n}", year=f"{year:.0f}", n=n) for year, n in few[["year", "counted"]].itertuples(index=False)
    ]
    return _("Small counts make wild shares, drawn hollow: {parts}.", parts=format.join(parts)) if parts else ""


def shared_origins_remark(points: pd.DataFrame) -> str:
    """Return which roots several sources share, so that their agreement confirms nothing."""
    shared, every = shared_roots(points), int(points["source"].nunique())
    if not shared:
        return ""
    names = dict(zip(points["root"], points["origin"], strict=True))
    parts = [
        _("{n} of {every} go back to {origin}", n=n, every=every, origin=names[root]) for root, n in shared.items()
    ]
    return _("Of these sources, {shared}: where these agree, one root speaks, not several.", shared=format.join(parts))
