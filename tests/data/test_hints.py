"""A date that is nearly right is named with the form to write, and with one that exists."""

import pandas as pd
import pytest

from data.hints import expected_dates
from data.values import DATE_FORMS


def expected(text: str) -> str:
    return str(expected_dates(pd.Series([text], dtype="str")).iloc[0])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2022-9", "2022-09"),
        ("2022-9~", "2022-09~"),
        ("2022-9-5", "2022-09-05"),
        ("2022/09", "2022-09"),
        ("2022.09.05", "2022-09-05"),
        ("2022–09", "2022-09"),
        ("2022−9", "2022-09"),
        ("20220905", "2022-09-05"),
        ("05.09.2022", "2022-09-05"),
        ("25/09/2022", "2022-09-25"),
        ("09/25/2022", "2022-09-25"),
        ("04/04/2022", "2022-04-04"),
        ("05/09/2022", "2022-09-05 or 2022-05-09"),
        ("07.2022", "2022-07"),
        ("3 April 1934", "1934-04-03"),
        ("April 3, 1934", "1934-04-03"),
        ("3rd April 1934", "1934-04-03"),
        ("Sept 2022", "2022-09"),
        ("Sept. 2022", "2022-09"),
        ("July 2023", "2023-07"),
        ("septembre 2022", "2022-09"),
        ("1er août 1983", "1983-08-01"),
        ("4 août 1984", "1984-08-04"),
        ("2022.0", "2022"),
        ("44809", "2022-09-05 if it is the number of a day in a spreadsheet"),
        ("44809.0", "2022-09-05 if it is the number of a day in a spreadsheet"),
        ("1990s", "199X"),
        ("c. 1934", "1934~"),
        ("about 2023-07", "2023-07~"),
        ("~2022", "2022~"),
        ("44 BC", "-0043"),
        ("2022–2023", "2022/2023"),
        ("2022-01-01..2022-02-03", "2022-01-01/2022-02-03"),
        ("2013/", "2013/.."),
        ("/2013", "../2013"),
        ("2023/2022", "2022/2023"),
    ],
)
def test_a_date_that_is_nearly_right_is_told_as_it_should_be_written(text: str, meant: str) -> None:
    assert expected(text) == meant


@pytest.mark.parametrize(
    "text",
    ["", " ", "n.d.", "unknown", "?", "{2022,2023}", "2023-02-30", "2022-13", "31.09.2022", "30 February 2022", "99999", "0745",
     "٢٠٢٣-٠٧", "soon 2022", "2022-07 soon", "3500", "1" * 100_000, "2022-9\n2023-9"],
)  # fmt: skip
def test_where_no_date_is_meant_all_forms_are_told(text: str) -> None:
    assert expected(text) == DATE_FORMS


def test_the_index_is_kept() -> None:
    told = expected_dates(pd.Series(["2022-9", "soon"], index=[7, 3], dtype="str"))
    assert told.to_dict() == {7: "2022-09", 3: DATE_FORMS}
