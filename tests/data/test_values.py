"""Section 4: every form of a value, as the interval that it means, and every form that is refused."""

import math
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.values import (
    DATE,
    QUANTITY,
    joined,
    parse_dates,
    parse_quantities,
    with_clock,
    write_date,
    write_dates,
    write_number,
    write_numbers,
    write_period,
    write_periods,
    write_quantities,
    write_quantity,
)
from tests.data import brute_force

Span = tuple[float, float] | None
Parse = Callable[[pd.Series], pd.DataFrame]


def days(text: str) -> float:
    """An ISO day as days since 1970-01-01; `..` before a day is an open beginning, after it an open end."""
    return float((date.fromisoformat(text) - date(1970, 1, 1)).days)


def spans(texts: list[str], parse: Parse) -> list[Span]:
    """What the package reads in each cell: (low, high), or None where it refuses it."""
    frame = parse(pd.Series(texts, dtype="str"))
    assert list(frame.columns) == ["low", "high"]
    assert (frame.low.isna() == frame.high.isna()).all(), "half an interval"
    return [None if math.isnan(low) else (low, high) for low, high in zip(frame.low, frame.high, strict=True)]


def span(text: str, parse: Parse) -> Span:
    """The tables below are read as one column, as a file is, since a cell must not depend on its neighbours."""
    return tables_read(parse)[text] if text in tables_read(parse) else spans([text], parse)[0]


@cache
def tables_read(parse: Parse) -> dict[str, Span]:
    rows, refused = (date_rows, REFUSED_DATES) if parse is parse_dates else (quantity_rows, REFUSED_QUANTITIES)
    texts = [text for row in rows for text in row[:1]] + refused
    return dict(zip(texts, spans(texts, parse), strict=True))


def iso(bounds: Span) -> str:
    """First and last day as ISO text, for messages that a reader understands."""
    if bounds is None:
        return "refused"
    return " ".join(".." if math.isinf(d) else (date(1970, 1, 1) + timedelta(days=d)).isoformat() for d in bounds)


