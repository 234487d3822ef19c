"""What a store was made from, kept beside it in one SQLite file: so that the next can be made by changing it in places.

Documents with their hashes; the clusters of their reports, with the keys under which others find them, and the event
and component that they are in; shortcuts, rounds, names and counts of actors, each with what it rests on. It is a cache
like the store: one that is missing or does not fit only makes the next build do everything anew.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, astuple
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeAlias

from kg.graph.actors import names_in, voices_in, words_in
from kg.graph.files import Kept
from kg.graph.processes import Process, Round, processes_of, round_of
from kg.graph.rdf import COUNTS
from kg.ontology import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from kg.graph.events import DerivedEvent
    from kg.graph.merge import Cluster, Grouped
    from kg.graph.roster import Read

__all__ = ["Ledger", "digest_of", "line_of"]

Names: TypeAlias = "Mapping[tuple[str, str, str], int]"

LAYOUT = 5
"""The version of the tables."""
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE document (key TEXT PRIMARY KEY, facts TEXT) WITHOUT ROWID;
CREATE TABLE cluster (document TEXT, number INTEGER, component TEXT, event TEXT, PRIMARY KEY (document, number))
  WITHOUT ROWID;
CREATE TABLE found (key INTEGER, near INTEGER, document TEXT, number INTEGER);
CREATE TABLE event (id TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID;
CREATE TABLE shortcut (subject TEXT, predicate TEXT, object TEXT, event TEXT);
CREATE TABLE round (kind TEXT, parties TEXT, event TEXT, facts TEXT);
CREATE TABLE name (actor TEXT, name TEXT, kind TEXT, times INTEGER, origin TEXT);
CREATE TABLE part (actor TEXT, event TEXT, happened INTEGER);
CREATE TABLE said (actor TEXT, document TEXT, claims INTEGER, denials INTEGER, own INTEGER);
CREATE TABLE word (words INTEGER, document TEXT);
"""
_INDEXES = """
CREATE INDEX cluster_component ON cluster (component);
CREATE INDEX found_key ON found (key);
CREATE INDEX found_document ON found (document);
CREATE INDEX shortcut_event ON shortcut (event);
CREATE INDEX shortcut_triple ON shortcut (subject, predicate, object);
CREATE INDEX round_event ON round (event);
CREATE INDEX round_parties ON round (kind, parties);
CREATE INDEX name_actor ON name (actor);
CREATE INDEX name_origin ON name (origin);
CREATE INDEX part_actor ON part (actor);
CREATE INDEX part_event ON part (event);
CREATE INDEX said_actor ON said (actor);
CREATE INDEX said_document ON said (document);
CREATE INDEX word_words ON word (words);
CREATE INDEX word_document ON word (document);
"""


