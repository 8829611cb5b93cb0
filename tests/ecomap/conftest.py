"""The two engines; the one of the computer only where it is installed."""

from __future__ import annotations

import os

import pytest

from mensenwerk.ecomap import DrawingImpossible, Engine, dot_engine, wasi_engine


@pytest.fixture(scope="session")
def wasi() -> Engine:
    return wasi_engine()


@pytest.fixture(scope="session")
def dot() -> Engine:
    try:
        return dot_engine()
    except DrawingImpossible as missing:
        if os.environ.get("MENSENWERK_REQUIRE_DOT") == "1":
            raise
        pytest.skip(missing.message("en"))