# --------------------------------------------------------------------------------------------------------------- dates
DATES = """
value                        first       last
1967-02-18                   1967-02-18  1967-02-18
1970-01-01                   1970-01-01  1970-01-01
0001-01-01                   0001-01-01  0001-01-01
9999-12-31                   9999-12-31  9999-12-31
2023-07                      2023-07-01  2023-07-31
2023-02                      2023-02-01  2023-02-28
2024-02                      2024-02-01  2024-02-29
1900-02                      1900-02-01  1900-02-28
2000-02                      2000-02-01  2000-02-29
2024-02-29                   2024-02-29  2024-02-29
2000-02-29                   2000-02-29  2000-02-29
2023-12                      2023-12-01  2023-12-31
2022                         2022-01-01  2022-12-31
2024                         2024-01-01  2024-12-31
0001                         0001-01-01  0001-12-31
9999                         9999-01-01  9999-12-31

199X                         1990-01-01  1999-12-31
202X                         2020-01-01  2029-12-31
19XX                         1900-01-01  1999-12-31
20XX                         2000-01-01  2099-12-31
2004-XX                      2004-01-01  2004-12-31
1985-04-XX                   1985-04-01  1985-04-30
2024-02-XX                   2024-02-01  2024-02-29
1985-XX-XX                   1985-01-01  1985-12-31

2022-21                      2022-03-01  2022-05-31
2022-22                      2022-06-01  2022-08-31
2022-23                      2022-09-01  2022-11-30
2022-24                      2022-12-01  2023-02-28
2023-24                      2023-12-01  2024-02-29

2023-07~                     2023-06-01  2023-08-31
2023-07?                     2023-06-01  2023-08-31
2023-07%                     2023-06-01  2023-08-31
2023-01~                     2022-12-01  2023-02-28
2023-12?                     2023-11-01  2024-01-31
2024-03~                     2024-02-01  2024-04-30
1992~                        1991-01-01  1993-12-31
2023?                        2022-01-01  2024-12-31
2023%                        2022-01-01  2024-12-31
2023-03-01~                  2023-02-28  2023-03-02
2024-03-01?                  2024-02-29  2024-03-02
2022-12-31%                  2022-12-30  2023-01-01
1970-01-01~                  1969-12-31  1970-01-02

2024-06-04/2024-06-05        2024-06-04  2024-06-05
2024-06-04/2024-06-04        2024-06-04  2024-06-04
2022-07/2022-09              2022-07-01  2022-09-30
1992/2013                    1992-01-01  2013-12-31
2022-12/2023                 2022-12-01  2023-12-31
1967-02-18/1992              1967-02-18  1992-12-31
2004-06~/2005                2004-05-01  2005-12-31
2004/2005-06?                2004-01-01  2005-07-31
2004~/2005~                  2003-01-01  2006-12-31
2022-21/2022-23              2022-03-01  2022-11-30
2022-09/2022                 2022-09-01  2022-12-31
2022/2022-03                 2022-01-01  2022-03-31
2004-06-XX/2004-07-03        2004-06-01  2004-07-03
../2013                      ..          2013-12-31
../2013-02-18                ..          2013-02-18
2013/..                      2013-01-01  ..
2013-05/..                   2013-05-01  ..
2013-05~/..                  2013-04-01  ..

[2022-07,2022-09]            2022-07-01  2022-09-30
[2022-09,2022-07]            2022-07-01  2022-09-30
[2022]                       2022-01-01  2022-12-31
[1992,1990,1991]             1990-01-01  1992-12-31
[2022-09-30,2022-07]         2022-07-01  2022-09-30
[2023-12-28,2023]            2023-01-01  2023-12-31
[1960,2024-02-29,1985-06]    1960-01-01  2024-02-29
[1960..1962]                 1960-01-01  1962-12-31
[1960,1965..1967-02]         1960-01-01  1967-02-28
[..1962]                     ..          1962-12-31
[1960,1965..]                1960-01-01  ..

2023-07-04T10:00             2023-07-04  2023-07-04
2023-07-04T10                2023-07-04  2023-07-04
2023-07-04T10:00:00          2023-07-04  2023-07-04
2023-07-04T10:00:00.123      2023-07-04  2023-07-04
2023-07-04T10:00:00Z         2023-07-04  2023-07-04
2023-07-04T23:30+02:00       2023-07-04  2023-07-04
2023-07-04T10:00/2023-07-05  2023-07-04  2023-07-05
"""

REFUSED_DATES = [
    *"""
2023-02-30 2023-02-29 1900-02-29 2023-04-31 2023-00 2023-13 2023-20 2023-07-00 2023-07-32 2023-00-10 2023-13-01
10000 -10000 -0000 -0000-01-01 -044 --0044 Y17000 Y-17000 999 99 2022- 2022-7 2022-07-4 2022-007 02022
2023/2022 2022-09/2022-07 2024-06-05/2024-06-04 2013/ /2013 / ../ /.. 2022/2023/2024 2022//2023 ..2013 2013.. .. 2022--07
2022-25 2022-29 2022-32 2022-41 2022-21-01 1XXX XXXX 199X-05 19X2 2004-XX-05 1XXX-12 19XX-12 15XX-12-25 199x 199u 2004-uu
2004-06~-11 ~2022 ?2004-06 2004?-06-11 2022-~07 2022~~ 2022?~ 1950S2 Y3388E2S3 ~
{1960,1961} {2022-07,2022-09} {1960..1962} [] [2022-07,] [,2022] [2022-07;2022-09] [2022-07 [2022-02-30,2022] 2022,2023 [2023..2022,2024] [..] [-0000,2022]
2023-07-04T 2023-07-04T24:00 2023-07-04T10:60 2023-07-04T1:00 2023-07-04T10:00~ 2023-07T10:00 2023T10:00 2023-07-XXT10:00 20230704 202307 2023-W27 2023-185 2023-07-04Z
04/07/2023 4.7.2023 2023/07 2023/07/04 07-2023 2023.07 2023_07 July approximately ~3500 3500.0 2.0e3 [80..120] >2020 <2020
""".split(),
    "", " ", "July 2023", "about 2023", "2023 07", "2023-07-04  10:00", "2023-07-04 10:00 am", "3,500", "nan", "NaT", "None", "NA", "inf", "now", "today", "2023\n2024", "2023\n", "2023 ", " 2023", "2023-07-04\n2",
    "２０２３", "٢٠٢٣", "2023–07", "2023−07", "=2023", "'2023", "2023\x00",
]  # fmt: skip

