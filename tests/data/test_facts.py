"""The further sources as coded: each gathered fact is in the shipped table, found by what it says, and none is lost."""

import csv
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import data
from data.values import parse_dates, parse_quantities

FACTS = Path(__file__).parents[3] / "shared" / "facts"
CORE = ["000", "001", "002", "003", "004"]
needs_facts = pytest.mark.skipif(not FACTS.is_dir(), reason="the fact files are not here")

Row = dict[str, str]
Claim = dict[str, Any]
Interval = tuple[float, float]

# Which event of the table, or events, a fact file means by its own word.
EVENTS = {
    "rel_1967": "diplomatic-relations",
    "sankara_1986": "sankara-visit-1986",
    "succession_1992": "recognition-of-russia",
    "emb_ouaga_closed": "russian-embassy-closure",
    "emb_moscow_closed": "burkinabe-embassy-closure",
    "emb_moscow_reopened": "burkinabe-embassy-reopening burkinabe-accreditation",
    "emb_ouaga_announced": "russian-embassy-decision russian-embassy-order",
    "emb_ouaga_reopened": "russian-embassy-reopening",
    "sochi_2019": "russia-africa-summit-2019",
    "coup_jan2022": "coup-damiba kabore-capture",
    "lavrov_damiba": "lavrov-damiba-meeting",
    "coup_sep2022": "coup-traore",
    "wagner_ghana": "ghana-wagner-statement",
    "pm_moscow_2022": "tambela-moscow-2022",
    "nordgold_yimiougou": "nordgold-yimiougou",
    "french_exit": "french-operations-end french-expulsion",
    "commission_plan": "joint-commission",
    "spb_summit_2023": "russia-africa-summit-2023",
    "putin_traore_2023": "putin-traore-meeting-2023",
    "prigozhin": "prigozhin-death",
    "yevkurov_1": "yevkurov-visit-2023-08",
    "yevkurov_2": "yevkurov-visit-2023-10",
    "yevkurov_3": "yevkurov-reception-2024",
    "aes_alliance": "aes-alliance",
    "rosatom_mou": "nuclear-agreement-2023",
    "rosatom_roadmap": "rosatom-roadmap",
    "rosatom_3mou": "rosatom-memoranda-2024",
    "rosatom_iga": "nuclear-agreement-2025",
    "npp_target": "nuclear-plant",
    "shoigu_coulibaly": "shoigu-coulibaly-meeting",
    "grain": "grain-promise grain-delivery",
    "grain_list": "grain-promise",
    "russian_house": "russian-house russian-house-inauguration",
    "africa_corps": "africa-corps-arrival",
    "ecowas_exit_announced": "ecowas-exit-announcement",
    "ecowas_exit_effective": "ecowas-exit",
    "ambassador": "martynov-appointment",
    "lavrov_visit": "lavrov-visit-2024",
    "lavrov_tour": "lavrov-tour-2024",
    "aes_confederation": "aes-confederation",
    "bears_arrival": "bears-arrival bears-commission",
    "bears_exit": "bears-withdrawal",
    "kursk_start": "kursk-operation",
    "belousov_coulibaly": "belousov-coulibaly-talks",
    "belousov_tambela": "belousov-tambela-meeting",
    "space": "space-agreement",
    "space_mali": "space-statement-mali",
    "jeb2024": "economic-days-2024",
    "novak_tambela": "novak-tambela-meeting",
    "univ_2025": "university-agreements-2025",
    "traore_moscow_2025": "traore-moscow-2025 putin-traore-meeting-2025",
    "mou_he_2026": "higher-education-memorandum-2026",
    "foundations_2026": "foundations-agreement",
}
DATES_IN_WORDS = {
    "mid-1990s": "199X",
    "early January 2024": "2024-01",
    "early May 2024": "2024-05",
    "late Nov-early Dec 2023 (expected)": "2023-11/2023-12",
    "2023 or 2024 (expected)": "[2023,2024]",
    '2024-01 "commissioned"; mission "likely began in May"': "2024-01/2024-06",
}
TRADE = {"RUS_to_BFA": "russian-deliveries", "BFA_to_RUS": "burkinabe-deliveries", "turnover": "trade-turnover"}
MONEY = {
    "USD": ("USD", 0),
    "thousand USD": ("USD", 3),
    "million USD": ("USD", 6),
    "USD constant 2010": ("USD constant 2010", 0),
    "billion FCFA": ("XOF", 9),
}
# What two rows on one flow may differ in.
SAME_FLOW = {"value_original": "", "value_musd_current": "", "note": ""}
PERIODS = {
    "2018-2020 mean": "2018/2020",
    "2018-2020": "2018/2020",
    "2025-Q2": "2025-04/2025-06",
    "2025-Q3": "2025-07/2025-09",
    "1980s": "198X",
    "1960-1991": "1960/1991",
    "c.2009": "",  # the text gives no time
    "undated": "",
}
LEARNING = {
    "graduates_total": ("burkinabe-graduates", "students"),
    "scholarships": ("federal-scholarships", "scholarships"),
    "russian_courses": ("russian-courses", ""),
    "africa_quota": ("africa-quota", "scholarships"),
    "africa_students_in_russia": ("african-students-in-russia", "students"),
    "africa_trained_ussr": ("african-graduates-ussr", "students"),
    "africa_students_in_ussr": ("african-students-in-ussr", "students"),
    "africa_arab_students_in_ussr": ("african-arab-students-in-ussr", "students"),
}
FORCES = {
    "Africa Corps, first contingent": "africa-corps-in-burkina-faso",
    "Russian soldiers": "africa-corps-in-burkina-faso",
    "Africa Corps in Ouagadougou": "africa-corps-in-burkina-faso",
    '"Bears" brigade': "bears-brigade",
    '"Bears" leaving': "bears-withdrawal",
    "Malian soldiers and Wagner/Africa Corps flown from Mali": "forces-from-mali",
    "Russian trainers flown from Mali": "russian-trainers-from-mali",
    "Russian contractors": "russian-contractors russian-contractors-mali",
    "French special forces (for comparison)": "french-forces",
    "French taskforce (for comparison)": "french-forces",
}
WHEAT = {
    "Russia": "wheat-from-russia",
    "Ukraine": "wheat-from-ukraine",
    "Russia+Ukraine": "wheat-from-russia-and-ukraine",
}
VOTES = {
    "common_votes": ("common_votes", 0),
    "identical": ("identical_votes", 0),
    "opposite": ("opposite_votes", 0),
    "agree_identical": ("agreement_identical", 2),
    "agree_half_abstain": ("agreement_half_abstain", 2),
}
POINTS = {"BFA": "ideal_point_burkina_faso", "RUS": "ideal_point_russia", "abs_distance": "ideal_point_distance"}
REGISTER = {"order year": "tiv_ordered", "delivery year": "tiv_delivered", "total deliveries": "tiv_total"}


