"""RTF in, text out: our own few lines, since only words, paragraphs and code pages are wanted."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from kg.documents import exports
from kg.documents.article import Article, Known
from kg.errors import InputError

__all__ = ["read", "text"]

_TOKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
_LEFT_OUT = frozenset(
    "fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote"
    " annotation object fldinst listtable listoverridetable generator themedata datastore rsidtbl xmlnstbl"
    " latentstyles".split()
)
_SIGNS = {
    "par": "\n\n", "sect": "\n\n", "page": "\n\n", "row": "\n\n", "line": "\n", "tab": "\t", "cell": "\t",
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\", "\n": "\n\n", "\r": "\n\n",
}  # fmt: skip


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | InputError]:
    """The document as one article, or the many of a database's export; raises InputError for what is no RTF."""
    data = stream.read()
    if not data.lstrip().startswith(b"{\\rtf"):
        raise InputError("is not RTF", where=source, hint="give the file under its true ending")
    yield from exports.split(text(data), source, known)


def text(data: bytes) -> str:
    r"""The words of an RTF file, paragraphs parted by blank lines.

    >>> text(rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 N\'eemes\par Mali \u8212?  Niger\par}")
    'Nîmes\n\nMali — Niger'
    """
    out = "".join(_pieces(data.decode("latin-1")))
    lines = (" ".join(line.split()) for line in out.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


@dataclass(slots=True)
class _State:
    """Where the reading stands: what is left out, how many characters to skip, and the code page."""

    page: str = "cp1252"
    silent: bool = False
    skip: int = 0  # characters still to be passed over: they stand in for a \\u that was read
    skips: int = 1  # how many follow each \\u
    high: str = ""  # first half of a surrogate pair
    raw: bytearray = field(default_factory=bytearray)  # bytes of the code page, which may be two a character
    groups: list[tuple[bool, int]] = field(default_factory=list)


def _pieces(source: str) -> Iterator[str]:
    state = _State()
    for found in _TOKEN.finditer(source):
        word, number, code, sign, brace, plain = found.groups()
        if code and not state.silent:
            if state.skip:
                state.skip -= 1
            else:
                state.raw += bytes.fromhex(code)
            continue
        if state.raw:
            yield state.raw.decode(state.page, "replace")
            state.raw.clear()
        if brace:
            _group(state, brace)
        elif word or sign:
            yield _control(state, word or sign, number)
        elif plain and not state.silent:
            yield plain[state.skip :]
            state.skip = max(0, state.skip - len(plain))
    yield state.raw.decode(state.page, "replace")


def _group(state: _State, brace: str) -> None:
    if brace == "{":
        state.groups.append((state.silent, state.skips))
    elif state.groups:
        state.silent, state.skips = state.groups.pop()


def _control(state: _State, word: str, number: str | None) -> str:
    """What a control word adds to the text; what else it does it does to the state."""
    if word in _LEFT_OUT or word == "*":
        state.silent = True
    elif word == "ansicpg":
        state.page = _page(number)
    elif word == "uc":
        state.skips = int(number or 1)
    elif not state.silent:
        if word != "u" or number is None:
            return _SIGNS.get(word, "")
        state.skip = state.skips
        unit = chr(int(number) % 0x10000)
        if "\ud800" <= unit <= "\udbff":
            state.high = unit
            return ""
        unit, state.high = state.high + unit, ""
        return unit.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return ""


def _page(number: str | None) -> str:
    name = f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
