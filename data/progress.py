"""Work that takes long says how far it is, on a terminal; where nobody looks, nothing is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

PATIENCE = 2  # seconds
_bar: ContextVar[Any] = ContextVar("bar", default=None)


@contextmanager
def shown() -> Iterator[None]:
    """Show the steps of the work inside on standard error, if that is a terminal and it takes over two seconds."""
    from tqdm import tqdm  # of use to commands alone

    with tqdm(delay=PATIENCE, disable=None, leave=False, bar_format="{desc} ({elapsed})") as bar:
        token = _bar.set(bar)
        try:
            yield
        finally:
            _bar.reset(token)


def step(what: str) -> None:
    """Say what is being done from now on."""
    if (bar := _bar.get()) is not None:
        bar.set_description_str(what)
        bar.update()