@cache
def shipped() -> data.Tables:
    return data.load()


@cache
def claims_of(source: str) -> list[Claim]:
    found = shipped().claims[shipped().claims["source"] == source]
    return [{str(column): cell for column, cell in row.items()} for row in found.to_dict(orient="records")]


def said(sources: Iterable[str], events: str, attribute: str = "") -> list[Claim]:
    """The claims of some sources on an event, or on one of several split by spaces."""
    every = (claim for source in sources for claim in claims_of(source))
    return [one for one in every if one["event"] in events.split() and attribute in ("", one["attribute"])]


def sources_at(address: str) -> list[str]:
    """The sources with this address, or whose text this file is."""
    sources = shipped().sources
    return list(sources.loc[(sources["url"] == address) | (sources["file"] == address), "source"])


def sources_of_repositories(words: str) -> list[str]:
    """The sources that were read from a repository which the words name as `owner/name`."""
    sources = shipped().sources
    named = [f"https://github.com/{name}" for name in re.findall(r"[\w.-]+/[\w.-]+", words)]
    return list(sources.loc[sources["url"].isin(named), "source"])


def edition(sources: Iterable[str], month: str) -> list[str]:
    published = shipped().sources.set_index("source")["published"]
    return [source for source in sources if str(published[source]).startswith(month)]


