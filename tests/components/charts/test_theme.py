"""Every verdict can be read and told apart: in light and dark, without colour, and by those who see colours differently."""

import itertools
import tomllib
from pathlib import Path

import numpy as np
import pytest

import data
from components.charts import theme
from components.words import labels

THEME = tomllib.loads(Path(".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]


MODES = ("light", "dark")


# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB
SIGHT = {
    "full": np.eye(3),
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "no blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def linear(colour: str) -> np.ndarray:
    part = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    dark, light = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, sight: str) -> np.ndarray:
    """The colour in CIELAB as it is seen."""
    seen = np.clip(np.array(SIGHT[sight]) @ linear(colour), 0, 1)
    to_xyz = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
    xyz = np.array(to_xyz) @ seen / [0.95047, 1, 1.08883]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_every_verdict_has_a_look_and_words() -> None:
    assert tuple(theme.LOOKS) == data.VERDICTS
    assert tuple(labels.VERDICTS) == data.VERDICTS


def test_verdicts_are_told_apart_by_shape_and_word_alone() -> None:
    looks = theme.LOOKS.values()
    for part in ("glyph", "vega", "theme", "colour"):
        assert len({getattr(look, part) for look in looks}) == len(looks)
    assert len({labels.verdict(verdict) for verdict in data.VERDICTS}) == len(looks)


@pytest.mark.parametrize("sight", SIGHT)
def test_verdicts_are_told_apart_by_colour_whatever_the_sight(sight: str) -> None:
    colours = [look.colour for look in theme.LOOKS.values()]
    for one, other in itertools.combinations(colours, 2):
        assert np.linalg.norm(lab(one, sight) - lab(other, sight)) >= 10, (one, other)


@pytest.mark.parametrize("mode", MODES)
def test_marks_stand_out_on_the_page(mode: str) -> None:
    marks = [*(look.colour for look in theme.LOOKS.values()), *theme.CATEGORIES, theme.NEUTRAL]
    assert {mark: contrast(mark, THEME[mode]["backgroundColor"]) >= 3 for mark in marks} == dict.fromkeys(marks, True)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("verdict", data.VERDICTS)
def test_the_word_of_a_verdict_can_be_read_on_its_tint_and_on_the_page(mode: str, verdict: str) -> None:
    colours, name = THEME[mode], theme.LOOKS[verdict].theme
    assert colours[f"{name}Color"] == theme.LOOKS[verdict].colour
    for ground in (f"{name}BackgroundColor", "backgroundColor", "secondaryBackgroundColor"):
        assert contrast(colours[f"{name}TextColor"], colours[ground]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
def test_text_links_and_controls_can_be_read(mode: str) -> None:
    theme = THEME[mode]
    for ground in (theme["backgroundColor"], theme["secondaryBackgroundColor"], theme["sidebar"]["backgroundColor"]):
        for name in ("textColor", "linkColor", "primaryColor"):
            assert contrast(theme[name], ground) >= 4.5, (name, ground)


def test_the_theme_has_the_ten_colours_of_categories() -> None:
    assert THEME["chartCategoricalColors"] == list(theme.CATEGORIES)
    assert len(THEME["chartSequentialColors"]) == len(THEME["chartDivergingColors"]) == 10
    assert not [name for mode in MODES for name in THEME[mode] if name.startswith("chart")]


def test_no_font_comes_from_the_web() -> None:
    assert THEME["font"] == "sans-serif"
    assert THEME["headingFont"] == "serif"
    assert "fontFaces" not in THEME
