"""Two sources beside each other, and how often any two agree, counted from the questions that both answer."""

from typing import Any

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st

import data
from components import answers, asked, downloads, kept, picking, sentences, style, tally, wording
from components.wording import _
from data import of_sources

ONE, OTHER = "one", "other"
MOST = {"wide": 16, "narrow": 8}  # sources that the map holds
TOP = {"wide": 88, "narrow": 104}  # pixels for the names above
SIDE = {"wide": 128, "narrow": 92}  # pixels for the names beside
CELL = 30  # pixels of height

TINTS = (
    (0.0, "agree", 0.5),
    (0.25, "agree", 0.18),
    (0.5, "conflict", 0.16),
    (0.999, "conflict", 0.32),
    (1.0, "conflict", 0.5),
)
"""Up to which share that parts a cell has the colour of which verdict, and how full."""

LOOKS = {
    "part": "conflict",
    "reported": "disputed",
    "finer": "compatible",
    "coarser": "compatible",
    "overlap": "compatible",
    "agree": "agree",
    data.ONLY_ONE: "sole source",
    data.ONLY_OTHER: "sole source",
}
"""How two answers stand → the verdict whose look it has; `reported`: they part only in what they report of others."""


def draw(read: data.Tables, view: data.View) -> None:
    """Draw how often all sources agree, the choice of two of them, and these two beside each other."""
    if len(view.sources) < 2:
        st.markdown(_("Two sources are needed. Choose more of them in the filters."))
        return
    paired = kept.made(("pairs", read, asked.scope(view)), lambda: pairs(read, view))
    chart, choice = st.container(), st.container()
    with choice:
        one, other = _pick(read, view, paired)
    with chart:
        _map(read, view, paired, one, other)
    _beside(read, view, one, other)


def pairs(read: data.Tables, view: data.View) -> pd.DataFrame:
    """Return how often each two sources of a view agree on its questions; see `data.pairs`."""
    if len(view.questions) == len(data.compare(read, view.sources)):
        return data.pairs(read, view.sources)
    related = data.relations(read, view.sources)
    return of_sources.pairs(related[related["question"].isin(view.questions["question"])])


def mapped(paired: pd.DataFrame, order: tuple[str, ...], most: int) -> tuple[list[str], int]:
    """Return the sources that a map holds, in `order`, and how many questions each shares with another at least.

    The threshold is the lowest that leaves no more than `most`; where too many share the most that any do, those stay
    that share questions with most others.
    """
    by = paired.groupby("source")["shared"]
    shared = by.max()
    least = 1
    while (shared >= least).sum() > most and (shared > least).sum() > 1:
        least += 1
    left = shared.index[shared >= least]
    if len(left) > most:
        left = by.size()[left].sort_values(ascending=False, kind="stable").index[:most]
    kept_ids = set(left)
    return [source for source in order if source in kept_ids], least


def first_pair(read: data.Tables, view: data.View, one: str = "") -> tuple[str, str]:
    """Return the two sources that tell of most events in common, `one` among them where it is given."""
    events = view.questions.set_index("question")["event"]
    related = data.relations(read, view.sources)
    related = related[related["question"].isin(events.index)]
    if one:
        related = related[related["source"] == one]
    together = related.astype({"source": "str", "other": "str", "question": "str"})
    common = together.assign(event=together["question"].map(events)).groupby(["source", "other"])["event"].nunique()
    if common.empty:
        first = one or view.sources[0]
        return first, next(source for source in view.sources if source != first)
    place = {source: at for at, source in enumerate(view.sources)}
    best = common[common == common.max()].index
    first, second = min(best, key=lambda two: (place[two[0]], place[two[1]]))
    return str(first), str(second)


def _first(read: data.Tables, view: data.View, one: str) -> tuple[str, str]:
    return kept.made(("first pair", read, one, asked.scope(view)), lambda: first_pair(read, view, one))


