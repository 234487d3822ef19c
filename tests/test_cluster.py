"""A cluster of two processes, of which one is killed in the middle, stores the same bytes as one process does."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from kg import pipeline
from kg.errors import UsageError
from tests.test_workers import STATES, stored

distributed = pytest.importorskip("distributed")


@pytest.mark.filterwarnings("ignore")
def test_a_worker_is_killed_in_the_middle(tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    texts = (
        f"{STATES[n % 8]} accused {STATES[(n // 8 + n + 1) % 8]} of theft on May {n % 28 + 1}, {1950 + n // 20}."
        for n in range(600)
    )
    lines.write_text("".join(f'{{"id": "{n}", "text": "{text}"}}\n' for n, text in enumerate(texts)))
    alone = pipeline.build(lines, tmp_path / "one.kg")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as cluster,
        distributed.Client(cluster, set_as_default=False) as client,
    ):
        first, *_ = client.run(os.getpid).values()
        told = 0

        def kill_one(_entry: object) -> None:
            nonlocal told
            told += 1
            if told == 100:
                os.kill(first, signal.SIGKILL)

        together = pipeline.build(lines, tmp_path / "two.kg", cluster=cluster.scheduler_address, progress=kill_one)
        assert first not in client.run(os.getpid).values(), "nobody was killed"
    assert alone.built is not None
    assert together.built is not None
    assert together.built.entries == alone.built.entries
    assert len(alone.built.entries) == 600
    assert stored(tmp_path / "two.kg") == stored(tmp_path / "one.kg")


def test_where_nobody_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cluster._TIMEOUT", "1s")
    (tmp_path / "a.txt").write_text("Mali accused Niger.")
    with pytest.raises(UsageError, match="no scheduler answers"):
        pipeline.build(tmp_path / "a.txt", tmp_path / "x.kg", cluster="tcp://127.0.0.1:9")


def test_without_the_extra_it_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    (tmp_path / "a.txt").write_text("Mali accused Niger.")
    with pytest.raises(UsageError, match=r"pip install 'dipkg\[dask\]'"):
        pipeline.build(tmp_path / "a.txt", tmp_path / "x.kg", cluster="tcp://127.0.0.1:9")