class Ledger:
    """One such file; changes are kept when `close` is called."""

    def __init__(self, path: Path, *, new: bool = False) -> None:
        self._db = sqlite3.connect(f"{path.absolute().as_uri()}{'' if new else '?mode=rw'}", uri=True)
        self._db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        if new:
            self._db.executescript(f"{_TABLES} PRAGMA user_version = {LAYOUT};")

    @classmethod
    def read(cls, path: Path) -> Ledger | None:
        """The ledger in that file; None when it is missing, no ledger, or one of another layout."""
        try:
            made = cls(path)
            if made._db.execute("PRAGMA user_version").fetchone() != (LAYOUT,):
                return None
        except (sqlite3.Error, OSError):
            return None
        return made

    def index(self) -> None:
        """Make it quick to ask; after all that is new has been put in."""
        self._db.executescript(_INDEXES)

    def close(self) -> None:
        """Keep what was changed."""
        self._db.commit()
        self._db.close()

    def about(self) -> dict[str, str]:
        """Versions and corrections that the store was made with."""
        return dict(self._db.execute("SELECT name, value FROM about"))

    def say(self, about: Mapping[str, str]) -> None:
        self._db.execute("DELETE FROM about")
        self._db.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", about.items())

    # --- documents

    def documents(self) -> dict[str, Kept]:
        """What was kept of the documents, by key."""
        rows = self._db.execute("SELECT key, facts FROM document")
        told = ((key, json.loads(facts)) for key, facts in rows)
        return {key: Kept(*[*facts[:-1], tuple(facts[-1])]) for key, facts in told}

    def put_documents(self, documents: Mapping[str, Kept]) -> None:
        rows = ((key, json.dumps(astuple(d))) for key, d in documents.items())
        self._db.executemany("INSERT OR REPLACE INTO document VALUES (?, ?)", rows)

    def forget_documents(self, keys: Iterable[str]) -> None:
        """Drop documents with their names; what came of them goes with `forget_groups`."""
        for key in keys:
            self._db.execute("DELETE FROM document WHERE key = ?", (key,))
            self._db.execute("DELETE FROM name WHERE origin = ?", (f"doc/{key}",))
            self._db.execute("DELETE FROM said WHERE document = ?", (key,))
            self._db.execute("DELETE FROM word WHERE document = ?", (key,))

    def put_read(self, read: Read) -> None:
        """Take in what a document says of actors: their names, how much they say, the words for them."""
        key = read[0].key
        self.put_names(f"doc/{key}", names_in(read))
        rows = ((iri, key, *counts) for iri, counts in voices_in(read).items())
        self._db.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?)", rows)
        words = ((_number((word,)), key) for word in words_in(read))
        self._db.executemany("INSERT INTO word VALUES (?, ?)", words)

    def documents_with(self, words: str) -> set[str]:
        """The keys of the documents in which an actor is told by these words (as `words_in` writes them)."""
        asked = "SELECT DISTINCT document FROM word WHERE words = ?"
        return {key for (key,) in self._db.execute(asked, (_number((words,)),))}

    # --- clusters and events

    def components_of(self, keys: Iterable[str]) -> set[str]:
        """The components in which the clusters of these documents lie."""
        asked = "SELECT DISTINCT component FROM cluster WHERE document = ?"
        return {c for key in keys for (c,) in self._db.execute(asked, (key,))}

    def components_near(self, clusters: Iterable[Cluster]) -> set[str]:
        """The components of all clusters that could be compared with these."""
        near, wide = (
            {_number(k) for c in clusters for k in getattr(c, which)} for which in ("near", "wide")
        )  # fmt: skip
        found: set[tuple[str, int]] = set()
        for key in wide:
            only = "" if key in near else " AND near"
            found.update(self._db.execute(f"SELECT document, number FROM found WHERE key = ?{only}", (key,)))  # noqa: S608 (ours)
        asked = "SELECT component FROM cluster WHERE document = ? AND number = ?"
        return {c for place in found for (c,) in self._db.execute(asked, place)}

    def clusters_of(self, components: Iterable[str]) -> dict[tuple[str, int], str]:
        """The event of each cluster (document's key and number) of these components."""
        asked = "SELECT document, number, event FROM cluster WHERE component = ?"
        return {(key, number): event for c in components for key, number, event in self._db.execute(asked, (c,))}

    def put_groups(self, groups: Iterable[tuple[Grouped, DerivedEvent]]) -> None:
        """Take in which clusters are in which event and component."""
        for grouped, event in groups:
            rows = [(c.document, c.number, grouped.component, event.id) for c in grouped.clusters]
            self._db.executemany("INSERT OR REPLACE INTO cluster VALUES (?, ?, ?, ?)", rows)

    def put_keys(self, clusters: Iterable[Cluster]) -> None:
        for c in clusters:
            near = set(c.near)
            rows = [(_number(key), key in near, c.document, c.number) for key in c.wide]
            self._db.executemany("INSERT INTO found VALUES (?, ?, ?, ?)", rows)

    def forget_clusters(self, keys: Iterable[str]) -> None:
        """Drop the clusters of documents."""
        for key in keys:
            self._db.execute("DELETE FROM cluster WHERE document = ?", (key,))
            self._db.execute("DELETE FROM found WHERE document = ?", (key,))

    def events(self, ids: Iterable[str]) -> dict[str, str]:
        """Which of these events there are, with a hash of each."""
        asked = "SELECT id, digest FROM event WHERE id = ?"
        return dict(row for i in ids for row in self._db.execute(asked, (i,)))

    def event_ids(self) -> set[str]:
        """All events."""
        return {i for (i,) in self._db.execute("SELECT id FROM event")}

    def count_events(self) -> int:
        """How many events there are."""
        return int(self._db.execute("SELECT COUNT(*) FROM event").fetchone()[0])

    def put_event(self, event: DerivedEvent, shortcuts: Iterable[tuple[str, str, str]]) -> None:
        """Take in an event with the shortcuts that rest on it, its part in a process, and its actors."""
        self._db.execute("INSERT INTO event VALUES (?, ?)", (event.id, digest_of(event)))
        self._db.executemany("INSERT INTO shortcut VALUES (?, ?, ?, ?)", ((*s, event.id) for s in shortcuts))
        if (line := line_of(event)) and (found := round_of(event)):
            row = (*line, event.id, json.dumps(asdict(found[1])))
            self._db.execute("INSERT INTO round VALUES (?, ?, ?, ?)", row)
        happened = event.status == "actual"
        rows = [(iri, event.id, happened) for iri in sorted({p.iri for p in event.participants})]
        self._db.executemany("INSERT INTO part VALUES (?, ?, ?)", rows)
        self.put_names(f"event/{event.id}", {(p.id, p.name, p.kind): 0 for p in event.participants if not p.local})

    def forget_events(self, ids: Iterable[str]) -> None:
        for i in ids:
            self._db.execute("DELETE FROM event WHERE id = ?", (i,))
            self._db.execute("DELETE FROM shortcut WHERE event = ?", (i,))
            self._db.execute("DELETE FROM round WHERE event = ?", (i,))
            self._db.execute("DELETE FROM part WHERE event = ?", (i,))
            self._db.execute("DELETE FROM name WHERE origin = ?", (f"event/{i}",))

    # --- what several events or documents share

    def shortcuts(self, events: Iterable[str]) -> set[tuple[str, str, str]]:
        """The shortcuts that rest on these events."""
        asked = "SELECT subject, predicate, object FROM shortcut WHERE event = ?"
        return {row for i in events for row in self._db.execute(asked, (i,))}

    def holds(self, shortcut: tuple[str, str, str]) -> bool:
        """Whether any event is behind a shortcut."""
        asked = "SELECT 1 FROM shortcut WHERE subject = ? AND predicate = ? AND object = ? LIMIT 1"
        return self._db.execute(asked, shortcut).fetchone() is not None

    def all_shortcuts(self) -> Iterator[tuple[str, str, str]]:
        """Every shortcut once."""
        yield from self._db.execute("SELECT DISTINCT subject, predicate, object FROM shortcut ORDER BY 1, 2, 3")

    def all_lines(self) -> list[tuple[str, str]]:
        """Type and parties (as kept) of all rounds."""
        return list(self._db.execute("SELECT DISTINCT kind, parties FROM round ORDER BY 1, 2"))

    def lines_of(self, events: Iterable[str]) -> set[tuple[str, str]]:
        """Type and parties (as kept) of the rounds among these events."""
        asked = "SELECT kind, parties FROM round WHERE event = ?"
        return {row for i in events for row in self._db.execute(asked, (i,))}

    def processes(self, kind: str, parties: str) -> list[Process]:
        """The processes of one type and the same parties (as kept)."""
        rows = self._db.execute("SELECT facts FROM round WHERE kind = ? AND parties = ?", (kind, parties))
        found = (json.loads(facts) for (facts,) in rows)
        rounds = [Round(**{**f, "issues": tuple(f["issues"])}) for f in found]
        return processes_of(kind, tuple(json.loads(parties)), rounds, load())

    def counted(self, documents: Iterable[str] = (), events: Iterable[str] = ()) -> set[str]:
        """The actors (IRIs) that speak in these documents or take part in these events."""
        found = {a for d in documents for (a,) in self._db.execute("SELECT actor FROM said WHERE document = ?", (d,))}
        return found | {a for e in events for (a,) in self._db.execute("SELECT actor FROM part WHERE event = ?", (e,))}

    def all_counted(self) -> list[str]:
        """All actors (IRIs) that say something or take part in an event."""
        asked = "SELECT actor FROM said UNION SELECT actor FROM part ORDER BY 1"
        return [actor for (actor,) in self._db.execute(asked)]

    def counts(self, actor: str) -> dict[str, int]:
        """In how many events an actor (IRI) takes part, how many happened; its claims, denials, those in its voice."""
        part = self._db.execute("SELECT COUNT(*), SUM(happened) FROM part WHERE actor = ?", (actor,)).fetchone()
        asked = "SELECT SUM(claims), SUM(denials), SUM(own) FROM said WHERE actor = ?"
        told = (*part, *self._db.execute(asked, (actor,)).fetchone())
        return {name: int(n or 0) for name, n in zip(COUNTS, told, strict=True)}

    def put_names(self, origin: str, names: Names) -> None:
        """Take in how often a document or event names actors: (id, name, kind)."""
        rows = ((*map(_plain, key), times, origin) for key, times in names.items())
        self._db.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", rows)

    def named_by(self, origins: Iterable[str]) -> set[str]:
        """The actors that these documents or events name."""
        asked = "SELECT DISTINCT actor FROM name WHERE origin = ?"
        return {_told(a) for origin in origins for (a,) in self._db.execute(asked, (origin,))}

    def names(self, actor: str) -> dict[tuple[str, str], int]:
        """Under which names and kinds an actor occurs, and how often."""
        asked = "SELECT name, kind, SUM(times) FROM name WHERE actor = ? GROUP BY name, kind"
        rows = self._db.execute(asked, (_plain(actor),))
        return {(_told(name), _told(kind)): int(times) for name, kind, times in rows}

    def actors(self) -> list[str]:
        """All actors that occur, by id."""
        return [_told(a) for (a,) in self._db.execute("SELECT DISTINCT actor FROM name ORDER BY actor")]


def line_of(event: DerivedEvent) -> tuple[str, str] | None:
    """Type and parties, as kept, of an event that can be a round of a process."""
    found = round_of(event)
    return (event.type, json.dumps(found[0])) if found else None


def digest_of(event: DerivedEvent) -> str:
    """Changes when anything of the event does."""
    return blake2b(repr(event).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _number(key: tuple[str, ...]) -> int:
    """A key as 63 bits; should two ever meet, a few clusters more are compared."""
    return int.from_bytes(blake2b("\0".join(key).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def _plain(text: str) -> str:
    """Text with half characters and NUL, which SQLite does not hold, escaped as JSON does."""
    return json.dumps(text)


def _told(kept: str) -> str:
    return str(json.loads(kept))
