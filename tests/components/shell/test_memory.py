"""How the server gets memory: what threads had is shared, where the C library can be told so."""

import os
import platform
import subprocess
import sys

import pytest

from components.shell import memory

MADE = """
import ctypes, re, sys, threading
from components.shell import memory
if {told}: memory.share_between_threads()
meet = threading.Barrier(16)
def ask():
    kept.append(bytes(10_000))
    meet.wait()
kept = []
threads = [threading.Thread(target=ask) for _ in range(16)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
libc.malloc_info.argtypes = (ctypes.c_int, ctypes.c_void_p)
libc.malloc_info(0, libc.fdopen(1, b"w"))
libc.fflush(None)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the C library is another, which has no arenas")
def test_threads_share_few_arenas() -> None:
    def arenas(*, told: bool) -> int:
        environment = {name: value for name, value in os.environ.items() if name != "MALLOC_ARENA_MAX"}
        script = MADE.format(told=told)
        made = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment
        )
        return made.stdout.count("<heap nr")

    assert arenas(told=True) <= memory.ARENAS < arenas(told=False)


def test_it_is_told_before_arrow_is_imported() -> None:
    script = "import dashboard, os; print(os.environ['ARROW_DEFAULT_MEMORY_POOL'])"
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "system\n"
    )
