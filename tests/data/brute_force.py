"""The comparison's contract, written a second time as plainly as it can be said: one claim at a time, two answers at a time.

It shares no line with the package. It knows dates, quantities and names as the tests write them, and it is slow on purpose:
whoever doubts a verdict reads the rule here and follows it by hand.
"""

import re
from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

INF = float("inf")
Interval = tuple[float, float] | None
Answer = dict[str, Any]
Pair = tuple[Answer, Answer]
Row = dict[str, Any]
Table = list[dict[str, str]]
Tables = dict[str, Table]

COLUMNS = (
    "question event attribute period unit planned member kind verdict n_claims n_sources n_origins values low high common_low common_high"
    " gap gap_pct within_expected_gap one_origin variants derived support_value support_origins against_origins"
).split()


# ---------------------------------------------------------------------------------------------------------------- values
def day(text: str) -> int:
    """Days since 1970-01-01."""
    return date.fromisoformat(text).toordinal() - date(1970, 1, 1).toordinal()


def month_start(months: int) -> int:
    """The first day of a month that is counted from the year 0."""
    return day(f"{months // 12:04}-{months % 12 + 1:02}-01")


def one_date(text: str, widen: bool = True) -> Interval:
    """First and last day of one date; None where it is none."""
    marked = text != text.rstrip("~?%")
    text, widen = text[:-1] if marked else text, widen and marked
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            low = high = day(text)
        except ValueError:
            return None
        return (low - 1, high + 1) if widen else (low, high)
    if m := re.fullmatch(r"([0-9]{4})-([0-9]{2})-XX", text):
        text = f"{m[1]}-{m[2]}"
    if m := re.fullmatch(r"([0-9]{4})-XX(-XX)?", text):
        text = m[1]
    if m := re.fullmatch(r"([0-9]{4})-([0-9]{2})", text):
        year, number = int(m[1]), int(m[2])
        if 1 <= number <= 12:
            first, length = year * 12 + number - 1, 1
        elif 21 <= number <= 24:
            first, length = year * 12 + 2 + 3 * (number - 21), 3
        else:
            return None
    elif re.fullmatch(r"[0-9]{4}|[0-9]{3}X|[0-9]{2}XX", text):
        year = int(text.replace("X", "0"))
        first, length = year * 12, 12 * 10 ** text.count("X")
    else:
        return None
    if year < 1:
        return None
    if widen:
        first, length = first - length, 3 * length
    return month_start(first), month_start(first + length) - 1


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
    if first == last or not all(written) or written[0][0] > written[1][1]:  # type: ignore[index]
        return widened[0] if first == last != ".." else None
    return widened[0][0], widened[1][1]  # type: ignore[index]


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


def iso(days: float) -> str | None:
    """An ISO day; None for an open end."""
    return None if abs(days) == INF else (date(1970, 1, 1) + timedelta(days=int(days))).isoformat()


def written_date(low: float, high: float) -> str:
    """As `support_value` words it: the day, month or year that it exactly is, else first/last, with `..` for an open end."""
    first, last = iso(low), iso(high)
    if first and last:
        if first == last:
            return first
        if (
            first[:7] == last[:7]
            and first.endswith("-01")
            and int(last[8:]) == monthrange(int(first[:4]), int(first[5:7]))[1]
        ):
            return first[:7]
        if first[:4] == last[:4] and first.endswith("-01-01") and last.endswith("-12-31"):
            return first[:4]
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
    part_of = {name: row.get("part_of", "") for name, row in names.items()}
    called = {alias: name for name, row in names.items() for alias in row.get("aliases", "").split(" | ") if alias}
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
        published = interval_of_date(sources.get(one["source"], {}).get("published", ""))
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
        if kind == "date" and one["derived"] and not one["planned"] and published is not None:
            if one["low"] > published[1]:
                continue
            one["high"] = min(one["high"], published[1])
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


def question_of(one: Answer) -> tuple[Any, ...]:
    return (
        one["event"],
        one["attribute"],
        one["time"],
        one["unit"],
        one["planned"],
        one["value"] if one["multiple"] else "",
    )


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


