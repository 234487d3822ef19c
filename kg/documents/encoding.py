"""Bytes in, text out: finds the encoding, and tells text from images and archives under a false name."""

from __future__ import annotations

import codecs

from kg.documents.notices import Notice, Tell
from kg.errors import InputError

__all__ = ["decode"]

_MARKS = (  # UTF-32 before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_KINDS = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"), (b"MM\0*", "a TIFF image"), (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "a zip archive"), (b"\x1f\x8b", "a gzip archive"), (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"), (b"BZh", "a bzip2 archive"), (b"\xfd7zXZ", "an xz archive"), (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"), (b"\xd0\xcf\x11\xe0", "an old Office document"), (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"), (b"OggS", "a recording"), (b"ID3", "a recording"), (b"RIFF", "a recording"),
)  # fmt: skip
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b"))
_OLD_WORD = "open it in Word or LibreOffice and save it as .docx; for many: soffice --headless --convert-to docx *.doc"
_HINT = "give a text file, or the file under its true ending"


def decode(data: bytes, where: str, tell: Tell) -> str:
    r"""The text of the bytes, line ends as `\n`, without a byte order mark.

    UTF-8, then UTF-16 (with or without a mark), then Windows-1252, which is told as a guess.
    Raises InputError for what is no text.

    >>> decode(b"caf\xe9", "a.txt", print)
    a.txt: read as Windows-1252, a guess; save the file as UTF-8 if letters come out wrong
    'café'
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lines(_marked(data[len(mark) :], name, where, tell))
    for magic, kind in _KINDS:
        if data.startswith(magic):
            hint = _OLD_WORD if kind == "an old Office document" else _HINT
            raise InputError(f"is {kind}, not text", where=where, hint=hint)
    if b"\0" in data:
        return _lines(_wide(data, where, tell))
    if len(data.translate(None, _CONTROL)) < len(data) - len(data) // 500:
        raise InputError("is not text (binary data)", where=where, hint=_HINT)
    try:
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _lines(_broken(data, where, tell))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _marked(data: bytes, name: str, where: str, tell: Tell) -> str:
    text = data.decode(name, "replace")
    if bad := text.count("\ufffd"):
        what = f"{bad} characters are not valid {name.upper()} and were replaced"
        tell(Notice(what, where, "save it again as UTF-8"))
    return text


def _wide(data: bytes, where: str, tell: Tell) -> str:
    """UTF-16 without a mark shows as zero bytes on one side of each pair; other zero bytes mean binary data."""
    head = data[:4000]
    left, right = head[0::2].count(0), head[1::2].count(0)
    name = "utf-16-le" if right > 4 * left else "utf-16-be" if left > 4 * right else None
    if name is None or left + right < len(head) // 5:
        raise InputError("is not text (binary data)", where=where, hint=_HINT)
    tell(Notice(f"read as {name.upper()}, a guess", where, "save the file as UTF-8 if letters come out wrong"))
    return _marked(data, name, where, tell)


def _broken(data: bytes, where: str, tell: Tell) -> str:
    """Bytes that are not UTF-8: UTF-8 with some damage if most of what is not ASCII is sound, else Windows-1252."""
    patched = data.decode("utf-8", "replace")
    bad = patched.count("\ufffd")
    sound = sum(not c.isascii() for c in patched) - bad
    if sound > bad:
        tell(Notice(f"{bad} characters are not valid UTF-8 and were replaced", where, "save it again as UTF-8"))
        return patched
    tell(Notice("read as Windows-1252, a guess", where, "save the file as UTF-8 if letters come out wrong"))
    return data.decode("cp1252", "replace")