@cache
def days(written: str) -> Interval:
    parsed = parse_dates(pd.Series([written])).iloc[0]
    assert parsed.notna().all(), written
    return float(parsed["low"]), float(parsed["high"])


@cache
def amount(written: str) -> Interval:
    parsed = parse_quantities(pd.Series([written])).iloc[0]
    assert parsed.notna().all(), written
    return float(parsed["low"]), float(parsed["high"])


def quantity(words: str) -> Interval:
    """A figure in a gatherer's words, such as `almost 35000` or `80-120`, as the grammar has it."""
    plain = words.replace(",", "")
    for word, written in {"dozens": "[24..99]", "thousands": "[2000..9999]", "doubled": "~2"}.items():
        if plain.startswith(word):
            return amount(written)
    if between := re.match(r"(\d+)-(\d+)$", plain):
        return amount(f"[{between[1]}..{between[2]}]")
    found = re.search(r"\d+", plain)
    assert found, words
    number = found[0]
    if plain.startswith("almost"):
        step = 10 ** (len(number) - len(number.rstrip("0")))
        return amount(f"[{int(number) - step}..{number}]")
    signs = {"about": "~", "around": "~", "more than": ">", "over": ">", "up to": "<="}
    before = plain[: found.start()]
    return amount(next((sign for word, sign in signs.items() if f"{word} " in before), "") + number)


def period_of(claim: Claim) -> Interval | None:
    return (claim["period_low"], claim["period_high"]) if claim["period"] else None


def period(words: str) -> Interval | None:
    """The time that a fact holds for; a school year is September to August."""
    if school := re.fullmatch(r"(\d{2})(\d{2})/(\d{2})", words):
        return days(f"{school[1]}{school[2]}-09/{school[1]}{school[3]}-08")
    written = PERIODS.get(words, words.replace("..", "/"))
    return days(written) if written else None


def is_in(claim: Claim, value: float, slack: float = 0.0) -> bool:
    slack = max(slack, abs(value) * 1e-12)
    return bool(claim["low"] - slack <= value <= claim["high"] + slack)


def says(claim: Claim, interval: Interval) -> bool:
    return (claim["low"], claim["high"]) == interval


def number(claim: Claim, written: str, shift: int = 0) -> bool:
    """Whether the claim is the number as written, its point moved: no coarser than half of its last digit."""
    moved = Decimal(written).scaleb(shift)
    return is_in(claim, float(moved)) and is_fine(claim, 10.0 ** int(moved.as_tuple().exponent))


def is_fine(claim: Claim, width: float) -> bool:
    return bool(claim["high"] - claim["low"] <= width * (1 + 1e-9) + abs(claim["low"]) * 1e-12)


# One rule a fact file: whether the table holds what its row says.


def event_is_there(row: Row) -> bool:
    sources = sources_at(row["url_or_file"])
    found = said(sources, EVENTS[row["event_id"]])
    claimed = row["claimed"]
    if row["precision"] == "place":
        return any(names_it(claim, claimed) for claim in found)
    if row["precision"] == "list":
        return all(any(names_it(claim, name) for claim in found) for name in claimed.split(", "))
    dates = [claim for claim in found if claim["kind"] == "date"]
    if claimed in DATES_IN_WORDS:
        first, last = days(DATES_IN_WORDS[claimed])
        return any(first <= claim["low"] and claim["high"] <= last for claim in dates)
    told = re.match(r"(\d{4}(?:-\d\d){0,2})(?:/(\d{4}-)?(\d\d-)?(\d\d))?(?![\w-])", claimed)
    if not told:
        return bool(found)
    start, year, month, day = told.groups()
    first, last = days(f"{start}/{year or start[:5]}{month or start[5:8]}{day}" if day else start)
    # The same days; or others that have some of them in common, where a note says why.
    return any(
        says(claim, (first, last)) or (claim["note"] and claim["low"] <= last and claim["high"] >= first)
        for claim in dates
    )


