"""Tests here may ask for the small table set."""

from tests.app import small, small_folder

__all__ = ["small", "small_folder"]
