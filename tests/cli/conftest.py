"""Running `kg` as its user does, and a knowledge base whose claims were made by hand."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg import graph
from kg.cli import main
from tests.graph.made import seed


class Ran(NamedTuple):
    """What a command line gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """`run("events", "-g", …, stdin="…")`: one command line in this process, its output in no terminal."""

    def go(*words: str | Path, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        monkeypatch.delenv("KG_GRAPH", raising=False)
        capfdbinary.readouterr()
        code = main([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return go


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed article with its core claims, made by hand, as a knowledge base."""
    document, claims = seed()
    folder = tmp_path_factory.mktemp("talks") / "talks.kg"
    graph.build([document], lambda _: claims, folder)
    return folder
