"""Turns: a few at a time, in order, and nobody waits for one that takes long."""

import threading
import time
from collections.abc import Sized
from concurrent.futures import ThreadPoolExecutor

import pytest

from components.shell.turns import Turns

PATIENCE = 10  # seconds


def test_no_more_are_drawn_at_a_time_than_have_turns() -> None:
    turns, drawn, most = Turns(2, longest=PATIENCE), set[int](), list[int]()

    def draw(page: int) -> None:
        with turns.take():
            drawn.add(page)
            most.append(len(drawn))
            time.sleep(0.01)
            drawn.remove(page)

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(draw, range(24)))
    assert len(most) == 24
    assert max(most) == 2


def test_who_asked_first_is_drawn_first() -> None:
    turns, order = Turns(1, longest=PATIENCE), list[int]()

    def draw(page: int) -> None:
        with turns.take():
            order.append(page)

    with ThreadPoolExecutor(5) as pool, turns.take():
        for page in range(5):
            pool.submit(draw, page)
            until_there_are(page + 1, turns._waiting)
    assert order == [0, 1, 2, 3, 4]


def test_pages_that_take_long_keep_nobody_waiting_for_longer_than_that() -> None:
    turns, done = Turns(2, longest=0.2), threading.Event()

    def draw_long() -> None:
        with turns.take():
            done.wait(PATIENCE)

    with ThreadPoolExecutor(3) as pool:
        for _page in range(3):  # the third waits for the first two, too
            pool.submit(draw_long)
        until_there_are(3, turns._begun)
        begun = time.monotonic()
        with turns.take():
            waited = time.monotonic() - begun
        done.set()
    assert waited < 1


def test_a_page_that_breaks_off_gives_its_turn_back() -> None:
    turns = Turns(1, longest=PATIENCE)
    with pytest.raises(ValueError, match="no such page"), turns.take():
        raise ValueError("no such page")
    begun = time.monotonic()
    with turns.take():
        pass
    assert time.monotonic() - begun < 1


def test_one_that_stops_waiting_lets_the_others_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = Turns(1, longest=PATIENCE)

    def stop(_seconds: float | None) -> None:
        raise KeyboardInterrupt

    with turns.take(), monkeypatch.context() as patch:
        patch.setattr(turns._changed, "wait", stop)
        with pytest.raises(KeyboardInterrupt), turns.take():
            pytest.fail("this is not its turn")
    with turns.take():
        assert not turns._waiting


def until_there_are(count: int, of: Sized) -> None:
    deadline = time.monotonic() + PATIENCE
    while len(of) != count:
        assert time.monotonic() < deadline
        time.sleep(0.001)
