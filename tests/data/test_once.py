"""What is worked out once: the same object for all who ask, whoever asks first, and nobody waits for anything else."""

import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pandas as pd
import pytest

from data.once import MOST_KEPT, Kept, frame_in_use, kept, once, once_frame

LONG = 10  # seconds after which a test that hangs fails


class Slow:
    """An object whose property is worked out only when a test lets it."""

    def __init__(self) -> None:
        self.asked = 0
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.fails = 0

    @once
    def answer(self) -> list[int]:
        """The answer."""
        self.asked += 1
        self.begun.set()
        assert self.go_on.wait(LONG)
        if self.asked <= self.fails:
            raise ValueError(f"failure {self.asked}")
        return [self.asked]

    @once
    def other(self) -> str:
        return "other"

    @once_frame
    def frame(self) -> pd.DataFrame:
        self.asked += 1
        return pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})


def ready(fails: int = 0) -> Slow:
    slow = Slow()
    slow.fails = fails
    slow.go_on.set()
    return slow


# ----------------------------------------------------------------------------------------------------------- a property
def test_it_is_worked_out_when_it_is_first_asked_for_and_never_again() -> None:
    slow = ready()
    assert slow.asked == 0
    first = slow.answer
    assert slow.answer is first
    assert slow.asked == 1


def test_each_object_has_its_own_and_the_class_tells_what_it_is() -> None:
    one, other = ready(), ready()
    assert one.answer is not other.answer
    assert isinstance(Slow.answer, once)
    assert Slow.answer.__doc__ == "The answer."


def test_who_asks_while_another_works_it_out_waits_for_that_result() -> None:
    slow = Slow()
    with ThreadPoolExecutor(8) as threads:
        found = [threads.submit(lambda: slow.answer) for _ in range(8)]
        assert slow.begun.wait(LONG)
        assert not any(one.done() for one in found)
        slow.go_on.set()
        results = [one.result(LONG) for one in found]
    assert slow.asked == 1
    assert all(one is results[0] for one in results)


def test_nobody_waits_for_anything_else() -> None:
    slow = Slow()
    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(lambda: slow.answer)
        assert slow.begun.wait(LONG)
        assert slow.other == "other"
        assert ready().answer == [1], "of another object"
        assert not answer.done()
        slow.go_on.set()
        assert answer.result(LONG) == [1]


def test_an_error_is_raised_to_all_who_wait_and_tried_again() -> None:
    slow = Slow()
    slow.fails = 1
    with ThreadPoolExecutor(4) as threads:
        found = [threads.submit(lambda: slow.answer)]
        assert slow.begun.wait(LONG)
        waiting = threading.Event()

        def wait() -> Any:
            waiting.set()
            return slow.answer

        found.append(threads.submit(wait))
        assert waiting.wait(LONG)
        threading.Event().wait(0.05)  # so that the second stands in the property when the first one fails
        slow.go_on.set()
        errors = [one.exception(LONG) for one in found]
    assert [str(error) for error in errors] == ["failure 1"] * 2
    assert slow.answer == [2]
    assert slow.answer == [2]
    assert slow.asked == 2


def test_one_property_may_ask_for_another() -> None:
    class Chained:
        @once
        def first(self) -> int:
            return 1

        @once
        def second(self) -> int:
            return self.first + 1

    assert Chained().second == 2


# -------------------------------------------------------------------------------------------------------------- a frame
def test_who_changes_a_frame_changes_it_for_nobody_else_and_no_cell_is_copied_before() -> None:
    slow = ready()
    mine, yours = slow.frame, slow.frame
    assert slow.asked == 1
    assert mine is not yours
    assert mine["a"].to_numpy().base is yours["a"].to_numpy().base
    mine.loc[0, "a"] = 99
    mine["c"] = 1
    mine.columns = ["x", "y", "z"]
    del mine["y"]
    for frame in (yours, slow.frame):
        assert frame.to_dict("list") == {"a": [1, 2], "b": ["x", "y"]}
    with pytest.raises(ValueError, match="read-only"):
        yours["a"].to_numpy()[0] = 5


# ---------------------------------------------------------------------------------------------------- objects by their key
def test_for_the_same_key_the_same_object_from_any_thread() -> None:
    kept: Kept[int, list[int]] = Kept(lambda key: [key], most=8)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda number: kept.get(number % 4), range(400)))
    assert {id(one) for one in found} == {id(kept.get(key)) for key in range(4)}
    assert [kept.get(key) for key in range(4)] == [[0], [1], [2], [3]]


def test_the_last_asked_for_are_kept_and_the_others_let_go() -> None:
    made: list[str] = []

    def make(key: str) -> list[str]:
        made.append(key)
        return [key]

    kept: Kept[str, list[str]] = Kept(make, most=2)
    first = kept.get("a")
    kept.get("b")
    assert kept.get("a") is first
    kept.get("c")  # `b` was asked for longest ago
    assert kept.get("a") is first
    assert made == ["a", "b", "c"]
    kept.get("b")
    assert made == ["a", "b", "c", "b"]


class Shelf:
    """What holds a frame only while it is in use."""

    def __init__(self) -> None:
        self.made = 0

    @frame_in_use
    def frame(self) -> pd.DataFrame:
        """The frame."""
        self.made += 1
        return pd.DataFrame({"a": [self.made]})


def test_a_frame_in_use_is_shared_and_let_go_when_nobody_holds_it() -> None:
    shelf = Shelf()
    held = shelf.frame
    assert shelf.frame is held
    assert shelf.made == 1
    gone = weakref.ref(held)
    del held
    assert gone() is None
    assert shelf.frame["a"].tolist() == [2]
    assert Shelf.frame.__doc__ == "The frame."


class Book:
    """What pages are made of."""

    def __init__(self) -> None:
        self.made: list[tuple[int, str]] = []


@kept
def page_of(book: Book, number: int, *, language: str = "en") -> list[int] | None:
    book.made.append((number, language))
    return [number] if number else None


def test_what_is_made_of_an_object_is_made_once_for_each_question_and_goes_with_the_object() -> None:
    one, other = Book(), Book()
    assert page_of(one, 1) is page_of(one, 1)
    assert page_of(one, 0) is page_of(one, 0) is None
    assert page_of(one, 1, language="fr") is not page_of(one, 1)
    assert page_of(other, 1) is not page_of(one, 1)
    assert one.made == [(1, "en"), (0, "en"), (1, "fr")]
    gone = weakref.ref(one)
    del one
    assert gone() is None


def test_the_last_results_of_an_object_are_kept() -> None:
    book = Book()
    for number in range(MOST_KEPT + 1):
        page_of(book, number)
    page_of(book, MOST_KEPT)
    assert len(book.made) == MOST_KEPT + 1
    page_of(book, 0)
    assert len(book.made) == MOST_KEPT + 2