date_rows = [line.split() for line in DATES.split("\n") if line and not line.startswith("value")]


@pytest.mark.parametrize(("value", "first", "last"), date_rows)
def test_a_date_is_its_first_and_last_day(value: str, first: str, last: str) -> None:
    low = -math.inf if first == ".." else days(first)
    high = math.inf if last == ".." else days(last)
    assert span(value, parse_dates) == (low, high), iso(span(value, parse_dates))


BEFORE_CHRIST = {  # the same dates 2,000 years later: the calendar repeats after 400 years, which are 146,097 days
    "-0043": "1957",
    "-0043-03-15": "1957-03-15",
    "-0043-02-29": "1957-02-29",
    "-0044-02-29": "1956-02-29",
    "-0044-03~": "1956-03~",
    "-0001-24": "1999-24",
    "-0001/0000": "1999/2000",
    "-0500/-0499-06": "1500/1501-06",
    "0000-02-29": "2000-02-29",
    "0000": "2000",
    "0000?": "2000?",
    "0000-01-01%": "2000-01-01%",
    "000X": "200X",
    "-0010/-0001": "199X",
    "[-0043,-0040]": "[1957,1960]",
    "-1999": "0001",
}


@pytest.mark.parametrize(("value", "later"), BEFORE_CHRIST.items())
def test_years_before_christ_are_counted_as_astronomers_do(value: str, later: str) -> None:
    bounds, then = span(value, parse_dates), span(later, parse_dates)
    assert bounds == (then and tuple(day - 5 * 146_097 for day in then))


def test_open_digits_of_a_year_before_christ_are_all_its_years() -> None:
    assert span("-004X", parse_dates) == span("-0049/-0040", parse_dates)
    assert span("-19XX", parse_dates) == span("-1999/-1900", parse_dates)


def test_the_first_year_and_the_last_are_read() -> None:
    for year in ("-9999", "9999"):
        assert span(year, parse_dates) == span(f"{year}-01-01/{year}-12-31", parse_dates) is not None


def test_a_time_of_day_is_told() -> None:
    texts = ["2023-07-04T10:00", "2023-07-04", "2023-07-04 10:00:00", "2023-07/2023-07-04T10", "soon", ""]
    assert with_clock(pa.array(texts)).tolist() == [True, False, True, True, False, False]


@pytest.mark.parametrize("value", REFUSED_DATES)
def test_what_is_no_date_is_refused(value: str) -> None:
    assert span(value, parse_dates) is None, iso(span(value, parse_dates))


@pytest.mark.parametrize("mark", "~?%")
@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-21", "2021-12-01", "2022-08-31"),
        ("2022-24", "2022-09-01", "2023-05-31"),
        ("199X", "1980-01-01", "2009-12-31"),
        ("19XX", "1800-01-01", "2099-12-31"),
        ("1985-XX", "1984-01-01", "1986-12-31"),
        ("1985-04-XX", "1985-03-01", "1985-05-31"),
    ],
)
def test_a_mark_widens_by_a_season_a_decade_a_century_or_the_unit_left_open(
    value: str, mark: str, first: str, last: str
) -> None:
    """The stated precision of `199X` is ten years, of `1985-XX` one year, of `1985-04-XX` one month."""
    assert span(value + mark, parse_dates) == (days(first), days(last)), iso(span(value + mark, parse_dates))


@pytest.mark.parametrize(
    "value",
    [
        "0001~",
        "0001-01~",
        "0001-01-01~",
        "9999~",
        "9999-12~",
        "9999-12-31~",
        "9999-24",
        "000X~",
        "-9999~",
        "-9999-01~",
        "-9999-01-01~",
        "-999X~",
        "../-9999~",
        "../9999~",
        "0001~/..",
    ],
)
def test_the_ends_of_the_calendar_give_days_that_can_be_written_or_are_refused(value: str) -> None:
    bounds = span(value, parse_dates)
    if bounds is not None:
        assert bounds[0] <= bounds[1]
        assert set(write_date(*bounds)) <= set("0123456789-/.")


