"""What becomes of the verdicts without some sources, or with each origin heard once."""

import pandas as pd
import streamlit as st

import data
from components.charts import theme
from components.compare import linked_table
from components.shell import address, downloads, page_hooks, state
from components.words import format, labels, markdown
from components.words.false_precision import source_precision
from components.words.i18n import _, translate
from components.words.names import source_names
from components.words.questions import question_texts

LEFT_OUT, ONE_PER_ORIGIN, COARSER = "out", "one_per_origin", "coarser"
IN_WORDS = f"{LEFT_OUT}_in_words"
MOST_PIVOTAL = 5  # sources that the list of hints holds


def draw(view: data.View) -> None:
    """Draw the choice of what to leave out, what then changes, and which single sources weigh most."""
    tables = view.found.tables
    names = source_names(tables)
    st.markdown(
        _("Leave sources out and see which verdicts change: what hangs on a source, not whether it is right."),
        width=760,
    )
    out, once = _choose({source: names[source] for source in view.sources})
    if out or once:
        _changes(tables, view, out, once)
    else:
        st.markdown(_("Nothing is left out yet: choose sources above, or take up one of the hints below."))
    _draw_coarser(tables, view)
    _draw_pivotal(tables, view)


def _choose(options: dict[str, str]) -> tuple[list[str], bool]:
    """Draw what to leave out, and return the ids, and whether each origin counts once.

    As with the filters, a widget out of sight holds the ids in the address, and readers use one in words.
    """
    unknown = [id_ for id_ in st.query_params.get_all(LEFT_OUT) if id_ not in options]
    page_hooks.colour_tags(IN_WORDS)
    with page_hooks.unseen():
        out = st.multiselect(_("Leave out"), list(options), key=LEFT_OUT, bind="query-params")
    st.multiselect(
        _("Leave out"),
        list(options),
        key=address.widget_key(LEFT_OUT, out),
        format_func=lambda id_: options.get(id_, id_),
        on_change=_take_over,
        placeholder=_("Pick sources"),
    )
    once = st.toggle(_("Count one source per origin only"), key=ONE_PER_ORIGIN, bind="query-params")
    if unknown:
        ids = markdown.escape(", ".join(unknown))
        st.info(_("The link leaves out {ids}, which are not among the sources shown now.", ids=ids))
    return out, once


def _take_over() -> None:
    """Take over what was picked in words as the ids that the address holds."""
    state.renew()
    state.put(LEFT_OUT, st.session_state[IN_WORDS])


def changes(view: data.View, out: list[str], once: bool) -> pd.DataFrame:
    """Return the questions of a view whose verdict changes: question, before, after, the contested first."""
    return _of_view(view, view.found.leave_out(out, one_per_origin=once))


def _of_view(view: data.View, found: pd.DataFrame) -> pd.DataFrame:
    found = found[found["question"].map(view.ids.__contains__).astype(bool)]
    rank = {verdict: place for place, verdict in enumerate((*data.VERDICTS, data.GONE))}
    return found.sort_values(["before", "after"], key=lambda names: names.map(rank), kind="stable", ignore_index=True)


def left_out_text(names: list[str], once: bool) -> str:
    """Return what is left out, as the end of a sentence."""
    without = _("without {names}", names=format.join(names)) if names else ""
    return format.join(filter(None, [without, _("with one source per origin") if once else ""]))


def sentence(changed: pd.DataFrame, left_out: str) -> str:
    """Return how contests change, as a sentence."""
    told = _list_changes(changed[_contested(changed)])
    told = _("{changes} {without}.", changes=told, without=left_out) if told else ""
    return told or _("No contest changes {without}.", without=left_out)


def other_changes_sentence(changed: pd.DataFrame) -> str:
    """Return what else changes, as a sentence; nothing where nothing does."""
    told = _list_changes(changed[~_contested(changed)])
    return _("Besides, {changes}.", changes=told) if told else ""


def _contested(changed: pd.DataFrame) -> pd.Series:
    return changed["before"].isin(data.CONTESTED) | changed["after"].isin(data.CONTESTED)


def _list_changes(changed: pd.DataFrame) -> str:
    return format.join(
        translate(*labels.VERDICTS[change["before"]].falls_away, n=int(change["questions"]))
        if change["after"] == data.GONE
        else translate(
            *labels.VERDICTS[change["before"]].becomes,
            n=int(change["questions"]),
            then=translate(labels.VERDICTS[change["after"]].then),
        )
        for change in data.change_counts(changed).to_dict("records")
    )