def _pick(read: data.Tables, view: data.View, paired: pd.DataFrame) -> tuple[str, str]:
    names = sentences.sources(read)
    asked_for = [picking.field(key) for key in (ONE, OTHER)]
    known = [source if source in view.sources else "" for source in asked_for]
    start = _first(read, view, known[0] or known[1])
    if known[1] and not known[0]:
        start = start[::-1]
    left, right = st.columns(2)
    with left:
        words = {source: names[source] for source in view.sources}
        one = picking.one(_("One source"), ONE, words, [start[0], *(id_ for id_ in words if id_ != start[0])])
    shared = paired[paired["source"] == one].set_index("other")["shared"]
    others = sorted((source for source in view.sources if source != one), key=lambda id_: -shared.get(id_, 0))
    words = {
        source: _("{name} ({n} shared)", name=names[source], n=int(shared[source]))
        if source in shared
        else names[source]
        for source in others
    }
    second = start[1] if start[1] != one else _first(read, view, one)[1]
    with right:
        other = picking.one(_("Another source"), OTHER, words, [second, *(id_ for id_ in others if id_ != second)])
    if not any(known):
        st.caption(_("Nothing is picked yet: these two tell of most events in common."))
    return one, other


def cells(read: data.Tables, paired: pd.DataFrame, shown: list[str]) -> pd.DataFrame:
    """Return one row a cell of the map of the sources `shown`: who, counts, words, tint, and its places.

    `row` and `column` end in `wide` and `narrow`; on a narrow screen only the sources stay that share questions with
    most of the others; elsewhere they are NaN.
    """
    names = sentences.sources(read)
    within = paired[paired["source"].isin(shown) & paired["other"].isin(shown)].reset_index(drop=True)
    met = paired[paired["source"].isin(shown)].groupby("source")["shared"].agg(["size", "sum"])
    few = set(met.sort_values(["size", "sum"], ascending=False, kind="stable").index[: MOST["narrow"]])
    places = {
        "wide": {source: place for place, source in enumerate(shown)},
        "narrow": {source: place for place, source in enumerate(source for source in shown if source in few)},
    }
    parting = within["part"] / within["shared"]
    tint = np.searchsorted([most for most, _verdict, _fill in TINTS], parting)
    found = within[["source", "other", "shared", "part"]].assign(
        colour=[style.LOOKS[TINTS[at][1]].colour for at in tint],
        fill=[TINTS[at][2] for at in tint],
        number=within["shared"].map(wording.number),
        parting=["" if not n else f"{style.LOOKS['conflict'].glyph} {wording.number(n)}" for n in within["part"]],
        told=[
            _("{one} and {other}: {n} shared, {part} of them part", one=names[one], other=names[other], n=n, part=part)
            for one, other, n, part in within[["source", "other", "shared", "part"]].itertuples(index=False)
        ],
    )
    for mode, place in places.items():
        found[f"row_{mode}"] = found["source"].map(place)
        found[f"column_{mode}"] = found["other"].map(place)
    return found