def test_a_column_is_read_cell_by_cell_and_keeps_its_index() -> None:
    column = pd.Series(["2022", "soon", "2023-07", "", "2022"], index=[7, 3, 9, 1, 4], dtype="str")
    read = parse_dates(column)
    assert list(read.index) == [7, 3, 9, 1, 4]
    assert list(read.low.isna()) == [False, True, False, True, False]
    assert read.dropna().to_numpy().tolist() == [
        [days("2022-01-01"), days("2022-12-31")],
        [days("2023-07-01"), days("2023-07-31")],
        [days("2022-01-01"), days("2022-12-31")],
    ]


@pytest.mark.parametrize("parse", [parse_dates, parse_quantities])
@pytest.mark.parametrize(
    "column",
    [
        pd.Series([], dtype="str"),
        pd.Series([None, float("nan")], dtype="str"),
        pd.Series(["x", "y"], index=["a", "a"], dtype="str"),
    ],
)
def test_an_empty_column_missing_cells_and_a_repeated_index_are_no_trouble(parse: Parse, column: pd.Series) -> None:
    read = parse(column)
    assert list(read.columns) == ["low", "high"]
    assert len(read) == len(column)
    assert read.isna().all(axis=None)


@given(st.lists(st.text("0123456789-/.~?%X[],e<>=Ty {}", max_size=14), max_size=6))
def test_no_text_whatever_stops_the_reading(cells: list[str]) -> None:
    for parse in (parse_dates, parse_quantities):
        read = parse(pd.Series(cells, dtype="str"))
        assert len(read) == len(cells)
        assert (read["low"].isna() == read["high"].isna()).all()
        assert (read.dropna()["low"] <= read.dropna()["high"]).all()


year = st.integers(2, 9990)
plain = st.one_of(
    year.map("{:04}".format),
    st.builds("{:04}-{:02}".format, year, st.sampled_from([*range(1, 13), 21, 22, 23, 24])),
    st.dates(date(2, 1, 1), date(9990, 1, 1)).map(date.isoformat),
    st.integers(1, 998).map("{:03}X".format),
    st.integers(1, 98).map("{:02}XX".format),
    st.builds("{:04}-XX".format, year),
    st.builds("{:04}-{:02}-XX".format, year, st.integers(1, 12)),
)
marked = st.builds(
    lambda text, mark: text if "X" in text else text + mark, plain, st.sampled_from(["", "", "~", "?", "%"])
)
any_date = st.one_of(
    marked,
    st.builds("{}/{}".format, marked | st.just(".."), marked | st.just("..")).filter(lambda text: text != "../.."),
    st.lists(marked, min_size=1, max_size=4).map(lambda members: f"[{','.join(members)}]"),
)


