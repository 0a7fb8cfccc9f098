"""The comparison's contract, written a second time as plainly as it can be said: one claim at a time, two answers at a time.

It shares no line with the package. It knows dates, quantities and names as the tests write them, and it is slow on purpose:
whoever doubts a verdict reads the rule here and follows it by hand.
"""

import re
from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

INF = float("inf")
Interval = tuple[float, float] | None
Answer = dict[str, Any]
Pair = tuple[Answer, Answer]
Question = tuple[Any, ...]  # (event, attribute, first and last day of the period, unit, planned, member)
Row = dict[str, Any]
Table = list[dict[str, str]]
Tables = dict[str, Table]

COLUMNS = (
    "question event attribute period unit planned member kind verdict n_claims n_sources n_origins superseded values"
    " low high common_low common_high gap gap_pct between_origins within_expected_gap one_origin variants derived"
    " support_value support_origins against_origins"
).split()
CONTESTED = ("self-contradiction", "conflict", "disputed")
GONE = "gone"


# ---------------------------------------------------------------------------------------------------------------- values
def day(year: int, month: int, of_month: int) -> int:
    """Days since 1970-01-01, in a calendar that runs on before the year 1: every 400 years are 146097 days."""
    cycles = (year - 1) // 400
    return date(year - 400 * cycles, month, of_month).toordinal() + 146097 * cycles - date(1970, 1, 1).toordinal()


FIRST_DAY, LAST_DAY = day(-9999, 1, 1), day(9999, 12, 31)


def month_start(months: int) -> int:
    """The first day of a month that is counted from the year 0."""
    return day(months // 12, months % 12 + 1, 1)


@cache
def one_date(text: str, widen: bool = True) -> Interval:
    """First and last day of one date; None where it is none."""
    marked = text != text.rstrip("~?%")
    text, widen = text[:-1] if marked else text, widen and marked
    if m := re.fullmatch(r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})", text):
        try:
            low = high = day(int(m[1]), int(m[2]), int(m[3]))
        except ValueError:
            return None
        return (max(low - 1, FIRST_DAY), min(high + 1, LAST_DAY)) if widen else (low, high)
    if m := re.fullmatch(r"(-?[0-9]{4})-([0-9]{2})-XX", text):
        text = f"{m[1]}-{m[2]}"
    if m := re.fullmatch(r"(-?[0-9]{4})-XX(-XX)?", text):
        text = m[1]
    if m := re.fullmatch(r"(-?[0-9]{4})-([0-9]{2})", text):
        year, number = int(m[1]), int(m[2])
        if 1 <= number <= 12:
            first, length = year * 12 + number - 1, 1
        elif 21 <= number <= 24:
            first, length = year * 12 + 2 + 3 * (number - 21), 3
        else:
            return None
    elif re.fullmatch(r"-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX", text):
        first, length = int(text.replace("X", "0")) * 12, 12 * 10 ** text.count("X")
    else:
        return None
    if widen:
        first, length = first - length, 3 * length
    return max(month_start(first), FIRST_DAY), min(month_start(first + length) - 1, LAST_DAY)


@cache
def interval_of_date(text: str) -> Interval:
    if text.startswith("[") and text.endswith("]"):
        members = [one_date(member) for member in text[1:-1].split(",")]
        known = [member for member in members if member]
        return (min(low for low, _ in known), max(high for _, high in known)) if len(known) == len(members) else None
    if text.count("/") != 1:
        return one_date(text)
    first, last = text.split("/")
    written = [(-INF, INF) if side == ".." else one_date(side, widen=False) for side in (first, last)]
    widened = [(-INF, INF) if side == ".." else one_date(side) for side in (first, last)]
    if first == last == ".." or not all(written) or written[0][0] > written[1][1]:  # type: ignore[index]
        return None
    return widened[0][0], widened[1][1]  # type: ignore[index]


@cache
def interval_of_quantity(text: str) -> Interval:
    number = r"-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?"
    if m := re.fullmatch(rf"\[({number})\.\.({number})\]", text):
        low, high = Fraction(m[1]), Fraction(m[4])
        return None if low > high else (float(low), float(high))
    if m := re.fullmatch(rf"(~|>=|<=|>|<)({number})", text):
        size = Fraction(m[2])
        if m[1] == "~":
            return float(size - abs(size) / 10), float(size + abs(size) / 10)
        return (float(size), INF) if m[1].startswith(">") else (-INF, float(size))
    if m := re.fullmatch(number, text):
        size = Fraction(text)
        if m[1] is None and m[2] is None:
            return float(size), float(size)
        places = len(m[1] or ".") - 1
        half = Fraction(1, 2) * Fraction(10) ** (int((m[2] or "e0")[1:]) - places)
        return float(size - half), float(size + half)
    return None