def heat(read: data.Tables, paired: pd.DataFrame, shown: list[str]) -> Any:
    """Return the map as an Altair chart; a click on a cell selects its `source` and `other` under the name `pair`.

    The pair that the parameters `one` and `other` name is outlined; whoever draws the chart adds them.
    """
    names, rows = sentences.sources(read), cells(read, paired, shown)
    heads = rows.drop_duplicates("source")[["source", "row_wide", "row_narrow"]]
    heads = heads.assign(name=heads["source"].map(names))
    heads = heads.rename(columns={"row_wide": "place_wide", "row_narrow": "place_narrow"})
    for mode in TOP:
        rows[f"top_{mode}"] = TOP[mode] + CELL * rows[f"row_{mode}"]
        heads[f"top_{mode}"] = TOP[mode] + CELL * heads[f"place_{mode}"]
    height = {mode: TOP[mode] + CELL * int(heads[f"place_{mode}"].notna().sum()) + 2 for mode in TOP}

    def left(field: str, inset: float, after: float = 0) -> Any:
        return alt.value(alt.ExprRef(f"side + ({field} + {after}) * cell + {inset}"))

    def placed(frame: pd.DataFrame, *fields: str) -> alt.Chart:
        chosen = {field: f"narrow ? datum.{field}_narrow : datum.{field}_wide" for field in fields}
        chart = alt.Chart(frame).transform_calculate(**chosen)
        for field in fields:
            chart = chart.transform_filter(f"isValid(datum.{field})")
        return chart.transform_calculate(end=f"datum.top + {CELL - 2}").encode(y=alt.Y("top:Q", scale=None, axis=None))

    name: dict[str, Any] = {"color": answers.text_colour(), "fontSize": alt.ExprRef("narrow ? 11 : 12")}
    text: dict[str, Any] = {"color": answers.text_colour(), "align": "center", "baseline": "middle"}
    slant: dict[str, Any] = {"limit": 108, "angle": alt.ExprRef("narrow ? 270 : 315")}
    cell = placed(rows, "top", "column")
    box: dict[str, Any] = {"x": left("datum.column", 0), "x2": left("datum.column", -2, 1), "y2": "end:Q"}
    picked = "(datum.source == one && datum.other == other) || (datum.source == other && datum.other == one)"
    head = placed(heads, "top", "place")
    layers = [
        head.mark_text(align="right", baseline="middle", yOffset=CELL // 2, limit=SIDE["wide"] - 8, **name).encode(
            x=alt.value(alt.ExprRef("side - 8")), text="name:N"
        ),
        head.mark_text(align="left", baseline="middle", **slant, **name).encode(
            x=left("datum.place", 0, 0.5),
            y=alt.value(alt.ExprRef(f"narrow ? {TOP['narrow'] - 8} : {TOP['wide'] - 8}")),
            text="name:N",
        ),
        head.mark_rect(fill=style.QUIET).encode(x=left("datum.place", 0), x2=left("datum.place", -2, 1), y2="end:Q"),
        cell.mark_rect(cornerRadius=2, cursor="pointer")
        .encode(
            fill=alt.Fill("colour:N", scale=None),
            fillOpacity=alt.FillOpacity("fill:Q", scale=None),
            tooltip=alt.Tooltip("told:N", title=_("Pair")),
            **box,
        )
        .add_params(alt.selection_point(name="pair", fields=["source", "other"], on="click", clear=False)),
        cell.transform_filter(picked)
        .mark_rect(fillOpacity=0, stroke=answers.text_colour(), strokeWidth=2)
        .encode(**box),
        cell.mark_text(
            fontSize=12, yOffset=alt.ExprRef(f"datum.part > 0 ? {CELL // 2 - 6} : {CELL // 2 - 1}"), **text
        ).encode(x=left("datum.column", -1, 0.5), text="number:N"),
        cell.mark_text(fontSize=10, yOffset=CELL // 2 + 7, **text).encode(
            x=left("datum.column", -1, 0.5), text="parting:N"
        ),
    ]
    wide, narrow = (int(heads[f"place_{mode}"].notna().sum()) for mode in ("wide", "narrow"))
    params = {
        "side": f"narrow ? {SIDE['narrow']} : {SIDE['wide']}",
        "cell": f"min(64, (width - side - (narrow ? 0 : 60)) / (narrow ? {narrow} : {wide}))",
    }
    return answers.framed(layers, height["wide"], height["narrow"] - height["wide"], 560, **params)


def _picture(read: data.Tables, paired: pd.DataFrame, shown: list[str]) -> dict[str, Any]:
    """Return the specification of the map; one for all choices of sources that make no difference to what it shows."""
    content = tuple(cells(read, paired, shown).fillna(-1).itertuples(index=False, name=None))
    return kept.spec(("heat", content), lambda: heat(read, paired, shown))