@given(st.lists(any_date, min_size=1, max_size=60))
@settings(max_examples=max(30, settings().max_examples // 4))
def test_dates_are_as_the_plain_definition_reads_them(texts: list[str]) -> None:
    assert dict(zip(texts, spans(texts, parse_dates), strict=True)) == {
        text: brute_force.interval_of_date(text) for text in texts
    }


# edtf 5.0.2 is right on these forms only: it errs on `~` of months and days and on winter, and it accepts reversed ranges
edtf_knows = st.one_of(
    st.integers(1, 9999).map("{:04}".format),
    st.builds("{:04}-{:02}".format, st.integers(1, 9999), st.sampled_from([*range(1, 13), 21, 22, 23])),
    st.dates(date(1, 1, 1), date(9999, 12, 30)).map(date.isoformat),
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
    st.builds("{:04}-{:02}-XX".format, year, st.integers(1, 12)),
)


@given(edtf_knows, st.none() | edtf_knows)
@settings(max_examples=40)  # it reads some 50 strings a second
def test_edtf_reads_the_same_days(first: str, last: str | None) -> None:
    import edtf

    text = first if last is None else f"{first}/{last}"
    ours = span(text, parse_dates)
    if ours is None:
        assert last is not None
        return
    theirs = edtf.parse_edtf(text)
    low, high = (
        date(*strict[:3]).toordinal() - date(1970, 1, 1).toordinal()
        for strict in (theirs.lower_strict(), theirs.upper_strict())
    )
    assert ours == (low, high)


# ------------------------------------------------------------------------------------------------------- dates as text
@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2023-07-04", "2023-07-04", "2023-07-04"),
        ("2023-07-01", "2023-07-31", "2023-07"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2024-02-01", "2024-02-28", "2024-02-01/2024-02-28"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("0987-01-01", "0987-12-31", "0987"),
        ("2022-07-01", "2022-09-30", "2022-07-01/2022-09-30"),
        ("2022-01-01", "2023-12-31", "2022-01-01/2023-12-31"),
        ("2023-07-01", "2024-07-31", "2023-07-01/2024-07-31"),
        ("2023-07-04", "2023-07-31", "2023-07-04/2023-07-31"),
        ("..", "2013-12-31", "../2013-12-31"),
        ("2013-01-01", "..", "2013-01-01/.."),
    ],
)
def test_an_interval_is_written_as_the_day_month_or_year_that_it_exactly_is(first: str, last: str, text: str) -> None:
    low = -math.inf if first == ".." else days(first)
    high = math.inf if last == ".." else days(last)
    assert write_date(low, high) == text


@given(st.dates(date(1, 1, 1)), st.integers(0, 5000), st.booleans(), st.booleans())
def test_what_is_written_is_read_back_as_the_same_interval(first: date, length: int, opens: bool, ends: bool) -> None:
    low = first.toordinal() - date(1970, 1, 1).toordinal()
    high = min(low + length, date.max.toordinal() - date(1970, 1, 1).toordinal())
    bounds = (-math.inf if opens else low, math.inf if ends and not opens else high)
    assert span(write_date(*bounds), parse_dates) == bounds


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2008-01-01/2008-12-31", "2008"),
        ("2008-01/2009-12", "2008/2009"),
        ("2008-09-01/2009-06-30", "2008-09/2009-06"),
        ("2008-09/2009", "2008-09/2009-12"),
        ("2008-09-01/2009-06-29", "2008-09-01/2009-06-29"),
        ("../2013-12-31", "../2013"),
        ("2013-05-01/..", "2013-05/.."),
        ("-0043-01-01/-0040-12-31", "-0043/-0040"),
        ("-0001-01-01/0000-02", "-0001-01/0000-02"),
        ("0000-01-01/0000-12-31", "0000"),
    ],
)
def test_a_period_is_written_in_its_shortest_form_both_ends_alike(value: str, text: str) -> None:
    bounds = span(value, parse_dates)
    assert bounds
    assert write_period(*bounds) == text


@given(st.lists(any_date, min_size=1, max_size=30))
def test_many_intervals_are_written_as_each_alone(texts: list[str]) -> None:
    read = parse_dates(pd.Series(texts, dtype="str")).dropna().rename(index=lambda place: f"at {place}")
    for write_all, write_one in ((write_dates, write_date), (write_periods, write_period)):
        written = write_all(read["low"], read["high"])
        assert written.index.equals(read.index)
        assert written.tolist() == [write_one(*bounds) for bounds in read.to_numpy()]
        assert parse_dates(written).equals(read)


# ---------------------------------------------------------------------------------------------------------- quantities
QUANTITIES = """
value           low        high
3500            3500       3500
0               0          0
007             7          7
-12             -12        -12
~3500           3150       3850
~170            153        187
~-50            -55        -45
~0              0          0
~2              1.8        2.2
~3.2e6          2880000    3520000
~60.2           54.18      66.22
>2000000        2000000    inf
>=2000000       2000000    inf
<25             -inf       25
<=25            -inf       25
>2              2          inf
<-3             -inf       -3
>3.2e6          3200000    inf
<60.2           -inf       60.2
[80..120]       80         120
[80..80]        80         80
[-5..5]         -5         5
[24..99]        24         99
[1.5..2.5]      1.5        2.5
[3.1e6..3.3e6]  3100000    3300000
3.2e6           3150000    3250000
3.20e6          3195000    3205000
3e6             2500000    3500000
-3.2e6          -3250000   -3150000
3.2e-1          0.315      0.325
1.25e2          124.5      125.5
60.2            60.15      60.25
60.20           60.195     60.205
100.0           99.95      100.05
0.0             -0.05      0.05
0.5             0.45       0.55
-1.5            -1.55      -1.45
0.001           0.0005     0.0015
"""

