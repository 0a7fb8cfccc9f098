"""What was drawn or worded before, kept: a rerun makes nothing twice that has not changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import RLock
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 256

_lock = RLock()
_kept: OrderedDict[Hashable, Any] = OrderedDict()


def spec(key: tuple[Hashable, ...], draw: Callable[[], Any]) -> dict[str, Any]:
    """Return the specification of the Altair chart that `draw` gives, drawn once for each `key`."""

    def drawn() -> dict[str, Any]:
        return dict(draw().to_dict())

    return made(key, drawn)


def made(key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
    """Return what `make` gives, made once for each `key`.

    The key must hold all that it depends on, the language among it. What is returned is never to be changed.
    """
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            found: T = _kept[key]
            return found
    result = make()
    with _lock:
        _kept[key] = result
        if len(_kept) > MOST:
            _kept.popitem(last=False)
    return result
