"""Whose page is drawn while many ask for one: one at a time, since Python runs one line of them at a time anyway.

All drawn at once stop each other at every line: a hundred readers get less than half as many pages in the same time,
and the server keeps them all half drawn meanwhile (`make soak`).
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

AT_ONCE = 1
"""How many pages are drawn at a time: two serve 6 % more where too many are asked for, and take 10 MB more."""
LONGEST = 0.5
"""Seconds for which a page that is drawn keeps others waiting; one that takes longer goes on beside them."""


class Turns:
    """Turns in the order in which they were asked for; who has had one for long no longer stops the next."""

    def __init__(self, at_once: int, longest: float) -> None:
        self._at_once, self._longest = at_once, longest
        self._changed = threading.Condition()
        self._waiting: list[object] = []
        self._begun: dict[object, float] = {}  # when, of those that are drawn

    @contextmanager
    def take(self) -> Iterator[None]:
        """Wait for a turn, and give it back at the end, however that comes."""
        mine = object()
        with self._changed:
            self._waiting.append(mine)
            try:
                while self._waiting[0] is not mine or (seconds := self._seconds_until_free()):
                    self._changed.wait(seconds if self._waiting[0] is mine else None)
                self._begun[mine] = monotonic()
            finally:  # one that no longer waits must not stand before the others
                self._waiting.remove(mine)
                self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                del self._begun[mine]
                self._changed.notify_all()

    def _seconds_until_free(self) -> float:
        """Return how long all turns may still be taken; none where one is free."""
        soonest = sorted(begun + self._longest for begun in self._begun.values())[-self._at_once :]
        return max(0.0, soonest[0] - monotonic()) if len(soonest) == self._at_once else 0.0


drawing = Turns(AT_ONCE, LONGEST)