def _map(read: data.Tables, view: data.View, paired: pd.DataFrame, one: str, other: str) -> None:
    st.subheader(_("How often two sources agree"))
    if paired.empty:
        st.markdown(_("No two of these sources answer the same question."))
        return
    shown, least = mapped(paired, data.source_order(read, view.sources), MOST["wide"])
    told = threshold(len(shown), paired["source"].nunique(), len(view.sources), least)
    st.markdown(told, width=760)
    picture = kept.made(("map", read, asked.scope(view)), lambda: _picture(read, paired, shown))
    key = f"compare_pairs_{one}_{other}"
    st.vega_lite_chart(
        {**picture, "params": [*picture["params"], {"name": ONE, "value": one}, {"name": OTHER, "value": other}]},
        alt=kept.made(("map told", read, asked.scope(view)), lambda: map_sentence(read, paired)),
        key=key,
        on_select=lambda: _take_cell(key),
    )
    st.caption(
        _(
            "A number is how many questions both answer; {glyph}, in how many of them they part. Blue: they part on"
            " none or few; red: on more. Empty: they share nothing. Sources that part least stand together."
            " A narrow screen shows the {n} that share questions with most others; the table has all.",
            glyph=style.LOOKS["conflict"].glyph,
            n=MOST["narrow"],
        ),
        width=760,
    )
    with st.expander(
        _("All {n} pairs as a table, and download", n=len(paired) // 2), key="compare_pairs", on_change="rerun"
    ) as every:
        if every.open:
            rows = pair_table(read, paired)
            st.dataframe(rows, hide_index=True, alt=map_sentence(read, paired))
            downloads.buttons(rows, "pairs")


def threshold(shown: int, sharing: int, every: int, least: int) -> str:
    """Return which sources the map shows, in words."""
    alone = _(" The other {n} share no question with anyone.", n=every - sharing) if every > sharing else ""
    if shown == sharing:
        return _("Counted are only the questions that both of two sources answer.") + alone
    return (
        _(
            "Counted are only the questions that both of two sources answer. Of {sharing} sources that share any, the"
            " {n} are shown that share at least {least} with another.",
            sharing=sharing,
            n=shown,
            least=least,
        )
        + alone
    )


def map_sentence(read: data.Tables, paired: pd.DataFrame) -> str:
    """Return what the map shows: how many pairs share questions, and which share most and part on most."""
    names = sentences.sources(read)
    once = paired[paired["source"] < paired["other"]]
    most = once.sort_values("shared", kind="stable").to_dict("records")[-1]
    parts = once.sort_values("part", kind="stable").to_dict("records")[-1]
    told = _(
        "{n} pair of sources shares questions; {one} and {other} share most ({most}).",
        "{n} pairs of sources share questions; {one} and {other} share most ({most}).",
        n=len(once),
        one=names[most["source"]],
        other=names[most["other"]],
        most=int(most["shared"]),
    )
    if not parts["part"]:
        return told + " " + _("None part.")
    return (
        told
        + " "
        + _(
            "{one} and {other} part on most ({n} of {shared}).",
            one=names[parts["source"]],
            other=names[parts["other"]],
            n=int(parts["part"]),
            shared=int(parts["shared"]),
        )
    )


def pair_table(read: data.Tables, paired: pd.DataFrame) -> pd.DataFrame:
    """Return each pair of sources once, in words: how much it shares, and how its answers relate."""
    names = sentences.sources(read)
    once = paired[paired["source"] < paired["other"]].sort_values("shared", ascending=False, kind="stable")
    return pd.DataFrame(
        {
            _("One source"): once["source"].map(names),
            _("Another source"): once["other"].map(names),
            _("Shared questions"): once["shared"],
            _("They agree"): once["agree"],
            _("One is finer"): once["finer"] + once["coarser"],
            _("They overlap"): once["overlap"],
            _("They part"): once["part"],
            _("Of those, only as reported"): once["reported"],
            _("From one origin"): once["one_origin"],
        }
    )


def _take_cell(key: str) -> None:
    """Take over a click on a cell as the two sources that the address names."""
    picked = st.session_state[key].get("selection", {}).get("pair", [])
    if picked:
        st.session_state[ONE], st.session_state[OTHER] = picked[0]["source"], picked[0]["other"]


def beside(read: data.Tables, view: data.View, one: str, other: str) -> pd.DataFrame:
    """Return each question of a view that either of two sources answers, those on which they part first.

    Columns: question, asked, how (a key of `LOOKS`), one, other (what each says), one_origin. Those that part are
    ordered as `data.most_contested` orders what these two contest.
    """
    found = data.two_sources(read, one, other)
    found = found[found["question"].isin(view.questions["question"])].reset_index(drop=True)
    how = found["relation"].mask(found["reported"], "reported")
    questions = view.questions[view.questions["question"].isin(found["question"])]
    said = asked.said(questions, view.claims[view.claims["source"].isin([one, other])])
    contested = pd.Series(dtype="int64")
    if how.isin(["part", "reported"]).any():
        contested = data.most_contested(read, (one, other)).set_index("question")["place"]
    rank = how.map({name: place for place, name in enumerate(LOOKS)})
    rows = pd.DataFrame(
        {
            "question": found["question"],
            "asked": found["question"].map(asked.in_words(read, questions)),
            "how": how,
            "one": [said.get((question, one), "") for question in found["question"]],
            "other": [said.get((question, other), "") for question in found["question"]],
            "one_origin": found["one_origin"].astype(bool),
        }
    )
    place = found["question"].map(contested)
    order = rows.assign(rank=rank, place=place).sort_values(["rank", "place", "question"], kind="stable")
    return rows.loc[order.index].reset_index(drop=True)


def labels(one: str, other: str) -> dict[str, str]:
    """Return how two answers can stand, in words, by the names of the two sources."""
    return {
        "part": _("They part"),
        "reported": _("They part, only as reported"),
        "finer": _("{name} is finer", name=one),
        "coarser": _("{name} is finer", name=other),
        "overlap": _("They overlap"),
        "agree": _("They agree"),
        data.ONLY_ONE: _("{name} alone", name=one),
        data.ONLY_OTHER: _("{name} alone", name=other),
    }


def pair_sentence(rows: pd.DataFrame, one: str, other: str) -> str:
    """Return how two sources stand to each other, as a sentence or two."""
    by = rows["how"].value_counts()
    n = {how: int(by.get(how, 0)) for how in LOOKS}
    shared = len(rows) - n[data.ONLY_ONE] - n[data.ONLY_OTHER]
    if not shared:
        told = _("{one} and {other} answer no question in common.", one=one, other=other)
    else:
        ways = {
            _("they agree on {n}", n=n["agree"]): n["agree"],
            _("{name} is finer on {n}", name=one, n=n["finer"]): n["finer"],
            _("{name} is finer on {n}", name=other, n=n["coarser"]): n["coarser"],
            _("they overlap on {n}", n=n["overlap"]): n["overlap"],
            _("they part on {n}", n=n["part"]): n["part"],
            _("they part on {n} only in what they report of others", n=n["reported"]): n["reported"],
        }
        told = _(
            "{one} and {other} both answer {n} question: {ways}.",
            "{one} and {other} both answer {n} questions: {ways}.",
            n=shared,
            one=one,
            other=other,
            ways=wording.listing(way for way, count in ways.items() if count),
        )
    origin = int(rows["one_origin"].sum())
    if origin:
        told += " " + _(
            "Of these, {n} goes back to one origin for both: one report, not corroboration.",
            "Of these, {n} go back to one origin for both: one report, not corroboration.",
            n=origin,
        )
    return told


def _beside(read: data.Tables, view: data.View, one: str, other: str) -> None:
    names = sentences.sources(read)
    claims = tuple(view.claims.loc[view.claims["source"].isin([one, other]), "claim"])
    key = ("beside", read, one, other, claims, wording.language())
    rows = kept.made(key, lambda: beside(read, view, one, other))
    words = labels(names[one], names[other])
    st.header(style.plain(_("{one} and {other}", one=names[one], other=names[other])))
    if rows.empty:
        st.markdown(_("The filters leave no answer of these two."))
        return
    told = pair_sentence(rows, names[one], names[other])
    st.markdown(style.plain(told), width=760)
    by = rows["how"].value_counts()
    counts = {words[how]: int(by.get(how, 0)) for how in LOOKS if by.get(how, 0)}
    looks = {words[how]: LOOKS[how] for how in LOOKS}
    tally.draw(counts, looks, told, "compare_pair_tally")
    _parting(read, view, rows, one, other)
    shown = kept.made(("tables", *key), lambda: tables(rows, names[one], names[other]))
    if len(finer := shown["finer"]):
        _head("finer", _("Where one is finer ({n})", n=len(finer)))
        asked.table(finer, "compare_pair_finer", _("Where one is finer"))
    if len(agree := shown["agree"]):
        _head("agree", _("Where they agree ({n})", n=len(agree)))
        asked.table(agree, "compare_pair_agree", _("Where they agree"))
    for how, source in ((data.ONLY_ONE, one), (data.ONLY_OTHER, other)):
        if len(alone := shown[how]):
            head = _("What {name} alone tells ({n})", name=names[source], n=len(alone))
            with st.expander(style.plain(head), key=f"compare_alone_{how}", on_change="rerun") as listed:
                if listed.open:
                    asked.table(alone, f"compare_pair_{how}", words[how])
    downloads.buttons(shown["file"], "pair", one, other)


def tables(rows: pd.DataFrame, one: str, other: str) -> dict[str, pd.DataFrame]:
    """Return what is shown of the rows of `beside`, for two names: where one is finer, where both agree, what each
    alone tells, and all of it as a `file`."""
    words, heads = labels(one, other), {"one": one, "other": other}
    finer, agree = rows[rows["how"].isin(["finer", "coarser", "overlap"])], rows[rows["how"] == "agree"]
    finer = finer.assign(**{_("Which"): finer["how"].map(words)}).drop(columns=["how", "one_origin"])
    origin = agree["one_origin"].map({True: _("one origin for both"), False: _("separate origins")})
    file = rows.assign(how=rows["how"].map(words)).rename(columns={"asked": _("Question"), "how": _("How"), **heads})
    return {
        "finer": finer.rename(columns=heads),
        "agree": agree[["question", "asked"]].assign(**{_("Both say"): agree["one"], _("Origin"): origin}),
        **{
            how: rows.loc[rows["how"] == how, ["question", "asked", side]].rename(columns={side: _("It says")})
            for how, side in ((data.ONLY_ONE, "one"), (data.ONLY_OTHER, "other"))
        },
        "file": file.rename(columns={"one_origin": _("From one origin")}),
    }


def _head(how: str, text: str) -> None:
    look = style.LOOKS[LOOKS[how]]
    st.subheader(f":{look.theme}[{look.glyph}] {style.plain(text)}")


def _parting(read: data.Tables, view: data.View, rows: pd.DataFrame, one: str, other: str) -> None:
    parting = rows[rows["how"].isin(["part", "reported"])]
    if parting.empty:
        return
    _head("part", _("Where they part ({n})", n=len(parting)))
    pages = -(-len(parting) // asked.ROWS)
    place = st.container()
    page = st.pagination(pages, key=f"compare_pair_part_{pages}") if pages > 1 else 1
    part = parting.iloc[(page - 1) * asked.ROWS : page * asked.ROWS]
    key = ("parting", read, one, other, tuple(part["question"]), wording.language())
    told = kept.made(key, lambda: _told(read, view, part, one, other))
    with place:
        for row, says in zip(part.to_dict("records"), told, strict=True):
            look = style.LOOKS[LOOKS[row["how"]]]
            asks = asked.link(row["asked"], row["question"])
            st.markdown(f":{look.theme}[{look.glyph}] {asks}  \n{style.plain(says)}", width=760)


def _told(read: data.Tables, view: data.View, part: pd.DataFrame, one: str, other: str) -> list[str]:
    """Return what two sources say where they part, in a sentence for each row."""
    compared = data.compare(read, (one, other)).set_index("question", drop=False)
    claims = view.claims[view.claims["source"].isin([one, other])]
    return [
        sentences.answers(read, compared.loc[question], claims)
        + (" " + _("Reported of others.") if how == "reported" else "")
        for question, how in part[["question", "how"]].itertuples(index=False)
    ]