def names_it(claim: Claim, name: str) -> bool:
    names = shipped().names.set_index("name")["aliases"]
    aliases = str(names.get(claim["value"], "")).split(" | ")
    return claim["kind"] == "name" and name in (claim["value"], *aliases)


def trade_is_there(row: Row) -> bool:
    found = [
        claim
        for claim in said(sources_at(row["url"]), TRADE[row["direction"]])
        if claim["attribute"] in ("amount", "yearly_mean") and period_of(claim) == period(row["period"])
    ]
    unit, shift = MONEY[row["unit_original"]]
    written = Decimal(row["value_original"]).scaleb(shift)
    value, rounding = float(written), 10.0 ** int(written.normalize().as_tuple().exponent)
    # Where a page gives two figures, and both amounts were worked out of them, one claim holds the two.
    two = [Decimal(one["value_original"]) for one in fact_rows("trade") if one | SAME_FLOW == row | SAME_FLOW]
    between = float((max(two) - min(two)).scaleb(shift)) if two else 0.0
    bound = re.search(r"lower bound|more than|may mean no report", row["note"]) is not None
    worked_out = re.search(r"derived|inferred|identified|taken as", row["note"]) is not None
    reported = [
        claim
        for claim in found
        if claim["unit"] == unit
        and is_in(claim, value)
        and claim["is_derived"] == worked_out
        and (not worked_out or claim["note"])
        and (
            says(claim, (value, float("inf")))
            if bound
            else is_fine(claim, max(rounding, between + 0.02 * value if worked_out else 0))
        )
    ]
    if row["conversion"] == "none":
        return bool(reported)
    dollars = float(row["value_musd_current"]) * 1e6
    converted = [
        claim
        for claim in found
        if claim["unit"] == "USD" and claim["is_derived"] and claim["note"] and is_in(claim, dollars, slack=51)
    ]
    return bool(reported and converted)


def education_is_there(row: Row) -> bool:
    event, usual = LEARNING[row["indicator"]]
    addresses = [row["url_or_file"], *re.findall(r"https?://\S+", row["note"])]
    wanted = [(usual, quantity(words)) for words in re.split(r", (?=\d+ on)", row["value"])]
    if row["value"].endswith("on top") or "more students" in row["note"]:
        wanted = [("scholarships_added", quantity(row["value"]))]
    elif row["unit"] == "change":
        wanted = [("change", quantity(row["value"]))]
    elif "(not used)" in row["value"]:
        wanted += [("scholarships_used", (0.0, 0.0))]
    return all(
        any(says(claim, figure) and period_of(claim) == period(row["period"]) for claim in said([source], event, what))
        for address in addresses
        for source in sources_at(address) or [""]
        for what, figure in wanted
    )


def forces_are_there(row: Row) -> bool:
    found = said(sources_at(row["url"]), FORCES[row["group"]])
    if row["date"] != "date not shown":
        first, last = days(row["date"])
        found = [
            claim for claim in found if claim["note"] or (claim["period_low"] <= last and claim["period_high"] >= first)
        ]
    if not re.search(r"\d|dozens", row["number_claimed"]):
        return any(claim["kind"] == "name" for claim in found)
    there = any(says(claim, quantity(row["number_claimed"])) for claim in found)
    if further := row["further_planned_or_total"]:
        there &= any(claim["planned"] and says(claim, quantity(further)) for claim in found)
    return there


def vote_count_is_there(row: Row) -> bool:
    month = re.search(r"\d{4}-\d\d", row["dataset"])
    assert month
    found = said(edition(sources_of_repositories(row["dataset"]), month[0]), "un-voting")
    of_year = [claim for claim in found if period_of(claim) == days(row["year"].removesuffix(".0"))]
    return all(
        any(claim["attribute"] == attribute and number(claim, row[column], shift) for claim in of_year)
        for column, (attribute, shift) in VOTES.items()
    )


def ideal_point_is_there(row: Row) -> bool:
    sources = shipped().sources
    [source] = sources.loc[sources["title"].str.startswith("Ideal point"), "source"]
    of_year = [claim for claim in claims_of(source) if period_of(claim) == days(row["year_session_start"])]
    return all(
        any(claim["attribute"] == attribute and number(claim, row[column]) for claim in of_year)
        for column, attribute in POINTS.items()
        if row[column]
    )


