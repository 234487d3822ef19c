"""The compiled lists in the user's cache: used when unchanged, made again when damaged, never needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.authority import load


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "kg"


def test_one_file_is_kept_and_read_again(cache: Path) -> None:
    """The second load finds the file of the first and says the same."""
    first = load()
    (kept,) = cache.iterdir()
    stamp = kept.stat().st_mtime_ns
    second = load()
    assert list(cache.iterdir()) == [kept]
    assert kept.stat().st_mtime_ns == stamp
    assert second.names == first.names


@pytest.mark.parametrize("damage", [b"", b"not ours", b"\0" * 64])
def test_a_damaged_file_is_made_again(cache: Path, damage: bytes) -> None:
    """What is not whole is not used."""
    load()
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert load().find("Iran") == ("IRN",)
    assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file stands where the folder should be: the lists are compiled each time."""
    (tmp_path / "kg").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert load().find("Iran") == ("IRN",)