REFUSED_QUANTITIES = [
    *"""
about 3,500 3'500 3_500 1,5 ~ > < >= [80..120 80..120 80-120 [120..80] [80,120] [..80] [80..] [] [80] [80...120] {80..120} ~[80..120] [~80..120] [>80..120]
>~25 ~>25 =25 ==25 => =<25 >>5 <>5 ~~5 5~ 5? 3500% 25% $5 5USD 3.2M 3k 0x10 1e 1e+ e6 1.e6 1.2.3 . .. - + -- --5 1e2e3 1e1.5
nan NaN inf -inf Infinity infinity NA None null true ∞ ½ ² ３５００ ٣٥٠٠ 3٫5 −5 1e999 1e99999999999 ~1e400 [0..1e999] 2023-07 2022/2023 199X
""".split(),
    "", " ", "3 500", "about 3500", "3500 students", "[80 120]", "3500\n", "1\n2", "3500\x00", "3\u202f500", "two",
]  # fmt: skip

quantity_rows = [line.split() for line in QUANTITIES.split("\n") if line and not line.startswith("value")]


@pytest.mark.parametrize(("value", "low", "high"), quantity_rows)
def test_a_quantity_is_its_least_and_its_largest_amount(value: str, low: str, high: str) -> None:
    assert span(value, parse_quantities) == (float(low), float(high))


@pytest.mark.parametrize("value", REFUSED_QUANTITIES)
def test_what_is_no_quantity_is_refused(value: str) -> None:
    assert span(value, parse_quantities) is None, span(value, parse_quantities)


def test_a_date_is_no_quantity_and_about_3500_is_never_the_year_3500() -> None:
    assert span("~3500", parse_quantities) == (3150, 3850)
    assert span("~3500", parse_dates) is None
    assert span("2023-07", parse_quantities) is None


@given(st.integers(-(10**6), 10**6), st.integers(1, 6))
def test_neighbours_meet_at_one_bound_however_a_float_would_round(number: int, places: int) -> None:
    """60.2 ends exactly where 60.3 begins: computed in decimal, then made floats."""
    here, there = (format(Decimal(n).scaleb(-places), "f") for n in (number, number + 1))
    read = parse_quantities(pd.Series([here, there], dtype="str"))
    assert read["high"][0] == read["low"][1]
    assert read["low"][0] < read["high"][0]


@given(st.integers(-(10**4), 10**4), st.integers(0, 4), st.integers(-6, 9))
def test_bounds_are_the_floats_of_the_exact_decimals(number: int, places: int, exponent: int) -> None:
    text = format(Decimal(number).scaleb(-places), "f") + f"e{exponent}"
    size, half = Fraction(text), Fraction(10) ** (exponent - places) / 2
    assert spans([text, "~" + text, ">" + text, "<=" + text], parse_quantities) == [
        (float(size - half), float(size + half)),
        (float(size - abs(size) / 10), float(size + abs(size) / 10)),
        (float(size), math.inf),
        (-math.inf, float(size)),
    ]


digits = st.from_regex(r"-?[0-9]{1,7}(\.[0-9]{1,3})?(e-?[0-9])?", fullmatch=True)


any_quantity = st.one_of(
    digits,
    st.builds("{}{}".format, st.sampled_from(["~", ">", ">=", "<", "<="]), digits),
    st.builds("[{}..{}]".format, digits, digits),
)


@given(st.lists(any_quantity, min_size=1, max_size=60))
def test_quantities_are_as_the_plain_definition_reads_them(texts: list[str]) -> None:
    assert dict(zip(texts, spans(texts, parse_quantities), strict=True)) == {
        text: brute_force.interval_of_quantity(text) for text in texts
    }


