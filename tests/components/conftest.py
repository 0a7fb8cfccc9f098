"""Tests here may ask for the small table set, and units are written as the shipped tables have them."""

import pytest

import data
from components.words import format
from tests.app import small, small_folder

__all__ = ["small", "small_folder"]


@pytest.fixture(autouse=True)
def shipped_units() -> None:
    format.use_units(data.load().units)
