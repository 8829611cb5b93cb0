"""Graphviz by two doors gives one drawing, and a closed door says what to do."""

from __future__ import annotations

import subprocess
import sys
import threading

import graphviz
import pytest
from sample_maps import WORDS, alone, everything, geometry, many, parsed

from mensenwerk.ecomap import DrawingImpossible, Engine, choose_engine, dot_engine, draw_maps, engine, wasi_engine

SMALL = 'digraph {a [pos="0,0!"]}'
TOLERANCE = 2.0
"""Units; engines differ in where the tip of an arrowhead lies when lines are wide."""


@pytest.mark.parametrize("map_", [alone(), everything(), many(14), many(32)], ids=lambda one: one.id)
def test_both_engines_give_the_same_geometry(wasi: Engine, dot: Engine, map_) -> None:
    one = draw_maps([map_], engine=wasi, prefix="a", words=WORDS)[0]
    other = draw_maps([map_], engine=dot, prefix="a", words=WORDS)[0]
    assert [element.tag for element in parsed(one.svg).iter()] == [e.tag for e in parsed(other.svg).iter()]
    for left, right in zip(geometry(one.svg), geometry(other.svg), strict=True):
        assert left == pytest.approx(right, abs=TOLERANCE)


def test_one_call_of_dot_draws_several_graphs_in_order(dot: Engine) -> None:
    first, second = dot.render(['digraph {a [id=one pos="0,0!"]}', 'digraph {a [id=two pos="0,0!"]}'])
    assert 'id="one"' in first
    assert 'id="two"' in second


def test_an_unwritable_cache_folder_only_costs_time(monkeypatch: pytest.MonkeyPatch) -> None:
    import wasmtime

    class Config(wasmtime.Config):
        def __setattr__(self, name: str, value: object) -> None:
            if name == "cache":
                raise wasmtime.WasmtimeError("read-only")
            super().__setattr__(name, value)

    monkeypatch.setattr(wasmtime, "Config", Config)
    assert "<svg" in engine._WasiEngine().render([SMALL])[0]


def test_without_wasm_auto_takes_dot_and_wasi_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise ImportError

    wasi_engine.cache_clear()
    monkeypatch.setattr(engine, "_wasi_backend", fails)
    monkeypatch.setattr(engine, "dot_engine", lambda: "the other")
    try:
        assert choose_engine("auto") == "the other"
        with pytest.raises(DrawingImpossible) as told:
            choose_engine("wasi")
    finally:
        wasi_engine.cache_clear()
    assert "engine: dot" in told.value.hint("nl")
    assert "engine: dot" in told.value.hint("en")


def test_without_dot_the_message_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise graphviz.ExecutableNotFound(["dot"])

    dot_engine.cache_clear()
    monkeypatch.setattr(graphviz, "version", missing)
    try:
        with pytest.raises(DrawingImpossible) as told:
            choose_engine("dot")
    finally:
        dot_engine.cache_clear()
    assert told.value.reason == "no-dot"
    assert "engine: wasi" in told.value.hint("nl")


def test_a_dot_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch, dot: Engine) -> None:
    def hangs(*_: object, **options: object) -> None:
        raise subprocess.TimeoutExpired("dot", float(str(options["timeout"])))

    monkeypatch.setattr("graphviz.backend.execute.run_check", hangs)
    with pytest.raises(DrawingImpossible) as told:
        dot.render([SMALL])
    assert told.value.reason == "slow"


def test_a_wasm_that_hangs_is_stopped_and_draws_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "TIMEOUT", 0.15)
    fresh = engine._WasiEngine()
    nodes = ";".join(f'a{i} [pos="{i},{i * i % 97}!"]' for i in range(300))
    edges = ";".join(f"a{i} -> a{j}" for i in range(300) for j in range(300))
    dense = f"digraph {{{nodes};{edges}}}"
    with pytest.raises(DrawingImpossible) as told:
        fresh.render([dense])
    assert told.value.reason == "slow"
    monkeypatch.setattr(engine, "TIMEOUT", 10.0)
    assert "<svg" in fresh.render([SMALL])[0]


def test_broken_dot_is_told_and_the_engine_goes_on(wasi: Engine) -> None:
    with pytest.raises(DrawingImpossible) as told:
        wasi.render(["digraph {"])
    assert told.value.reason == "broken"
    assert "<svg" in wasi.render([SMALL])[0]


@pytest.mark.parametrize("answer", ["<svg></svg>", "<svg", "", '<svg xmlns="http://www.w3.org/2000/svg"/>'])
def test_an_incomplete_answer_is_no_drawing(answer: str) -> None:
    class Half:
        name = "half"

        def render(self, graphs: list[str]) -> tuple[str, ...]:
            return tuple(answer for _ in graphs)

    with pytest.raises(DrawingImpossible) as told:
        draw_maps([everything()], engine=Half(), prefix="a", words=WORDS)
    assert told.value.reason == "broken"


def test_threads_wait_for_each_other(wasi: Engine) -> None:
    expected = draw_maps([everything()], engine=wasi, prefix="a", words=WORDS)
    seen: list[object] = []
    threads = [
        threading.Thread(target=lambda: seen.append(draw_maps([everything()], engine=wasi, prefix="a", words=WORDS)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [expected] * 4


def test_a_program_that_drew_ends_without_a_sound() -> None:
    drew = f"from mensenwerk.ecomap import wasi_engine; wasi_engine().render([{SMALL!r}])"
    done = subprocess.run([sys.executable, "-W", "error", "-c", drew], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_map_beyond_the_caps_is_refused_before_anything_is_drawn(wasi: Engine) -> None:
    with pytest.raises(DrawingImpossible) as told:
        draw_maps([many(201)], engine=wasi, prefix="a", words=WORDS)
    assert told.value.reason == "too-many"
    assert "200" in told.value.hint("nl")
