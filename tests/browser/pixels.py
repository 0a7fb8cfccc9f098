"""Pictures of the page as numbers."""

import io
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Page

WEIGHTS = (0.2126, 0.7152, 0.0722)  # of red, green and blue in luminance, as WCAG has it


def taken(page: Page, box: Any = None) -> np.ndarray:
    """Return the window, or a part of it, as rows of pixels in red, green and blue."""
    with Image.open(io.BytesIO(page.screenshot(clip=box))) as picture:
        return np.asarray(picture.convert("RGB"))


def luminance(pixels: np.ndarray) -> np.ndarray:
    """Return the relative luminance of each pixel, from 0 to 1."""
    share = pixels / 255
    linear: np.ndarray = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ WEIGHTS)


def contrast(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the contrast of each pixel of one picture with the same of another, from 1 to 21."""
    lights = luminance(one) + 0.05, luminance(other) + 0.05
    return np.asarray(np.maximum(*lights) / np.minimum(*lights))
