"""A page that Streamlit ran by itself hands over; one within the dashboard goes on. The browser tests try a cold server."""

import gc
from unittest.mock import patch

import pytest
import streamlit as st

from components.shell import entry


def test_a_page_within_the_dashboard_goes_on() -> None:
    with patch.object(st, "navigation") as navigation, patch.object(st, "rerun") as rerun:
        with entry.dashboard("Claims"):
            entry.through_dashboard("pages/claims.py")
        navigation.assert_not_called()
        rerun.assert_not_called()


def test_a_page_by_itself_names_its_address_and_hands_over() -> None:
    with (
        patch.object(st, "navigation") as navigation,
        patch.object(st, "Page", side_effect=lambda page, **_options: page),
        patch.object(st, "rerun") as rerun,
    ):
        entry.through_dashboard("pages/claims.py")
        navigation.assert_called_once_with(["dashboard.py", "pages/claims.py"], position="hidden")
        rerun.assert_called_once_with()


def test_an_error_within_leaves_no_mark() -> None:
    with pytest.raises(ZeroDivisionError), entry.dashboard("Claims"):
        raise ZeroDivisionError
    test_a_page_by_itself_names_its_address_and_hands_over()


def test_what_stays_loaded_is_set_aside_once() -> None:
    with patch.object(gc, "freeze") as freeze, patch.object(entry, "_modules", set()):
        for _run in range(2):
            with entry.dashboard("Claims"):
                pass
        freeze.assert_called_once_with()