def ukraine_vote_is_there(row: Row) -> bool:
    event = "un-" + row["resolution"].lower().replace("/", "-")
    cast = {"vote_burkina_faso": row["burkina_faso"], "vote_russia": row["russia"]}
    sources = set(sources_at(row["url"]) + sources_of_repositories(row["source"]))
    with_votes = {claim["source"] for source in sources for claim in said([source], event)}
    assert with_votes or not sources
    dated = any(says(claim, days(row["date"])) for claim in said(sources, event, "date"))
    agreed = all(
        any(claim["value"] == vote for claim in said([source], event, attribute))
        for source in with_votes
        for attribute, vote in cast.items()
    )
    return bool(sources) and dated and agreed


def delivery_is_there(row: Row) -> bool:
    sources = sources_of_repositories(row["source"])
    events = shipped().events
    designation = row["designation"]
    [event] = events.loc[events["title"].str.startswith(designation), "event"]

    def estimated(column: str) -> str:
        return "~" if row[f"{column}_estimated"] == "yes" else ""

    pieces = ("~" if row["number_estimated"] == "yes" else "") + row["number_delivered"]
    return (
        any(says(claim, days(row["order_year"] + estimated("order_year"))) for claim in said(sources, event, "ordered"))
        and any(
            says(claim, days(row["delivery_year"] + estimated("delivery_year")))
            for claim in said(sources, event, "delivered")
        )
        and any(says(claim, amount(pieces)) for claim in said(sources, event, "units"))
        and any(number(claim, row["tiv_delivered"]) for claim in said(sources, event, "tiv"))
        and any(claim["value"] == row["status"] for claim in said(sources, event, "goods_state"))
    )


def register_value_is_there(row: Row) -> bool:
    when, _, supplier = row["year"].partition(" ")
    if not supplier:
        supplier = "Soviet Union" if int(when) < 1992 else "Russia"
    event = {"Soviet Union": "soviet-arms", "Russia": "russian-arms", "all suppliers": "arms-all-suppliers"}[supplier]
    found = said(sources_of_repositories(row["source"]), event, REGISTER[row["year_basis"]])
    held = days(when.replace("-", "/"))
    return any(number(claim, row["tiv_million"]) and period_of(claim) == held for claim in found)


def wheat_share_is_there(row: Row) -> bool:
    found = [
        claim
        for claim in said(sources_at(row["url"]), WHEAT[row["supplier"]])
        if period_of(claim) == period(row["period"])
    ]
    there = any(claim["attribute"] == "share" and number(claim, row["value"]) for claim in found)
    if mean := re.search(r"([\d.]+) MUSD a year", row["note"]):
        there &= any(claim["attribute"] == "yearly_mean" and number(claim, mean[1], 6) for claim in found)
    return there


def rate_is_there(row: Row) -> bool:
    sources = shipped().sources
    [source] = sources.loc[sources["publisher"] == "European Central Bank", "source"]
    of_year = [claim for claim in claims_of(source) if period_of(claim) == days(row["year"])]
    return all(
        any(
            claim["attribute"] == attribute and number(claim, row[column]) and row["n_daily_rates"] in claim["note"]
            for claim in of_year
        )
        for attribute, column in {"usd_per_eur": "usd_per_eur_avg", "xof_per_usd": "xof_per_usd_avg"}.items()
    )


RULES: dict[str, Callable[[Row], bool]] = {
    "events": event_is_there,
    "trade": trade_is_there,
    "education": education_is_there,
    "forces": forces_are_there,
    "un_votes": vote_count_is_there,
    "un_ideal_points": ideal_point_is_there,
    "un_ukraine_votes": ukraine_vote_is_there,
    "arms": delivery_is_there,
    "arms_vintages": register_value_is_there,
    "wheat": wheat_share_is_there,
    "fx_xof_usd": rate_is_there,
}