def badge(verdict: str) -> str:
    """Return Markdown for a verdict or for a question that nobody answers any more."""
    return theme.badge(verdict) if verdict in theme.LOOKS else f":gray-badge[– {_('Unanswered')}]"


def _changes(tables: data.Tables, view: data.View, out: list[str], once: bool) -> None:
    names = source_names(tables)
    changed = changes(view, out, once)
    told = sentence(changed, left_out_text([names[source] for source in out], once))
    st.markdown(f"**{markdown.escape(told)}** {markdown.escape(other_changes_sentence(changed))}", width=760)
    _draw_table(tables, view, changed, told, "without", *out, "one-per-origin" if once else "")


def _draw_table(tables: data.Tables, view: data.View, changed: pd.DataFrame, told: str, *name: str) -> None:
    """Draw the questions whose verdict changes, page by page; nothing where there are none."""
    if changed.empty:
        return
    questions = view.questions_of(changed["question"])
    words = changed["question"].map(question_texts(tables, questions))
    rows = pd.DataFrame({"question": changed["question"], "asked": words})
    rows = rows.assign(**{_("Before"): changed["before"], _("After"): changed["after"]})
    looks = {_("Before"): badge, _("After"): badge}
    linked_table.draw_frame(rows, f"compare_{name[0]}", told, **looks)
    downloads.buttons(rows.rename(columns={"asked": _("Question")}), *name)


def _draw_coarser(tables: data.Tables, view: data.View) -> None:
    """Draw what changes where days of false precision are read as the years or months that they seem to be."""
    suspected = view.found.false_precision
    if suspected.empty:
        return
    names = source_names(tables)
    st.header(_("Days that may be years"))
    for source in suspected["source"]:
        told = _("{who}: {what}", who=names[source], what=source_precision(view.found, source))
        st.markdown(markdown.escape(told), width=760)
    if st.toggle(_("Read these dates as years or months"), key=COARSER, bind="query-params"):
        changed = _of_view(view, view.found.read_coarser)
        told = sentence(changed, _("where these dates are read so"))
        st.markdown(markdown.escape(f"{told} {other_changes_sentence(changed)}"), width=760)
        _draw_table(tables, view, changed, told, "coarser")


def pivotal_sources(view: data.View) -> pd.DataFrame:
    """Return the sources that end most contests when each is left out alone: source, questions."""
    found = view.found.pivotal
    found = found[found["question"].map(view.ids.__contains__).astype(bool)]
    by = found["source"].value_counts().rename("questions").rename_axis("source").reset_index()
    return by.sort_values(["questions", "source"], ascending=[False, True], ignore_index=True)


def _draw_pivotal(tables: data.Tables, view: data.View) -> None:
    names = source_names(tables)
    found = pivotal_sources(view)
    counts = view.count()["questions"]
    contested = int(counts.reindex(data.CONTESTED).sum())
    st.header(_("Which single source ends most contests"))
    if found.empty:
        st.markdown(_("None: no contest ends where one source alone is left out."))
        return
    st.caption(
        _(
            "Of {n} contested question; left out alone, each of these ends so many. Of two that part, either does.",
            "Of {n} contested questions; left out alone, each of these ends so many. Of two that part, either does.",
            n=contested,
        ),
        width=760,
    )
    for hint in found.head(MOST_PIVOTAL).to_dict("records"):
        source = str(hint["source"])
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                _("Leave out {name}", name=markdown.escape(names[source])),
                key=f"compare_leave_out_{source}",
                on_click=_leave_out,
                args=(source,),
            )
            ends = _("ends {n} contest", "ends {n} contests", n=int(hint["questions"]))
            st.markdown(ends, width="content")
    more = found.assign(**{_("Source"): found["source"].map(names)})
    with st.expander(_("These numbers as a table"), key="compare_hints", on_change="rerun") as every:
        if every.open:
            shown = more[[_("Source"), "questions"]].rename(columns={"questions": _("Contests it ends")})
            st.dataframe(shown, hide_index=True, alt=_("Contests that end without one source"))
            downloads.buttons(shown, "ending-contests")


def _leave_out(source: str) -> None:
    state.put(LEFT_OUT, [source])
