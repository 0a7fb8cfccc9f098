"""Charts and tables that were made before: a rerun makes nothing twice that has not changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from functools import partial
from threading import RLock
from typing import Any, TypeVar

from streamlit.dataframe_util import convert_anything_to_arrow_bytes

MOST_KEPT = 1024
Value = TypeVar("Value")
_lock = RLock()
_entries: OrderedDict[Hashable, Any] = OrderedDict()


def chart(key: tuple[Hashable, ...], draw: Callable[[], Any]) -> dict[str, Any]:
    """Return the specification of the Altair chart that `draw` gives, drawn once for each `key`.

    The key must hold all that the picture depends on, the language among it. What is returned is never to be changed.
    """
    return charts(key, lambda: (draw(),))[0]


def charts(key: tuple[Hashable, ...], draw: Callable[[], tuple[Any, ...]]) -> tuple[dict[str, Any], ...]:
    """Return the same of the Altair charts that `draw` gives together."""
    return get(("spec", *key), lambda: tuple(map(_specified, draw())))


def get(key: tuple[Hashable, ...], make: Callable[[], Value]) -> Value:
    """Return what `make` gives, made once for each `key`, which must name what it is. It is never to be changed."""
    with _lock:
        if key in _entries:
            _entries.move_to_end(key)
            found: Value = _entries[key]
            return found
    new = make()
    with _lock:
        _entries[key] = new
        if len(_entries) > MOST_KEPT:
            _entries.popitem(last=False)
    return new


def get_each(
    keys: Mapping[str, tuple[Hashable, ...]], make: Callable[[list[str]], Mapping[str, Value]]
) -> dict[str, Value]:
    """Return what `make` gives for each name in `keys`; it is asked at once for all whose key is not yet known."""
    with _lock:
        found: dict[str, Value] = {name: _entries[key] for name, key in keys.items() if key in _entries}
    new = [name for name in keys if name not in found]
    fresh = make(new) if new else {}
    return found | {name: get(keys[name], partial(fresh.__getitem__, name)) for name in new}


def _specified(chart: Any) -> dict[str, Any]:
    """Return a chart's specification, its data as they are sent, which Streamlit would else convert at every run.

    It is held against the schema in the tests, not while a reader waits.
    """
    from altair.utils import schemapi

    with schemapi.debug_mode(False):
        drawn: dict[str, Any] = chart.to_dict(validate=False)
    datasets = {name: arrow_bytes(rows) for name, rows in drawn.get("datasets", {}).items()}
    return {**drawn, "datasets": datasets} if datasets else drawn


def arrow_bytes(rows: Any) -> bytes:
    """Return rows, a frame or records, as they are sent to the browser."""
    return convert_anything_to_arrow_bytes(rows)
