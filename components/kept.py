"""Pictures that were drawn before, kept: a rerun draws nothing twice that has not changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import RLock
from typing import Any

MOST = 256

_lock = RLock()
_kept: OrderedDict[Hashable, dict[str, Any]] = OrderedDict()


def spec(key: tuple[Hashable, ...], draw: Callable[[], Any]) -> dict[str, Any]:
    """Return the specification of the Altair chart that `draw` gives, drawn once for each `key`.

    The key must hold all that the picture depends on, the language among it. What is returned is never to be changed.
    """
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    drawn: dict[str, Any] = draw().to_dict()
    with _lock:
        _kept[key] = drawn
        if len(_kept) > MOST:
            _kept.popitem(last=False)
    return drawn
