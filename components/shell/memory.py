"""How the server gets memory: so that little stays with threads, of which each page that is drawn has its own."""

import ctypes
import os
import platform

ARENAS = 2
"""How many parts of memory threads share. The C library would make eight for each core, and each keeps what it had."""
_M_ARENA_MAX = -8  # mallopt(3)


def share_between_threads() -> None:
    """Let threads share memory, as far as the C library can be told; to be called before Arrow is imported."""
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # Arrow's own keeps for each thread what it had
    if platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, ARENAS)
