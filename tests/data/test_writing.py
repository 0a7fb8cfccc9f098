"""Texts that a spreadsheet would run as a formula are made harmless, and can be given back."""

import pytest

from data.writing import with_formula, without_formula


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+226", "'+226"),
        ("@here", "'@here"),
        ("-1+1", "'-1+1"),
        ("'=1", "''=1"),
        ("-3", "-3"),
        ("-3.5e6", "-3.5e6"),
        ("-2..-1", "-2..-1"),
        ("'-3", "'-3"),
        ("'tis", "'tis"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_a_formula_has_an_apostrophe_before_it_that_can_be_taken_off(text: str, written: str) -> None:
    assert without_formula(text) == written
    assert with_formula(written) == text