def calendar_day(days: float) -> tuple[int, int, int]:
    """Year, month and day of the month."""
    cycles, rest = divmod(int(days) + date(1970, 1, 1).toordinal() - 1, 146097)
    found = date.fromordinal(rest + 1)
    return found.year + 400 * cycles, found.month, found.day


def iso(days: float) -> str | None:
    """An ISO day; None for an open end."""
    if abs(days) == INF:
        return None
    year, month, of_month = calendar_day(days)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{of_month:02}"


def written_date(low: float, high: float) -> str:
    """As `support_value` words it: the day, month or year that it exactly is, else first/last, with `..` for an open end."""
    first, last = iso(low), iso(high)
    if first and last:
        year, month, _ = calendar_day(low)
        if low == high:
            return first
        if (low, high) == (day(year, month, 1), day(year, month, monthrange(2000 + year % 400, month)[1])):
            return first[:-3]
        if (low, high) == (day(year, 1, 1), day(year, 12, 31)):
            return first[:-6]
    return f"{first or '..'}/{last or '..'}"


def written_number(size: float) -> str:
    """A number without an exponent and without a needless fraction; nothing for an open end."""
    if abs(size) == INF:
        return ""
    text = format(Decimal(repr(size)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


# ---------------------------------------------------------------------------------------------------------------- names
def wholes(name: str, part_of: dict[str, str]) -> set[str]:
    """A name and all that it is part of."""
    found = set()
    while name and name not in found:
        found.add(name)
        name = part_of.get(name, "")
    return found


# ---------------------------------------------------------------------------------------------------------------- answers
def rows_that_count(tables: Tables) -> list[Answer]:
    """Section 3's last paragraphs: each claim with its interval, root, stance; rows that are to be set aside left out."""
    kinds = {row["attribute"]: row for row in tables["attributes"]}
    sources = {row["source"]: row for row in tables["sources"]}
    names = {row["name"]: row for row in tables.get("names", [])}
    called = {alias: name for name, row in names.items() for alias in row.get("aliases", "").split(" | ") if alias}
    part_of = {name: called.get(row.get("part_of", ""), row.get("part_of", "")) for name, row in names.items()}
    answers: list[Answer] = []
    seen: set[str] = set()
    for number, row in enumerate(tables["claims"], 1):
        one: Answer = {
            key: row.get(key, "")
            for key in "claim event source attribute value unit period stated voice stance basis origin".split()
        }
        one["claim"] = one["claim"] or f"row {number}"
        stood_before = one["claim"] in seen
        seen.add(one["claim"])
        if stood_before or not all(one[key] for key in ("event", "source", "attribute", "value")):
            continue
        one["kind"] = kind = kinds[one["attribute"]]["kind"]
        one["stance"] = one["stance"] or "asserts"
        one["basis"] = one["basis"] or "stated"
        one["planned"] = one["stance"] == "announces"
        one["denies"] = one["stance"] == "denies"
        one["voice"] = called.get(one["voice"], one["voice"])
        one["own"] = one["voice"] == "" and one["stance"] != "alleges"
        one["derived"] = one["basis"] == "derived"
        one["published"] = interval_of_date(sources.get(one["source"], {}).get("published", ""))
        capped = one["derived"] and not one["planned"] and one["published"] is not None
        one["cut_off"] = one["published"][1] if capped else INF
        if kind == "name":
            one["value"] = called.get(one["value"], one["value"])
            one["part_of"] = wholes(one["value"], part_of)
            one["aliases"] = {
                one["value"],
                *(a for a in names.get(one["value"], {}).get("aliases", "").split(" | ") if a),
            }
        else:
            bounds = (interval_of_date if kind == "date" else interval_of_quantity)(one["value"])
            if bounds is None or one["denies"]:
                continue
            one["low"], one["high"] = bounds
        if kind == "date":
            if one["low"] > one["cut_off"]:
                continue
            one["one_day"] = one["low"] == one["high"]
            one["high"] = min(one["high"], one["cut_off"])
        one["time"] = interval_of_date(one["period"])
        if one["period"] and one["time"] is None:
            continue
        one["multiple"] = kinds[one["attribute"]].get("multiple") == "true"
        one["expected_gap"] = kinds[one["attribute"]].get("expected_gap", "")
        one["root"] = root(one["origin"] or one["source"], sources)
        answers.append(one)
    return answers


def root(origin: str, sources: dict[str, dict[str, str]]) -> str:
    """An origin that is a source's id is followed to that source's own origin."""
    passed = {origin}
    while sources.get(origin, {}).get("origin", "") not in ("", *passed):
        passed.add(origin := sources[origin]["origin"])
    return origin


def question_of(one: Answer) -> Question:
    return (
        one["event"],
        one["attribute"],
        one["time"],
        one["unit"],
        one["planned"],
        one["value"] if one["multiple"] else "",
    )


def later_editions(source: str, tables: Tables) -> set[str]:
    """The sources that replace this one, themselves or by way of others."""
    found: set[str] = set()
    while True:
        further = {row["source"] for row in tables["sources"] if row.get("replaces") in {source, *found} - {""}} - found
        if not further:
            return found
        found |= further


def answers_given(tables: Tables, sources: Collection[str] | None = None) -> dict[Question, list[Answer]]:
    """Every answer of the chosen sources (all when None), also of older editions: those are marked `superseded`."""
    asked: dict[Question, list[Answer]] = {}
    for one in rows_that_count(tables):
        if sources is None or one["source"] in sources:
            asked.setdefault(question_of(one), []).append(one)
    for answers in asked.values():
        answering = {one["source"] for one in answers}
        for one in answers:
            one["superseded"] = bool(later_editions(one["source"], tables) & answering)
    return asked


def answers_counted(tables: Tables, sources: Collection[str] | None = None) -> dict[Question, list[Answer]]:
    """The same without what is superseded. The latest edition that answers never is, so that no question is lost."""
    return {
        key: [one for one in given if not one["superseded"]] for key, given in answers_given(tables, sources).items()
    }


# ---------------------------------------------------------------------------------------------------------------- verdicts
def apart(a: Answer, b: Answer) -> bool:
    """Two answers clash: no common point, or one asserts the label that the other denies."""
    if a["denies"] or b["denies"]:
        return bool(a["denies"] != b["denies"] and a["value"] == b["value"])
    if a["kind"] == "name":
        return a["value"] not in b["part_of"] and b["value"] not in a["part_of"]
    return bool(max(a["low"], b["low"]) > min(a["high"], b["high"]))


def clashing(pairs: Iterable[Pair]) -> list[Pair]:
    return [(a, b) for a, b in pairs if apart(a, b)]


def same(a: Answer, b: Answer) -> bool:
    if a["kind"] == "name":
        return bool(a["value"] == b["value"] and a["denies"] == b["denies"])
    return bool((a["low"], a["high"]) == (b["low"], b["high"]))


def verdict(answers: list[Answer]) -> tuple[str, list[Pair]]:
    """The verdict, and the pairs of answers that clash under its rule."""
    own = [one for one in answers if one["own"]]
    within = clashing((a, b) for a, b in product(own, own) if a["source"] == b["source"])
    if within:
        return "self-contradiction", within
    between = clashing(product(own, own))
    if between:
        return "conflict", between
    reports = clashing(
        (a, b)
        for a, b in product(answers, answers)
        if a["voice"] and a["voice"] == b["voice"] and a["source"] != b["source"]
    )
    if reports:
        return "conflict", reports
    parties = clashing(product(answers, answers))
    if parties:
        return "disputed", parties
    if len({one["source"] for one in answers}) == 1:
        return "sole source", []
    if all(same(answers[0], one) for one in answers):
        return "agree", []
    return "compatible", []


def exact(bound: float) -> Fraction:
    """A bound as it is written, so that subtraction leaves nothing in the last digits."""
    return Fraction(repr(bound))


def gaps(pairs: Iterable[Pair]) -> tuple[Fraction, set[tuple[float, float]]]:
    """The widest gap between two answers that exclude each other, and its low and high end: of each gap that is as wide."""
    ends = {(min(a["high"], b["high"]), max(a["low"], b["low"])) for a, b in pairs}
    widest = max(exact(high) - exact(low) for low, high in ends)
    return widest, {(low, high) for low, high in ends if exact(high) - exact(low) == widest}


def parts(holding: list[Answer]) -> list[Row]:
    """The finest parts of the line that answers come down to, in the order of the line, names by alphabet.

    Of each: `value` as it is written, `low` and `high` (of names None), and the answers that hold it.
    """
    found: list[Row] = []
    if holding and holding[0]["kind"] == "name":
        for label in sorted({one["value"] for one in holding}):
            if not any(label in one["part_of"] and one["value"] != label for one in holding):
                wider = next(one["part_of"] for one in holding if one["value"] == label)
                held = [one for one in holding if one["value"] in wider]
                found.append({"value": label, "low": None, "high": None, "held": held})
        return found
    for low in sorted({one["low"] for one in holding}):
        high = min(one["high"] for one in holding if one["high"] >= low)
        if not any(low < one["low"] <= high for one in holding):
            if holding[0]["kind"] == "date":
                text = written_date(low, high)
            else:
                text = written_number(low) if low == high else f"{written_number(low)}..{written_number(high)}"
            held = [one for one in holding if one["low"] <= low and one["high"] >= high]
            found.append({"value": text, "low": low, "high": high, "held": held})
    return found


def support(answers: list[Answer]) -> tuple[str, int, int]:
    counted = [one for one in answers if one["own"]] or answers
    holding = [one for one in counted if not one["denies"]]
    everyone = {one["root"] for one in counted}
    if not holding:
        return "", 0, len(everyone)
    origins = [(part["value"], len({one["root"] for one in part["held"]})) for part in parts(holding)]
    most = max(number for _, number in origins)
    return " | ".join(text for text, number in origins if number == most), most, len(everyone) - most


def variants(answers: list[Answer]) -> bool:
    """One label whose `stated` wordings hold different spellings of it: whole words, the longest where one lies in another."""
    for label in {one["value"] for one in answers if one["kind"] == "name"}:
        used = set()
        for one in answers:
            held = [
                spelling
                for spelling in one.get("aliases", ())
                if re.search(rf"\b{re.escape(spelling)}\b", one["stated"], re.IGNORECASE)
            ]
            if one["value"] == label and held:
                used.add(max(held, key=len))
        if len(used) > 1:
            return True
    return False


def compare(tables: Tables, sources: Collection[str] | None = None) -> list[Row]:
    """One row a question, in any order; `question` is the key as a tuple.

    `gap_pct` and `within_expected_gap` are sets of what is right, and so is `gap_ends`: the low and the high end of the
    widest gap. Several are where several gaps are the widest; where no answers exclude each other there is no end.
    """
    rows = []
    for key, given in answers_given(tables, sources).items():
        answers = [one for one in given if not one["superseded"]]
        kind = answers[0]["kind"]
        name, pairs = verdict(answers)
        row: Row = dict.fromkeys(COLUMNS) | dict(
            zip(("event", "attribute", "period", "unit", "planned", "member"), key, strict=True)
        )
        row |= {"question": key, "kind": kind, "verdict": name, "n_claims": len(answers)}
        row |= {
            "n_sources": len({one["source"] for one in answers}),
            "n_origins": len({one["root"] for one in answers}),
            "superseded": len(given) - len(answers),
        }
        row["values"] = " | ".join(sorted({one["value"] for one in answers}))
        row["gap_pct"], row["gap_ends"] = {None}, {(None, None)}
        if kind != "name":
            lows, highs = [one["low"] for one in answers], [one["high"] for one in answers]
            bounds = {"low": min(lows), "high": max(highs)}
            if max(lows) <= min(highs):
                bounds |= {"common_low": max(lows), "common_high": min(highs)}
            for column, bound in bounds.items():
                row[column] = iso(bound) if kind == "date" else None if abs(bound) == INF else bound
            row["gap"], feet = 0, {min(highs)}
            if pairs:
                gap, row["gap_ends"] = gaps(pairs)
                row["gap"], feet = float(gap), {low for low, _ in row["gap_ends"]}
            if kind == "quantity":
                row["gap_pct"] = {
                    float(100 * exact(row["gap"]) / exact(foot)) if 0 < foot < INF else 0 if foot == INF else None
                    for foot in feet
                }
        limit = answers[0]["expected_gap"]
        row["between_origins"] = any(a["root"] != b["root"] for a, b in pairs)
        row["within_expected_gap"] = {
            bool(name == "conflict" and limit and pct is not None and pct <= float(limit)) for pct in row["gap_pct"]
        }
        row["one_origin"] = row["n_sources"] > 1 and row["n_origins"] == 1
        row["variants"] = variants(answers)
        row["derived"] = any(one["derived"] for one in answers)
        row["support_value"], row["support_origins"], row["against_origins"] = support(answers)
        rows.append(row)
    return rows


# ---------------------------------------------------------------------------------------------------------------- without
def everyone(tables: Tables, sources: Collection[str] | None = None) -> set[str]:
    """The chosen sources; all that a claim or the table of sources names when None."""
    return {one["source"] for one in [*tables["claims"], *tables["sources"]]} if sources is None else set(sources)


def first_of_each_origin(answers: list[Answer]) -> list[Answer]:
    """Of the answers to one question that have one root, those of the source published first: undated last, then by id."""
    heard = []
    for one in answers:
        rivals = [other for other in answers if other["root"] == one["root"]]
        first = min((o["published"] is None, o["published"] and o["published"][0], o["source"]) for o in rivals)
        if one["source"] == first[2]:
            heard.append(one)
    return heard


def leave_out(
    tables: Tables, left_out: Collection[str], sources: Collection[str] | None = None, one_per_origin: bool = False
) -> dict[Question, tuple[str, str]]:
    """Before and after, of each question whose verdict changes. An older edition answers where the later is left out."""
    chosen = everyone(tables, sources)
    after = answers_counted(tables, chosen - set(left_out))
    found = {}
    for key, answers in answers_counted(tables, chosen).items():
        left = first_of_each_origin(after.get(key, [])) if one_per_origin else after.get(key, [])
        verdicts = verdict(answers)[0], verdict(left)[0] if left else GONE
        if verdicts[0] != verdicts[1]:
            found[key] = verdicts
    return found


def pivotal(tables: Tables, sources: Collection[str] | None = None) -> set[tuple[Question, str, str]]:
    """Question, source and the verdict after: leaving out this one source alone ends the contest."""
    chosen = everyone(tables, sources)
    before = {key: verdict(answers)[0] for key, answers in answers_counted(tables, chosen).items()}
    found = set()
    for source in chosen:
        left = answers_counted(tables, chosen - {source})
        for key in (key for key, was in before.items() if was in CONTESTED):
            after = verdict(left[key])[0] if key in left else GONE
            if after not in CONTESTED:
                found.add((key, source, after))
    return found


# ---------------------------------------------------------------------------------------------------------------- positions
def positions(tables: Tables, sources: Collection[str] | None = None) -> dict[Question, list[Row]]:
    """What the answers to each question come down to, in the order of the line (names by alphabet), and who holds each.

    Counted are the own-voice answers; all where there are none, or where it takes the reported ones to make the contest.
    A denial is a position where its label is asserted too, and stands after it.
    """
    found: dict[Question, list[Row]] = {}
    for key, answers in answers_counted(tables, sources).items():
        own = [one for one in answers if one["own"]]
        own_is_enough = bool(own) and bool(clashing(product(own, own)) or not clashing(product(answers, answers)))
        counted = own if own_is_enough else answers
        holding = [one for one in counted if not one["denies"]]
        rows = [part | {"denied": False} for part in parts(holding)]
        for label in {one["value"] for one in holding} & {one["value"] for one in counted if one["denies"]}:
            held = [one for one in counted if one["denies"] and one["value"] == label]
            rows.append({"value": label, "low": None, "high": None, "held": held, "denied": True})
        if answers[0]["kind"] == "name":
            rows.sort(key=lambda row: (row["value"], row["denied"]))
        for row in rows:
            held = row.pop("held")
            origins, sources_of = ({one[column] for one in held} for column in ("root", "source"))
            row |= {"origins": " | ".join(sorted(origins)), "sources": " | ".join(sorted(sources_of))}
            row |= {"n_origins": len(origins), "n_sources": len(sources_of)}
            row["n_against"] = len({one["root"] for one in counted} - origins)
            row["own"] = own_is_enough
        for row in rows:
            row["most"] = row["n_origins"] == max(other["n_origins"] for other in rows)
        found[key] = rows
    return found


# ---------------------------------------------------------------------------------------------------------------- sources
def lies_in(a: Answer, b: Answer) -> bool:
    """The same, or finer and inside."""
    if a["denies"] or b["denies"]:
        return same(a, b)
    if a["kind"] == "name":
        return b["value"] in a["part_of"]
    return bool(b["low"] <= a["low"] and a["high"] <= b["high"])


def conflicts(a: Answer, b: Answer) -> bool:
    """Two answers of different sources clash, both in the own voice or as reports of one voice."""
    return apart(a, b) and bool((a["own"] and b["own"]) or (a["voice"] and a["voice"] == b["voice"]))


def relation(mine: list[Answer], theirs: list[Answer]) -> Row:
    """How the answers of one source to a question relate to those of another."""
    both = list(product(mine, theirs))
    if any(apart(a, b) for a, b in both):
        name = "part"
    elif all(same(a, b) for a, b in both):
        name = "agree"
    elif all(lies_in(a, b) for a, b in both):
        name = "finer"
    elif all(lies_in(b, a) for a, b in both):
        name = "coarser"
    else:
        name = "overlap"
    return {
        "relation": name,
        "reported": name == "part" and not any(conflicts(a, b) for a, b in both),
        "one_origin": all(a["root"] == b["root"] for a, b in both),
        "same": any(same(a, b) for a, b in both),
        "confirmed": any(same(a, b) and a["root"] != b["root"] for a, b in both),
    }


def relations(tables: Tables, sources: Collection[str] | None = None) -> dict[tuple[Question, str, str], Row]:
    """By question, source and other source that both answer it."""
    found = {}
    for key, answers in answers_counted(tables, sources).items():
        answering = {one["source"] for one in answers}
        for one, other in product(answering, answering):
            if one != other:
                mine, theirs = ([a for a in answers if a["source"] == source] for source in (one, other))
                found[key, one, other] = relation(mine, theirs)
    return found


def agreement(tables: Tables, sources: Collection[str] | None = None) -> dict[tuple[str, str], Row]:
    """By source and other source: of the questions that both answer, how many relate in which way."""
    found: dict[tuple[str, str], Row] = {}
    for (_, one, other), how in relations(tables, sources).items():
        columns = ("shared", "agree", "finer", "coarser", "overlap", "part", "reported", "one_origin")
        row = found.setdefault((one, other), dict.fromkeys(columns, 0))
        row["shared"] += 1
        row[how["relation"]] += 1
        row["reported"] += how["reported"]
        row["one_origin"] += how["one_origin"]
    return {pair: row | {"agreement": 1 - row["part"] / row["shared"]} for pair, row in found.items()}


def two_sources(tables: Tables, one: str, other: str) -> dict[Question, tuple[str, str, str]]:
    """The relation and the answers of each, of every question that either answers; nobody else is chosen."""
    related = relations(tables, [one, other])
    found = {}
    for key, answers in answers_counted(tables, [one, other]).items():
        values = [sorted({a["value"] for a in answers if a["source"] == source}) for source in (one, other)]
        how = related.get((key, one, other), {"relation": "only one" if values[0] else "only other"})
        found[key] = (how["relation"], " | ".join(values[0]), " | ".join(values[1]))
    return found


def standings(tables: Tables, sources: Collection[str] | None = None) -> dict[tuple[str, Question], Row]:
    """By source and question: how many other sources stand how to its answers, and what comes of it."""
    related = relations(tables, sources)
    found = {}
    for key, answers in answers_counted(tables, sources).items():
        for source in {one["source"] for one in answers}:
            mine = [one for one in answers if one["source"] == source]
            theirs = [one for one in answers if one["source"] != source]
            others = [related[key, source, other] for other in {one["source"] for one in theirs}]
            meeting = [how for how in others if how["relation"] != "part"]
            row: Row = {
                "contradicting": sum(how["relation"] == "part" and not how["reported"] for how in others),
                "disputing": sum(how["relation"] == "part" and how["reported"] for how in others),
                "confirming": sum(how["confirmed"] for how in meeting),
                "repeating": sum(how["same"] and not how["confirmed"] for how in meeting),
                "compatible": sum(not how["same"] for how in meeting),
                "confirming_origins": len(
                    {b["root"] for a, b in product(mine, theirs) if same(a, b) and a["root"] != b["root"]}
                ),
            }
            own = [one for one in mine if one["own"]]
            if clashing(product(own, own)):
                row["standing"] = "contradicts itself"
            elif row["contradicting"]:
                row["standing"] = "contradicted"
            elif row["disputing"] or clashing(product(mine, mine)):
                row["standing"] = "disputed"
            elif row["confirming"]:
                row["standing"] = "confirmed"
            elif row["repeating"]:
                row["standing"] = "same origin"
            elif row["compatible"]:
                row["standing"] = "compatible"
            else:
                row["standing"] = "alone"
            found[source, key] = row
    return found


# ---------------------------------------------------------------------------------------------------------------- findings
def independent(row: Row) -> bool:
    """A row of a comparison is contested between independent origins, or by a source that contradicts itself."""
    return row["verdict"] in CONTESTED and (row["between_origins"] or row["verdict"] == "self-contradiction")


def contested(compared: list[Row], ids: dict[Question, str]) -> list[str]:
    """The ids of the contested questions, the most contested first.

    Those between independent origins stand before those within one. Then: the more origins, the more of them against what
    most hold, the wider the gap among the contested questions of its kind (a share from above 0 to 1, equal gaps the mean
    of their places; by days, or by percent of the smaller end, the widest where that is zero or less; names last), the id.
    """
    rows = [row for row in compared if row["verdict"] in CONTESTED]

    def width(row: Row) -> float:
        if row["kind"] == "date":
            return float(row["gap"])
        return max(INF if percent is None else float(percent) for percent in row["gap_pct"])

    def share(row: Row) -> float:
        if row["kind"] == "name":
            return 0
        widths = [width(other) for other in rows if other["kind"] == row["kind"]]
        below, equal = sum(one < width(row) for one in widths), sum(one == width(row) for one in widths)
        return (below + (equal + 1) / 2) / len(widths)

    def order(row: Row) -> tuple[Any, ...]:
        return not independent(row), -row["n_origins"], -row["against_origins"], -share(row), ids[row["question"]]

    return [ids[row["question"]] for row in sorted(rows, key=order)]


def differs(older: list[Answer], newer: list[Answer]) -> bool:
    """Two editions answer a question differently: from another first to another last point; names in other labels."""
    if older[0]["kind"] == "name":
        said = [{(one["value"], one["denies"]) for one in answers} for answers in (older, newer)]
    else:
        said = [
            {(min(one["low"] for one in answers), max(one["high"] for one in answers))} for answers in (older, newer)
        ]
    return said[0] != said[1]


def revisions(tables: Tables, sources: Collection[str] | None = None) -> dict[tuple[str, str], Row]:
    """By older and newer edition, where both answer a question: what the newer revised.

    `questions` that both answer, how many of them `differ`, the widest `gap` between what the two say (0 where they meet,
    None where only names differ), and the `first` and `last` day of the time of those that differ: their period, else, of
    dates, all the days that the two give (None where there is none).
    """
    found: dict[tuple[str, str], Row] = {}
    for answers in answers_given(tables, sources).values():
        answering = {one["source"] for one in answers}
        for old in answering:
            for new in later_editions(old, tables) & answering:
                start: Row = {"questions": 0, "differ": 0, "gap": None, "first": None, "last": None}
                row = found.setdefault((old, new), start)
                row["questions"] += 1
                older, newer = ([one for one in answers if one["source"] == edition] for edition in (old, new))
                if not differs(older, newer):
                    continue
                row["differ"] += 1
                both = older + newer
                if both[0]["kind"] != "name":
                    lows = [min(one["low"] for one in edition) for edition in (older, newer)]
                    highs = [max(one["high"] for one in edition) for edition in (older, newer)]
                    between = max(lows) - min(highs) if max(lows) > min(highs) else 0
                    row["gap"] = between if row["gap"] is None else max(row["gap"], between)
                time = both[0]["time"]
                if time is None and both[0]["kind"] == "date":
                    time = min(one["low"] for one in both), max(one["high"] for one in both)
                if time is not None:
                    row["first"] = time[0] if row["first"] is None else min(row["first"], time[0])
                    row["last"] = time[1] if row["last"] is None else max(row["last"], time[1])
    return found


def false_precision(tables: Tables, sources: Collection[str] | None = None) -> dict[str, tuple[str, int, int]]:
    """By source: whether its days seem to be years or months, how many dates it gives to the day, and how many of those
    are the first of a year (or of a month): of at least ten, 60 % or more."""
    found = {}
    dates = [one for one in rows_that_count(tables) if one["kind"] == "date" and one["one_day"]]
    for source in everyone(tables, sources):
        days = [calendar_day(one["low"]) for one in dates if one["source"] == source]
        of_year = sum(month == of_month == 1 for _, month, of_month in days)
        of_month = sum(of_month == 1 for _, _, of_month in days)
        if len(days) >= 10 and 10 * of_year >= 6 * len(days):
            found[source] = "year", len(days), of_year
        elif len(days) >= 10 and 10 * of_month >= 6 * len(days):
            found[source] = "month", len(days), of_month
    return found


def verdicts_in_years(tables: Tables, sources: Collection[str] | None = None) -> dict[Question, tuple[str, str]]:
    """Before and after, of each question whose verdict changes where the first days of the years (or months) that such a
    source gives are read as the years (or months) themselves, derived ones cut off as ever."""
    suspected = false_precision(tables, sources)
    found = {}
    for key, answers in answers_counted(tables, sources).items():
        read = []
        for one in answers:
            if one["source"] in suspected and one["kind"] == "date" and one["one_day"]:
                year, month, of_month = calendar_day(one["low"])
                if suspected[one["source"]][0] == "year" and (month, of_month) == (1, 1):
                    one = one | {"high": min(day(year, 12, 31), one["cut_off"])}
                if suspected[one["source"]][0] == "month" and of_month == 1:
                    one = one | {"high": min(month_start(12 * year + month) - 1, one["cut_off"])}
            read.append(one)
        verdicts = verdict(answers)[0], verdict(read)[0]
        if verdicts[0] != verdicts[1]:
            found[key] = verdicts
    return found


def same_words(tables: Tables, sources: Collection[str] | None = None) -> set[tuple[str | tuple[str, ...], ...]]:
    """Wording, event, speaker, sources, other event, other speaker, other sources: one wording from two speakers.

    The speaker is the voice; where a source quotes nobody, the `speaker` that is asserted of the event.
    """
    answers = [one for counted in answers_counted(tables, sources).values() for one in counted]
    speakers = {one["event"]: one["value"] for one in answers if one["attribute"] == "speaker" and not one["denies"]}
    told: dict[tuple[str, str, str], set[str]] = {}
    for one in answers:
        if one["attribute"] == "wording" and not one["denies"]:
            speaker = one["voice"] or speakers.get(one["event"], "")
            told.setdefault((one["value"], one["event"], speaker), set()).add(one["source"])
    return {
        (wording, event, speaker, tuple(sorted(who)), other_event, other_speaker, tuple(sorted(other_who)))
        for (wording, event, speaker), who in told.items()
        for (other_wording, other_event, other_speaker), other_who in told.items()
        if wording == other_wording and event < other_event and speaker != other_speaker
    }


def question_time(key: Question, asked: dict[Question, list[Answer]]) -> Interval:
    """The days that the answers speak of where they are dates, else the period, else the days of the event's dates."""
    event, _, period, *_ = key
    dates = [one for one in asked[key] if one["kind"] == "date"]
    if not dates and period is not None:
        return period[0], period[1]
    dates = dates or [
        one for answers in asked.values() for one in answers if one["event"] == event and one["kind"] == "date"
    ]
    return (min(one["low"] for one in dates), max(one["high"] for one in dates)) if dates else None


def silences(tables: Tables, sources: Collection[str] | None = None) -> dict[tuple[Question, str], str]:
    """Why each chosen source gives no answer to a question that another of them answers.

    `not yet`: by its last day it was published before the question's time and before the last day of whoever answered
    first (any source of the tables; a plan may have been told at any time before, where its day is unknown);
    `out of range`: what it covers does not meet the question's time; `silent`: it could have said.
    """
    given = answers_given(tables)
    described = {row["source"]: row for row in tables["sources"]}
    found = {}
    for key in answers_given(tables, sources):
        time = question_time(key, given)
        for source in everyone(tables, sources) - {one["source"] for one in given[key]}:
            published = interval_of_date(described.get(source, {}).get("published", ""))
            covers = interval_of_date(described.get(source, {}).get("covers", ""))
            told = [one["published"][1] for one in given[key] if one["published"]]
            told += [-INF for one in given[key] if one["planned"] and not one["published"]]
            if time and published and published[1] < min([time[0], *told]):
                found[key, source] = "not yet"
            elif time and covers and (covers[1] < time[0] or covers[0] > time[1]):
                found[key, source] = "out of range"
            else:
                found[key, source] = "silent"
    return found


def over_time(tables: Tables, sources: Collection[str] | None = None) -> dict[Question, list[tuple[str, bool]]]:
    """The claims that answer each question in the order of publication, the undated last, then by source and id; and
    whether nobody gave that answer before."""
    found = {}
    for key, answers in answers_given(tables, sources).items():
        told = sorted(
            answers,
            key=lambda one: (
                one["published"] is None,
                one["published"] and one["published"][0],
                one["source"],
                one["claim"],
            ),
        )
        found[key] = [
            (one["claim"], not any(same(one, before) for before in told[:place])) for place, one in enumerate(told)
        ]
    return found
