"""What is worked out once: properties, and objects by what they were asked for; no lock is held round the work."""

import threading
import weakref
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, overload

import pandas as pd

Owner = TypeVar("Owner")
Found = TypeVar("Found")
Key = TypeVar("Key")
Asked = ParamSpec("Asked")
MOST_KEPT = 8
"""How many results of a function an object keeps, such as the pages of a list that a reader turns."""


class once(Generic[Owner, Found]):  # noqa: N801  it is read as a decorator, beside property
    """A property that is worked out when it is first asked for, and kept with its object.

    Who asks for it while another works it out waits for that result; nobody waits for anything else. What fails is
    raised to all who wait, and tried again when it is next asked for.
    """

    def __init__(self, work: Callable[[Owner], Found]) -> None:
        self._work = work
        self._name = f"_once_{work.__name__}"
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type[Owner]) -> "once[Owner, Found]": ...
    @overload
    def __get__(self, owner: Owner, kind: type[Owner]) -> Found: ...
    def __get__(self, owner: Owner | None, kind: type[Owner]) -> Any:
        if owner is None:
            return self
        mine: Future[Found] = Future()
        kept: Future[Found] = vars(owner).setdefault(self._name, mine)
        if kept is mine:
            try:
                mine.set_result(self._work(owner))
            except BaseException as error:
                del vars(owner)[self._name]
                mine.set_exception(error)
                raise
        return kept.result()


class once_frame(once[Owner, pd.DataFrame]):  # noqa: N801
    """The same of a frame: who asks gets one of their own, which shares its cells until one of the two is changed."""

    @overload
    def __get__(self, owner: None, kind: type[Owner]) -> "once[Owner, pd.DataFrame]": ...
    @overload
    def __get__(self, owner: Owner, kind: type[Owner]) -> pd.DataFrame: ...
    def __get__(self, owner: Owner | None, kind: type[Owner]) -> Any:
        found = super().__get__(owner, kind)
        return found.copy(deep=False) if isinstance(found, pd.DataFrame) else found


class frame_in_use(Generic[Owner]):  # noqa: N801
    """A property that is a frame, which all share who ask while somebody holds it, and which is then let go.

    It is for what is read many times in a row, and then rarely: kept, it would take more than what was made of it.
    """

    def __init__(self, work: Callable[[Owner], pd.DataFrame]) -> None:
        self._work = work
        self._name = f"_in_use_{work.__name__}"
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type[Owner]) -> "frame_in_use[Owner]": ...
    @overload
    def __get__(self, owner: Owner, kind: type[Owner]) -> pd.DataFrame: ...
    def __get__(self, owner: Owner | None, kind: type[Owner]) -> Any:
        if owner is None:
            return self
        known = vars(owner).get(self._name)
        found = known() if known else None
        if found is None:
            found = self._work(owner)
            vars(owner)[self._name] = weakref.ref(found)
        return found


def kept(work: Callable[Concatenate[Owner, Asked], Found]) -> Callable[Concatenate[Owner, Asked], Found]:
    """Keep what a function makes of an object with that object, as its properties are: it goes when the object goes.

    The last `MOST_KEPT` results are kept, by what else the function was asked with.
    """
    name = f"_kept_{work.__module__}.{work.__qualname__}"
    storing = threading.Lock()

    @wraps(work)
    def found(owner: Owner, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Found:
        results: dict[Hashable, tuple[Found]] = vars(owner).setdefault(name, {})
        asked = args, frozenset(kwargs.items())
        if before := results.get(asked):
            return before[0]
        result = work(owner, *args, **kwargs)
        with storing:
            results[asked] = (result,)
            if len(results) > MOST_KEPT:
                del results[next(iter(results))]
        return result

    return found


class Kept(Generic[Key, Found]):
    """Objects by what they were asked for: for the same key the same object, the last `most` of them.

    `make` only begins an object, whose properties are worked out later.
    """

    def __init__(self, make: Callable[[Key], Found], most: int) -> None:
        self._make, self._most = make, most
        self._found: dict[Key, Found] = {}
        self._looking = threading.Lock()

    def get(self, key: Key) -> Found:
        """Return the object for a key."""
        with self._looking:
            found = self._found.pop(key) if key in self._found else self._make(key)
            self._found[key] = found  # the last one asked for is the last one let go
            if len(self._found) > self._most:
                del self._found[next(iter(self._found))]
        return found
