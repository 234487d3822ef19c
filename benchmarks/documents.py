"""How fast articles are read: `python benchmarks/documents.py [ARTICLES]` writes some of each format and reads them.

Prints articles a second, and megabytes at the end. Articles are made up from a counter, about 4 kB each, so that
every run measures the same.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import resource
import shutil
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from kg.documents import duplicates, read
from kg.documents.language import recognise
from kg.documents.structure import parts
from kg.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

STATES = "Mali Niger Chad Togo Ghana Benin Gabon Kenya Peru Chile Bolivia Oman Qatar Iran Iraq Nepal Laos Japan".split()
VERBS = "met accused thanked visited warned asked invited praised blamed answered".split()
PLACES = "wells river border port road bridge lake mine railway market".split()


def article(number: int) -> str:
    """Headline, dateline, thirty sentences in ten paragraphs, and a call at the foot."""

    def sentence(i: int) -> str:
        k = number * 31 + i * 7
        one, other = STATES[k % 18], STATES[(k // 3 + 5) % 18]
        return (
            f"{one}’s envoy, who {VERBS[k % 10]} the minister of {other} in {1990 + k % 30}, said on Monday that the "
            f"talks about the {PLACES[k % 10]} had not come to an end."
        )

    body = "\n\n".join(" ".join(sentence(3 * p + s) for s in range(3)) for p in range(10))
    title = f"{STATES[number % 18]} and {STATES[(number + 7) % 18]} at odds over well {number}"
    return f"{title}\n\nBAMAKO (Agency) — {body}\n\nShare this article\n\nSign up to our newsletter"


def page(text: str) -> str:
    """The article as a web page, with menus and a foot."""
    title, *body = text.split("\n\n")
    links = "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(40))
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title} | Post</title><meta property="article:published_time" '
        f'content="2014-11-06T10:00Z"></head><body><nav><ul>{links}</ul></nav><article><h1>{title}</h1>'
        + "".join(f"<p>{paragraph}</p>" for paragraph in body)
        + f"</article><footer><ul>{links}</ul>© Post</footer></body></html>"
    )


def docx(text: str) -> bytes:
    """The article as a Word file."""
    out = io.BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in text.split("\n\n"))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def write_all(folder: Path, size: int) -> dict[str, Path]:
    """Files of `size` articles (pages and Word files: a tenth) by what they measure."""
    texts = [article(i) for i in range(size)]
    made = {name: folder / name for name in ("text", "html", "docx")}
    for path in made.values():
        path.mkdir()
    for i, text in enumerate(texts):
        (made["text"] / f"{i}.txt").write_text(text, encoding="utf-8")
        if i % 10 == 0:
            (made["html"] / f"{i}.html").write_text(page(text), encoding="utf-8")
            (made["docx"] / f"{i}.docx").write_bytes(docx(text))
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    made |= {"JSON lines": folder / "a.jsonl", "JSON lines, gzip": folder / "a.jsonl.gz", "CSV": folder / "a.csv"}
    made["JSON lines"].write_text(lines, encoding="utf-8")
    made["JSON lines, gzip"].write_bytes(gzip.compress(lines.encode(), 1))
    with made["CSV"].open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(("id", "body", "date"))
        rows.writerows((i, text, "2014-11-06") for i, text in enumerate(texts))
    return made


def timed(name: str, work: Callable[[], int]) -> None:
    """Print how many articles a second `work` (which counts them) does."""
    start = time.perf_counter()
    count = work()
    print(f"{name:20} {count / (time.perf_counter() - start):10,.0f} a second")


def count(items: Iterable[object]) -> int:
    """How many documents; stops at what was not read, since then nothing is measured."""
    total = 0
    for item in items:
        if not isinstance(item, Document):
            raise SystemExit(f"not read: {item}")
        total += 1
    return total


def main() -> None:
    """Write, read, print."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    folder = Path(tempfile.mkdtemp())
    try:
        for name, path in write_all(folder, size).items():
            timed(name, lambda path=path: count(read([path])))
        documents = [d for d in read([folder / "a.jsonl"]) if isinstance(d, Document)][:2000]
        timed("parts alone", lambda: len([parts(d.text) for d in documents]))
        timed("language alone", lambda: len([recognise(d.text) for d in documents]))
        timed("reprints", lambda: len(documents) + 0 * len(duplicates.groups(documents)))
    finally:
        shutil.rmtree(folder)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most")


if __name__ == "__main__":
    main()