def gaps(pairs: list[Pair]) -> tuple[float, set[float]]:
    """The widest gap, and the `high` below it: several where several gaps are the widest."""
    widest = max(max(a["low"] - b["high"], b["low"] - a["high"]) for a, b in pairs)
    return widest, {y["high"] for pair in pairs for x, y in (pair, pair[::-1]) if x["low"] - y["high"] == widest}


def support(answers: list[Answer]) -> tuple[str, int, int]:
    counted = [one for one in answers if one["own"]] or answers
    holding = [one for one in counted if not one["denies"]]
    everyone = {one["root"] for one in counted}
    if not holding:
        return "", 0, len(everyone)
    parts: list[tuple[Any, str, set[str]]] = []  # (place on the line, how it is written, the origins that hold it)
    if holding[0]["kind"] == "name":
        labels = {one["value"] for one in holding}
        for label in labels:
            if not any(label in one["part_of"] and one["value"] != label for one in holding):
                mine = next(one for one in holding if one["value"] == label)
                parts.append((label, label, {one["root"] for one in holding if one["value"] in mine["part_of"]}))
    else:
        for low in {one["low"] for one in holding}:
            high = min(one["high"] for one in holding if one["high"] >= low)
            if not any(low < one["low"] <= high for one in holding):
                if holding[0]["kind"] == "date":
                    text = written_date(low, high)
                else:
                    text = written_number(low) if low == high else f"{written_number(low)}..{written_number(high)}"
                parts.append((low, text, {one["root"] for one in holding if one["low"] <= low and one["high"] >= high}))
    most = max(len(origins) for _, _, origins in parts)
    best = sorted((place, text) for place, text, origins in parts if len(origins) == most)
    return " | ".join(text for _, text in best), most, len(everyone) - most


def variants(answers: list[Answer]) -> bool:
    """One label whose `stated` wordings hold different spellings of it: whole words, the longest where one lies in another."""
    for label in {one["value"] for one in answers if one["kind"] == "name"}:
        used = set()
        for one in answers:
            held = [
                spelling
                for spelling in one.get("aliases", ())
                if re.search(rf"\b{re.escape(spelling)}\b", one["stated"])
            ]
            if one["value"] == label and held:
                used.add(max(held, key=len))
        if len(used) > 1:
            return True
    return False


def compare(tables: Tables, sources: Collection[str] | None = None) -> list[Row]:
    """One row a question, in any order; `question` is the key as a tuple, and `gap_pct` a set of values that are right."""
    groups: dict[tuple[Any, ...], list[Answer]] = {}
    for one in rows_that_count(tables):
        if sources is None or one["source"] in sources:
            groups.setdefault(question_of(one), []).append(one)
    rows = []
    for key, answers in groups.items():
        kind = answers[0]["kind"]
        name, pairs = verdict(answers)
        row: Row = dict.fromkeys(COLUMNS) | dict(
            zip(("event", "attribute", "period", "unit", "planned", "member"), key, strict=True)
        )
        row |= {"question": key, "kind": kind, "verdict": name, "n_claims": len(answers)}
        row |= {
            "n_sources": len({one["source"] for one in answers}),
            "n_origins": len({one["root"] for one in answers}),
        }
        row["values"] = " | ".join(sorted({one["value"] for one in answers}))
        row["gap_pct"] = {None}
        if kind != "name":
            lows, highs = [one["low"] for one in answers], [one["high"] for one in answers]
            bounds = {"low": min(lows), "high": max(highs)}
            if max(lows) <= min(highs):
                bounds |= {"common_low": max(lows), "common_high": min(highs)}
            for column, bound in bounds.items():
                row[column] = iso(bound) if kind == "date" else None if abs(bound) == INF else bound
            row["gap"], feet = gaps(pairs) if pairs else (0, {min(highs)})
            if kind == "quantity":
                row["gap_pct"] = {100 * row["gap"] / foot if foot > 0 else None for foot in feet}
        limit = answers[0]["expected_gap"]
        row["within_expected_gap"] = {
            bool(name == "conflict" and limit and pct is not None and pct <= float(limit)) for pct in row["gap_pct"]
        }
        row["one_origin"] = row["n_sources"] > 1 and row["n_origins"] == 1
        row["variants"] = variants(answers)
        row["derived"] = any(one["derived"] for one in answers)
        row["support_value"], row["support_origins"], row["against_origins"] = support(answers)
        rows.append(row)
    return rows