@given(
    st.sampled_from(["", "~", ">", "<="]),
    st.decimals(allow_nan=False, allow_infinity=False, places=None).map(lambda number: f"{number:.30g}"),
)
@settings(max_examples=4 * settings().max_examples)
def test_numbers_of_any_size_are_the_floats_of_the_exact_decimals(sign: str, number: str) -> None:
    text = sign + number.replace("E", "e")
    size, last_digit = Fraction(number), Decimal(number).as_tuple().exponent
    assert isinstance(last_digit, int)
    spread = (
        abs(size) / 10 if sign == "~" else Fraction(10) ** last_digit / 2 if not sign and set(".e") & set(text) else 0
    )
    try:
        low, high = float(size - spread), float(size + spread)
    except OverflowError:
        assert span(text, parse_quantities) is None
        return
    assert span(text, parse_quantities) == (
        -math.inf if sign == "<=" else low,
        math.inf if sign == ">" else high,
    )


@given(st.integers(-(10**16), 10**16), st.integers(0, 24))
def test_fifteen_digits_and_sixteen_round_alike(digits: int, places: int) -> None:
    """On both sides of the number of digits that floats hold exactly, the bounds are those of the decimals."""
    text = format(Decimal(digits).scaleb(-places), "f")
    size, half = Fraction(digits, 10**places), Fraction(1, 2 * 10**places) if places else Fraction(0)
    assert span(text, parse_quantities) == (float(size - half), float(size + half))


@pytest.mark.parametrize("text", ["9" * 2_000_000, "-" + "9" * 5000, "[0.." + "9" * 400 + "]", "~1" + "0" * 309])
def test_a_number_beyond_all_floats_is_refused(text: str) -> None:
    assert spans([text], parse_quantities) == [None]


def test_a_number_of_any_length_is_read() -> None:
    assert spans(["0." + "1" * 2_000_000], parse_quantities) == [(1 / 9, 1 / 9)]
    assert spans(["0" * 1000 + "7"], parse_quantities) == [(7, 7)]


# -------------------------------------------------------------------------------------------------- quantities as text
@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"), (-0.0, "0"), (3500.0, "3500"), (60.25, "60.25"), (0.1 + 0.2, "0.3"), (-1.5, "-1.5"), (1e25, "1" + "0" * 25),
        (1e-7, "0.0000001"), (123456789012345678.0, "123456789012346000"), (1e15, "1000000000000000"), (math.inf, ""), (-math.inf, ""),
    ],
)  # fmt: skip
def test_a_number_is_written_to_15_digits_without_an_exponent(number: float, text: str) -> None:
    assert write_number(number) == text
    assert write_numbers(pd.Series([1.0, number], index=["a", "a"])).tolist() == ["1", text]


def test_an_interval_of_numbers_is_one_number_or_both_ends() -> None:
    low, high = pd.Series([5.0, 60.15, -math.inf, 2.0, -0.0]), pd.Series([5.0, 60.25, 25.0, math.inf, 0.0])
    texts = ["5", "60.15..60.25", "..25", "2..", "0"]
    assert write_quantities(low, high).tolist() == texts
    assert [write_quantity(*ends) for ends in zip(low, high, strict=True)] == texts


def test_a_kind_reads_and_writes() -> None:
    for kind, text in ((DATE, "2023-07"), (QUANTITY, "3500")):
        read = kind.parse(pd.Series([text], index=["here"], dtype="str"))
        assert kind.write(read["low"], read["high"]).to_dict() == {"here": text}
        forms = kind.forms.replace(" (spring)", "")
        separate = [form for form in forms.split(", ") if form]
        assert kind.parse(pd.Series(separate, dtype="str")).notna().all(axis=None), "each form that is shown is read"
    assert (DATE.name, QUANTITY.name) == ("date", "quantity")


def test_texts_of_one_label_are_joined() -> None:
    assert joined(pd.Series(["x", "y", "z"], index=["b", "a", "b"], dtype="str")).to_dict() == {"a": "y", "b": "x | z"}
