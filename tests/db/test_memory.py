"""One heap for all threads: what one has freed is there for the others."""

import subprocess
import sys

import pytest

_PROGRAM = """
import ctypes, os, threading
from db import memory
if {told}:
    memory.share_one_heap()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
threads = [threading.Thread(target=libc.malloc, args=(1000,)) for _ in range(3)]
for one in threads:
    one.start()
    one.join()
libc.fdopen.restype = ctypes.c_void_p
out = libc.fdopen(os.dup(1), b"w")
libc.malloc_info(0, ctypes.c_void_p(out))
libc.fflush(ctypes.c_void_p(out))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc has heaps of threads")
def test_threads_share_one_heap_when_told_to() -> None:
    assert _heaps(told=True) == 1
    assert _heaps(told=False) > 1


def _heaps(*, told: bool) -> int:
    program = [sys.executable, "-c", _PROGRAM.format(told=told)]
    said = subprocess.run(program, capture_output=True, text=True, check=True).stdout
    return said.count("<heap nr=")
