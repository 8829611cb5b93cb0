"""Processes that make pages beside this one: as many as this machine has cores."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager


@contextmanager
def workers() -> Iterator[Executor | None]:
    """Workers, none on one core. No process starts before there is work for it. A new process is begun afresh, and not
    split off from this one: a preview has threads."""
    cores = os.cpu_count() or 1
    if cores < 2:
        yield None
        return
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as executor:
        yield executor