@cache
def fact_rows(file: str) -> list[Row]:
    with (FACTS / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@needs_facts
def test_there_is_a_rule_for_every_fact_file() -> None:
    assert {path.stem for path in FACTS.glob("*.csv")} == set(RULES)


@needs_facts
@pytest.mark.parametrize("file", RULES)
def test_every_row_of_the_fact_file_is_in_the_table(file: str) -> None:
    rows = fact_rows(file)
    assert rows
    missing = [row for row in rows if not RULES[file](row)]
    assert not missing


@needs_facts
def test_the_rules_miss_what_is_not_in_the_table() -> None:
    """A rule that finds anything would find nothing out: each fact changed in its value is no longer found."""
    changed = {
        "events": {"claimed": "1987-06-05", "precision": "day"},
        "trade": {"value_original": "123456789.0", "note": ""},
        "education": {"value": "777", "unit": "persons"},
        "forces": {"number_claimed": "777"},
        "un_votes": {"identical": "777"},
        "un_ideal_points": {"RUS": "7.7777"},
        "un_ukraine_votes": {"russia": "yes"},
        "arms": {"tiv_delivered": "7.77"},
        "arms_vintages": {"tiv_million": "7.77"},
        "wheat": {"value": "77.7"},
        "fx_xof_usd": {"xof_per_usd_avg": "777.77"},
    }
    found = {file: [row for row in fact_rows(file) if RULES[file](row | changed[file])] for file in RULES}
    assert not any(found.values()), {file: rows for file, rows in found.items() if rows}
    strangers = {"url": "https://example.org", "url_or_file": "https://example.org", "source": "nobody's", "note": ""}
    for file in ("events", "trade", "education", "forces", "un_ukraine_votes", "arms", "arms_vintages", "wheat"):
        assert not any(RULES[file](row | strangers) for row in fact_rows(file)), file


def test_both_sets_are_whole_and_every_claim_counts() -> None:
    tables = shipped()
    of_set = tables.sources.set_index("source")["set"]
    assert set(of_set) == {"core", "extended"}
    assert list(of_set[of_set == "core"].index) == CORE
    assert (of_set == "extended").sum() == 123
    assert (tables.problems, tables.set_aside) == ((), 0)
    with (Path(data.__file__).parent / "claims.csv").open(encoding="utf-8", newline="") as lines:
        assert len(tables.claims) == sum(1 for _ in csv.DictReader(lines))
    told = tables.claims["source"].map(of_set).value_counts()
    assert (told["core"], told["extended"]) == (410, 1266)
    assert set(tables.claims["source"]) == set(of_set.index), "every source says something"
    found = tables.compare().questions
    assert found["n_claims"].sum() + found["superseded"].sum() == len(tables.claims)


def test_further_sources_are_described_so_that_a_reader_can_go_and_look() -> None:
    sources = shipped().sources.query("set == 'extended'").set_index("source")
    assert list(sources.index[sources["url"] == ""]) == ["ecb-rates"], "a mean of daily rates has no page of its own"
    for column in ("title", "publisher", "genre"):
        assert (sources[column] != "").all(), column


def test_every_further_claim_says_where_it_stands() -> None:
    sources = shipped().sources.set_index("source")["set"]
    claims = shipped().claims[shipped().claims["source"].map(sources) == "extended"]
    assert (claims["locator"] != "").all()
    assert (claims["locator"] == "text of the page").mean() < 0.08, "closer wherever the page was at hand"
    assert max(len(stated.split()) for stated in claims["stated"]) <= 8


def test_what_was_worked_out_says_how() -> None:
    claims = shipped().claims
    assert (claims.loc[claims["is_derived"], "note"] != "").all()


def test_the_warnings_are_four_and_notes_explain_them() -> None:
    units = {"burkinabe-deliveries", "russian-deliveries"}
    periods = {("african-students-in-russia", "students"), ("russian-deliveries", "amount")}
    head = [str(warning).split(":")[:2] for warning in shipped().warnings]
    several = " several units, which are not compared"
    overlap = " periods overlap without being equal, and are not compared"
    wanted = [[f"{event}, amount", several] for event in units]
    assert sorted(head) == sorted(wanted + [[f"{event}, {attribute}", overlap] for event, attribute in periods])
    claims = shipped().claims
    concerned = [claims[claims["event"].isin(units) & (claims["attribute"] == "amount") & (claims["unit"] != "USD")]]
    for event, attribute in periods:
        found = claims[(claims["event"] == event) & (claims["attribute"] == attribute) & (claims["period"] != "")]
        spans = found[["period_low", "period_high"]].drop_duplicates().itertuples(index=False)
        bounds = [(float(low), float(high)) for low, high in spans]
        crossing = [
            one for one in bounds if any(one != two and one[0] <= two[1] and two[0] <= one[1] for two in bounds)
        ]
        assert crossing
        concerned += [found[(found["period_low"] == low) & (found["period_high"] == high)] for low, high in crossing]
    for unexplained in concerned:
        assert len(unexplained)
        assert (unexplained["note"] != "").all()


def question(name: str, sources: list[str] | None = None) -> dict[str, Any]:
    found = shipped().compare(sources).questions.set_index("question")
    assert name in found.index
    return {str(column): found[column][name] for column in found.columns}


def answers(name: str) -> set[tuple[str, str]]:
    claims = shipped().claims[shipped().claims["question"] == name]
    return set(zip(claims["source"], claims["value"], strict=True))


@pytest.mark.parametrize(
    ("name", "verdict", "further"),
    [
        (
            "russian-embassy-reopening/date",
            "self-contradiction",
            {
                ("nova-2023-12-28", "2023-12-28"),
                ("trtworld-2023-12-28", "2023-12-28"),
                ("sputnik-2024-05-30", "2023-12"),
            },
        ),
        ("coup-traore/date", "conflict", {("nordsud-coup", "2022-09-30"), ("inafran-1246", "2022-09-30")}),
        (
            "lavrov-tour-2024/second_stop",
            "conflict",
            {
                ("003", "Democratic Republic of the Congo"),
                ("ria-2024-06-04", "Republic of the Congo"),
                ("sputnik-2024-06-05", "Republic of the Congo"),
            },
        ),
        (
            "prigozhin-death/date",
            "conflict",
            {
                ("002", "2024"),
                ("aantv-2024-10-09", "2024"),
                ("novinite-2023-08-23", "2023-08-23"),
                ("xinhua-2023-08-28", "2023-08-23"),
            },
        ),
    ],
)
def test_with_all_sources_what_the_core_texts_say_gets_its_other_answers(
    name: str, verdict: str, further: set[tuple[str, str]]
) -> None:
    found = question(name)
    assert found["verdict"] == verdict
    assert verdict in data.CONTESTED
    assert further <= answers(name)


@pytest.mark.parametrize(
    ("name", "values"),
    [("prigozhin-death/date", "2024"), ("lavrov-tour-2024/second_stop", "Democratic Republic of the Congo")],
)
def test_among_the_core_texts_alone_they_stay_unchecked(name: str, values: str) -> None:
    found = question(name, CORE)
    assert (found["verdict"], found["values"], found["n_sources"]) == ("sole source", values, 1)


def test_a_copy_of_a_report_adds_an_answer_and_no_origin() -> None:
    dead = question("prigozhin-death/date")
    assert (dead["n_sources"], dead["n_origins"]) == (4, 3)
    assert (dead["support_value"], dead["support_origins"], dead["against_origins"]) == ("2023-08-23", 2, 1)
    stop = question("lavrov-tour-2024/second_stop")
    assert (stop["n_sources"], stop["n_origins"]) == (3, 2), "RIA and Sputnik are one house"


def test_the_nuclear_document_gets_its_day() -> None:
    dated = question("nuclear-agreement-2023/date")
    assert (dated["verdict"], dated["values"]) == ("compatible", "2023-10 | 2023-10-13")


def test_an_agreement_a_memorandum_and_a_joint_statement_are_not_the_same() -> None:
    nuclear, space = question("nuclear-agreement-2023/document"), question("space-agreement/document")
    assert (nuclear["verdict"], nuclear["values"]) == ("conflict", "agreement | memorandum")
    assert (space["verdict"], space["values"]) == ("conflict", "agreement | joint statement")
    assert question("space-agreement/commitment")["verdict"] == "conflict"


def test_russian_deliveries_of_2015_differ_by_a_factor_of_34_and_those_of_2006_hardly() -> None:
    apart = question("russian-deliveries/amount/2015/USD")
    assert (apart["verdict"], apart["within_expected_gap"]) == ("conflict", False)
    assert apart["high"] / apart["low"] == pytest.approx(34.2, abs=0.1)
    near = question("russian-deliveries/amount/2006/USD")
    assert (near["verdict"], near["within_expected_gap"]) == ("conflict", True)
    assert near["gap_pct"] == pytest.approx(10, abs=0.1)
    assert near["n_sources"] == apart["n_sources"] == 4


def test_the_encyclopedias_turnover_of_2008_stands_among_others() -> None:
    name = "trade-turnover/amount/2008/USD"
    assert ("000", "3.2e6") in answers(name)
    found = question(name)
    assert found["verdict"] == "conflict"
    assert found["n_sources"] >= 4
    assert found["low"] < 3.15e6
    assert {("comtrade-penppml", ">=3076623"), ("baci-spelta", "8136.357e3")} <= answers(name)


def test_about_3500_graduates_stand_unchanged() -> None:
    for year in ("2019", "2025"):
        found = question(f"burkinabe-graduates/students/{year}/persons")
        assert found["low"] <= 3500 <= found["high"], year
        assert found["verdict"] in ("sole source", "agree"), year
    assert question("burkinabe-graduates/students/2025/persons")["one_origin"], "one meeting, reported twice"
    undated = answers("burkinabe-graduates/students/persons")
    assert {("000", "~3500"), ("knowledger-fr", "~3500")} <= undated


def test_doubled_and_more_than_doubled_are_compatible_words_of_one_meeting() -> None:
    found = question("federal-scholarships/change/2024-09--2025-08/x")
    assert (found["verdict"], found["values"], found["one_origin"]) == ("compatible", ">2 | ~2", True)


def test_27_more_places_of_one_meeting_are_one_answer() -> None:
    found = question("federal-scholarships/scholarships_added/2025-09--2026-08/scholarships/planned")
    assert (found["verdict"], found["values"], found["one_origin"]) == ("agree", "27", True)


def test_a_plan_is_set_against_no_plan_of_another_year_and_no_outcome() -> None:
    found = shipped().compare().questions.query("event == 'joint-commission' and attribute == 'date'")
    assert dict(zip(found["period"], found["verdict"], strict=True)) == {
        "": "sole source",
        "2023-02": "sole source",
        "2026-02": "sole source",
    }
    assert question("foundations-agreement/date/2026-02/planned")["one_origin"]


def test_a_state_at_another_time_denies_nothing() -> None:
    assert question("burkinabe-embassy-reopening/status")["verdict"] == "agree"


def test_what_only_our_own_arithmetic_set_apart_is_not_contested() -> None:
    assert question("russian-deliveries/amount/2025-04--2025-06/USD")["verdict"] == "compatible", (
        "one figure, two rates"
    )
    assert question("russian-deliveries/amount/2023/XOF")["verdict"] == "conflict", "the share contradicts itself, once"
    assert question("russia-import-share/share/2023/percent")["verdict"] == "self-contradiction"
    assert question("trade-turnover/amount/2001/USD")["verdict"] == "sole source", "no sums of ours"


def test_the_later_edition_of_a_data_set_answers_for_it_and_the_older_where_it_stands_alone() -> None:
    asked = "un-voting/agreement_identical/2002/percent"
    found = question(asked)
    assert (found["verdict"], found["values"], found["superseded"]) == ("sole source", "70.59", 1)
    later = [source for source in shipped().sources["source"] if source != "unvotes-2021"]
    assert shipped().compare(later).question(asked)["values"] == "76.06"
    [revised] = shipped().compare().revisions.query("newer == 'unvotes-2021'").to_dict("records")
    assert revised["older"] == "unvotes-2016"
    assert 0 < revised["differ"] < revised["questions"]
