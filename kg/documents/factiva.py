"""The text of an export of Factiva in, its articles out: with field codes (HD, PD, SN, LP, TD, AN) or without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents import days
from kg.documents.article import Article
from kg.errors import InputError

__all__ = ["articles", "is_export"]

_DOCUMENT = re.compile(
    r"^[ \t]*(?:AN[ \t]*\n?\s*)?(?:Document )?([A-Z]{2,8}\d*(?:19|20)\d{6}e[a-z0-9]{5,14})[ \t]*$", re.MULTILINE
)
_WORDS = re.compile(r"[\d,]+ words$")
_CODE = re.compile(
    r"(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)(?:[ \t]+(.*))?$"
)
_RIGHTS = re.compile(r"(?:\(c\)|©|Copyright\b|.*\brights reserved\b)", re.IGNORECASE)
_HINT = "export it again with the full article, or give it as a file of its own"


def is_export(text: str) -> bool:
    """By the document number that ends each article, and the count of words or the codes that begin it."""
    if "Document " not in text and "\nAN" not in text:
        return False
    return bool(_DOCUMENT.search(text)) and bool(re.search(r"(?m)^\s*(?:[\d,]+ words|HD\b.*)\s*$", text))


def articles(text: str, source: str) -> Iterator[Article | InputError]:
    """Each with title, paper and date; an InputError for each that lacks its text or cannot be taken apart."""
    start, number = 0, 0
    for number, end in enumerate(_DOCUMENT.finditer(text), 1):
        lines = [line.strip() for line in text[start : end.start()].splitlines() if line.strip()]
        start = end.end()
        yield _one(lines, end[1], f"{source}#{number}", source)
    if len(text[start:].strip()) > 300 and _WORDS.search(
        text[start:].split("\n\n")[1] if "\n\n" in text[start:] else ""
    ):
        yield InputError("is cut off within its last article", where=f"{source}#{number + 1}", hint=_HINT)


def _one(lines: list[str], ident: str, where: str, source: str) -> Article | InputError:
    codes = {found[1] for line in lines if (found := _CODE.match(line))}
    made = _coded(lines) if {"HD", "PD", "SN"} <= codes else _plain(lines)
    if made is None or not made["text"]:
        return InputError(f"article {ident} has no head or no text", where=where, hint=_HINT)
    title = made["title"]
    return Article(
        f"{title}\n\n{made['text']}" if title else made["text"], where, source, id=ident, title=title or None,
        publisher=made["paper"] or None, published=made["day"] or None, basis="Factiva date",
        language="en" if made["language"] == "English" else None,
    )  # fmt: skip


def _coded(lines: list[str]) -> dict[str, str]:
    values: dict[str, list[str]] = {}
    field = ""
    for line in lines:
        code = _CODE.match(line)
        if code and field in ("LP", "TD") and code[2] and " : " not in code[2] and code[1] in ("CO", "IN", "NS", "RE"):
            code = None  # a sentence that begins with such a word
        if code:
            field = code[1]
        rest = (code[2] or "") if code else line
        if field and rest:
            values.setdefault(field, []).append(rest)
    one = {field: " ".join(words) for field, words in values.items()}
    text = "\n\n".join(values.get("LP", []) + values.get("TD", []))
    return {
        "text": text, "title": one.get("HD", ""), "paper": one.get("SN", ""), "day": one.get("PD", ""),
        "language": one.get("LA", ""),
    }  # fmt: skip


def _plain(lines: list[str]) -> dict[str, str] | None:
    """Headline, perhaps `By …`, `412 words`, date, perhaps time, paper, code, language, rights, then the text."""
    count = next((i for i, line in enumerate(lines) if _WORDS.match(line)), None)
    if not count:
        return None
    rights = next((i for i in range(count, min(count + 12, len(lines))) if _RIGHTS.match(lines[i])), None)
    day = next((i for i in range(count + 1, min(count + 4, len(lines))) if days.normal(lines[i])), None)
    if rights is None or day is None:
        return None
    paper = next((line for line in lines[day + 1 : rights] if not re.match(r"\d{1,2}:\d\d", line)), "")
    title = lines[count - 1]
    if count > 1 and (title.startswith(("By ", "BY ")) or re.fullmatch(r"[\w.'’-]+(?: [\w.'’-]+){1,2}", title)):
        title = lines[count - 2]  # the writer stands between
    language = "English" if "English" in lines[day:rights] else ""
    return {
        "text": "\n\n".join(lines[rights + 1 :]),
        "title": title,
        "paper": paper,
        "day": lines[day],
        "language": language,
    }
