"""The actor files in, one plain value with records, ties, names and words out; kept in the user's cache by content."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.authority import names
from kg.authority.records import Record
from kg.authority.tables import ACTOR_FILES, Row, place_problems, problems, read, split
from kg.errors import OntologyError

__all__ = ["check", "compiled"]

FORMAT = "actors 11"
_DEFAULT_KIND = {"states": "state", "persons": "person", "media": "media", "armed-groups": "armed group"}


def compiled(folder: Path, extra: Path | None = None) -> dict[str, Any]:
    """Everything that the authority needs, from the cache when the files are unchanged.

    Raises OntologyError with file and row for a wrong row of the user's own list `extra`.
    """
    files = sorted(folder.glob("*.csv")) + ([extra] if extra else [])
    cache = _cache_file(files)
    found = _load(cache)
    if found is None:
        found = _build(folder, extra)
        _store(cache, found)
    return found


def _cache_file(files: Iterable[Path]) -> Path | None:
    digest = hashlib.sha256(f"{FORMAT} {sys.version_info[:2]}".encode())
    for path in files:
        try:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        except OSError as problem:
            raise OntologyError(f"cannot be read ({problem.strerror})", where=str(path)) from None
    named = os.environ.get("XDG_CACHE_HOME")
    try:
        home = Path(named) if named else Path.home() / ".cache"
    except RuntimeError:  # a user without a home
        return None
    return home / "kg" / f"actors-{digest.hexdigest()[:24]}" if home.is_absolute() else None


def _load(cache: Path | None) -> dict[str, Any] | None:
    """The cached value; None when there is none or it is damaged. marshal holds values only and runs nothing."""
    if cache is None:
        return None
    try:
        raw = cache.read_bytes()
        if hashlib.sha256(raw[32:]).digest() != raw[:32]:
            return None
        value = marshal.loads(raw[32:])  # noqa: S302 - our own file, its hash checked
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return value if isinstance(value, dict) else None


def _store(cache: Path | None, value: dict[str, Any]) -> None:
    """Write and rename; a folder that cannot be written only means compiling again."""
    if cache is None:
        return
    raw = marshal.dumps(value)
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=cache.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(hashlib.sha256(raw).digest() + raw)
        Path(temporary).replace(cache)
    except OSError:
        return


def _actor(row: Row) -> Record:
    stem = Path(row.file).stem
    kind = row["kind"] or _DEFAULT_KIND.get(stem, "organization")
    states = split(row["states"])
    if kind == "state":
        states = (row["id"],)
    return Record(
        id=row["id"], name=row["name"], kind="organization" if kind == "organ" else kind, states=states,
        aliases=split(row["aliases"]), demonyms=split(row["demonyms"]), peoples=split(row["peoples"]),
        capitals=split(row["capitals"]), metonyms=split(row["metonyms"]), wikidata=row["wikidata"] or None,
        begin=row["begin"] or None, end=row["end"] or None, source=row["source"],
    )  # fmt: skip


def _build(folder: Path, extra: Path | None) -> dict[str, Any]:
    rows = _rows(folder)
    actors: dict[str, Record] = {}
    for stem in ACTOR_FILES:
        for row in rows.get(stem, ()):
            actors[row["id"]] = _actor(row)
    tenures = [
        (r["person"], r["office"], r["of"], r["begin"] or None, r["end"] or None, r["source"])
        for r in rows.get("tenures", ())
    ]
    ties = [
        (r["member"], r["group"], r["begin"] or None, r["end"] or None, r["source"])
        for r in rows.get("memberships", ())
    ]
    if extra is not None:
        tenures += _add_own(extra, actors)
    records = list(actors.values())
    words: dict[str, dict[str, list[str]]] = {}
    for stem in ("titles", "false-friends"):
        for row in rows.get(stem, ()):
            words.setdefault(stem, {}).setdefault(row["use"], []).append(row["words"])
    index = names.index(records)
    surnames, loose, given = names.people(records)
    return {
        "records": [_plain(r) for r in records],
        "tenures": tenures,
        "memberships": ties,
        "names": index,
        "lengths": names.lengths(index),
        "small": sorted(
            {key.split(" ")[0] for key, found in index.items() if any(not e[4][0].isupper() for e in found)}
        ),
        "surnames": surnames,
        "loose": loose,
        "given": given,
        "words": words,
        "places": _places(rows.get("places", ())),
    }


def _places(rows: Iterable[Row]) -> dict[str, list[tuple[str, str, str, int]]]:
    """Key of a name → (id, name, state, inhabitants or 0) of the cities and provinces that have it, largest first."""
    out: dict[str, list[tuple[str, str, str, int]]] = {}
    for row in rows:
        for name in (row["name"], *split(row["aliases"])):
            out.setdefault(names.key_of(name), []).append(
                (row["id"], row["name"], row["state"], int(row["population"] or 0))
            )
    for found in out.values():
        found.sort(key=lambda place: (-place[3], place[0]))
    return out


def _plain(r: Record) -> tuple[Any, ...]:
    return (
        r.id, r.name, r.kind, r.states, r.aliases, r.demonyms, r.peoples, r.capitals, r.metonyms, r.wikidata, r.begin,
        r.end, r.source,
    )  # fmt: skip


def _rows(folder: Path) -> dict[str, list[Row]]:
    return {path.stem: list(read(path)) for path in sorted(folder.glob("*.csv"))}


def _add_own(path: Path, actors: dict[str, Record]) -> list[tuple[Any, ...]]:
    """A user's own rows: they add actors, and override those with the same id. An office makes a tenure too."""
    rows = list(read(path))
    known = frozenset(actors) | frozenset(row["id"] for row in rows)
    out: list[tuple[Any, ...]] = []
    for row in rows:
        for problem in problems(row, "actor", known):
            raise OntologyError(problem, where=f"{path}:{row.line}", hint="mend the row or leave it out")
        actors[row["id"]] = _actor(row)
        if row["office"]:
            of = (split(row["of"]) or split(row["states"]) or ("",))[0]
            out.append(
                (row["id"], row["office"], of, row["begin"] or None, row["end"] or None, f"{path.name}:{row.line}")
            )
    return out


def check(folder: Path, extra: Path | None = None) -> list[str]:
    """What is wrong with the files, one line a row: `tenures.csv:17: tenure without a source`."""
    rows = _rows(folder)
    if extra is not None:
        rows["own"] = list(read(extra))
    known = frozenset(row["id"] for stem in (*ACTOR_FILES, "own") for row in rows.get(stem, ()))
    out: list[str] = []
    for stem in (*ACTOR_FILES, "own"):
        seen: dict[str, int] = {}
        for row in rows.get(stem, ()):
            out += [f"{row.where}: {problem}" for problem in problems(row, "actor", known)]
            if row["id"] in seen:
                out.append(f"{row.where}: id {row['id']!r} stands in line {seen[row['id']]} too")
            seen.setdefault(row["id"], row.line)
    for row in rows.get("places", ()):
        out += [f"{row.where}: {problem}" for problem in place_problems(row, known)]
    for stem, kind in (("tenures", "tenure"), ("memberships", "membership")):
        for row in rows.get(stem, ()):
            out += [f"{row.where}: {problem}" for problem in problems(row, kind, known)]
    return out
