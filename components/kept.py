"""Pictures and tables that were made before, kept: a rerun makes nothing twice that has not changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import RLock
from typing import Any, TypeVar

from streamlit.dataframe_util import convert_anything_to_arrow_bytes

MOST = 256

Made = TypeVar("Made")

_lock = RLock()
_kept: OrderedDict[Hashable, Any] = OrderedDict()


def spec(key: tuple[Hashable, ...], draw: Callable[[], Any]) -> dict[str, Any]:
    """Return the specification of the Altair chart that `draw` gives, drawn once for each `key`.

    The key must hold all that the picture depends on, the language among it. What is returned is never to be changed.
    """
    return specs(key, lambda: (draw(),))[0]


def specs(key: tuple[Hashable, ...], draw: Callable[[], tuple[Any, ...]]) -> tuple[dict[str, Any], ...]:
    """Return the same of the Altair charts that `draw` gives together."""
    return made(("spec", *key), lambda: tuple(map(_specified, draw())))


def made(key: tuple[Hashable, ...], make: Callable[[], Made]) -> Made:
    """Return what `make` gives, made once for each `key`, which must name what it is. It is never to be changed."""
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            found: Made = _kept[key]
            return found
    new = make()
    with _lock:
        _kept[key] = new
        if len(_kept) > MOST:
            _kept.popitem(last=False)
    return new


def _specified(chart: Any) -> dict[str, Any]:
    """Return a chart's specification, its data as they are sent, which Streamlit would else convert at every run.

    It is held against the schema in the tests, not while a reader waits.
    """
    from altair.utils import schemapi

    with schemapi.debug_mode(False):
        drawn: dict[str, Any] = chart.to_dict(validate=False)
    sent = {name: convert_anything_to_arrow_bytes(rows) for name, rows in drawn.get("datasets", {}).items()}
    return {**drawn, "datasets": sent} if sent else drawn
