"""Every reader can use every view: by sight or by ear, by keyboard or finger, magnified, in colours of their own."""

import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.app import inaccessible, settle, show, turn_to, turn_to_theme
from tests.browser.pixels import contrast, taken

MAGNIFIED: ViewportSize = {"width": 320, "height": 256}
"""A window of 1280 by 1024 pixels at 400 %, the size that the standard names."""
VIEWS = ("/figures?section=other", "/compare?view=pair", "/compare?question=russian-embassy-reopening/date", "/method")
"""Views whose structure and width differ most."""
LEAST = 24  # pixels that what is pressed is wide and high
TOO_SMALL = """least => [...document.querySelectorAll(
    "a, button, summary, label:has(input), [role=radio], [role=tab], [role=option]")]
  .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.closest("p, li, td, th") &&
    !each.textContent.startsWith("Skip"))
  .map(each => [each.getBoundingClientRect(), each.getAttribute("aria-label") || each.textContent || each.outerHTML])
  .filter(([box]) => box.width > 1 && box.x >= 0 && (box.width < least || box.height < least))
  .map(([box, name]) => `${name.slice(0, 60)}: ${box.width} by ${box.height} px`)"""
"""What is too small to be pressed by a finger; links within text and tables are as high as their lines."""
MOVED = """() => { window.moved = []
  for (const kind of ["animationstart", "transitionrun"])
    addEventListener(kind, event => {
      for (const each of event.target.getAnimations().filter(each => !each.effect.target.matches("details"))) {
        const {duration, iterations} = each.effect.getComputedTiming()
        if (duration * iterations > 1) moved.push(`${event.target.outerHTML.slice(0, 120)}: ${duration} ms`)
      }
    }, true)
}"""
UNFOLDED = """async summary => {
  const heights = new Set(), begin = performance.now()
  summary.click()
  while (performance.now() - begin < 700) {
    heights.add(summary.parentElement.offsetHeight)
    await new Promise(requestAnimationFrame)
  }
  return [...heights]
}"""
"""The heights that what is unfolded goes through; Streamlit moves it by a script, of which no event tells."""
STEPS = 4  # folded, unfolded, and as what is inside is drawn
FOCUSED = """() => {
  let at = document.activeElement, box
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  if (!at || at === document.body) return null
  const name = at.getAttribute("aria-label") || at.textContent || at.outerHTML
  do { box = at.getBoundingClientRect() } while ((box.width < 5 || box.height < 5) && (at = at.parentElement))
  return {name: name.slice(0, 60), x: box.x, y: box.y, width: box.width, height: box.height}
}"""
"""What has the focus; of what is hidden, such as the field behind a switch, the first that can be seen around it."""

FULL = "() => [...document.querySelectorAll('[data-stale]')].every(each => getComputedStyle(each).opacity === '1')"
"""That nothing is pale, as Streamlit draws what is drawn anew, and for a while after that."""


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_serves_in_french_in_forced_colours_and_magnified(open_page: Page, view: str) -> None:
    page = open_page
    show(page, f"{view}{'&' if '?' in view else '?'}lang=fr")
    for fold in page.get_by_role("main").locator("summary").all()[:3]:
        fold.click()
    settle(page)
    page.wait_for_load_state("networkidle")  # charts and what was folded are drawn late
    settle(page)
    page.wait_for_function(FULL)
    page.emulate_media(forced_colors="active")
    faults = inaccessible(page)
    page.emulate_media(forced_colors="none")
    page.set_viewport_size(MAGNIFIED)
    settle(page)
    page.wait_for_function("width => document.querySelector('[data-testid=stMain]').scrollWidth <= width", arg=320)
    faults += inaccessible(page)
    faults += page.evaluate(TOO_SMALL, LEAST)
    assert not faults, "\n".join(faults)


def test_what_has_the_focus_is_seen(open_page: Page) -> None:
    """A line of 3:1 at least, along half of the sides, as against the same without the focus; dark from the middle on."""
    page = open_page
    show(page, "/figures?section=voting")
    page.wait_for_load_state("networkidle")
    seen, unseen = 0, []
    for step in range(90):
        if step == 40:
            turn_to_theme(page, "dark")
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if not at:
            break
        box, around = around_of(page, at), 8
        focused = taken(page, box)
        page.evaluate("document.activeElement.blur()")
        differs = contrast(focused, taken(page, box)) >= 3
        seen += 1
        if np.count_nonzero(differs) < box["width"] + box["height"] - 4 * around:
            unseen.append(at["name"])
    assert seen > 60
    assert unseen == []


def around_of(page: Page, box: dict[str, float], around: float = 8) -> Any:
    """The part of the window that holds a box and some pixels around it."""
    size = page.viewport_size
    assert size
    left, top = max(0, box["x"] - around), max(0, box["y"] - around)
    right = min(size["width"], box["x"] + box["width"] + around)
    bottom = min(size["height"], box["y"] + box["height"] + around)
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def test_less_motion_is_no_more_work(open_page: Page) -> None:
    """Where each element begins a movement of its own, another page would take a browser seconds."""
    page = open_page
    show(page, "/timeline")
    page.evaluate("() => { window.begun = 0; addEventListener('transitionrun', () => begun++, true) }")
    turn_to(page, "Method")
    assert page.evaluate("begun") < 200


def test_nothing_moves_for_those_who_asked_for_that(open_page: Page) -> None:
    """The same that moves for others: what opens over the page, a switch, another page, and a fold."""
    page = open_page
    for wish, moves in (("reduce", False), ("no-preference", True)):
        page.emulate_media(reduced_motion=wish)  # type: ignore[arg-type]
        show(page, "/timeline?event=russian-embassy-reopening")
        page.evaluate(MOVED)
        page.get_by_role("dialog").get_by_role("button", name="Close").click()
        expect(page).not_to_have_url(re.compile("event="))
        page.get_by_role("switch", name="Independent origins only").press("Space")
        settle(page)
        turn_to(page, "Method")
        heights = page.get_by_role("main").locator("summary").first.evaluate(UNFOLDED)
        settle(page)
        moved = page.evaluate("moved") + ([f"a fold: {heights} px"] if len(heights) > STEPS else [])
        assert bool(moved) is moves, "\n".join(moved)
