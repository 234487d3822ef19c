"""What several tests of readers need: a PDF made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """A function of pages, each a list of lines, that gives a PDF."""
    return _pdf


@pytest.fixture
def pdf_at() -> Callable[..., bytes]:
    """The same of pages that are lists of (x, y, words), in points from the lower left corner."""
    return _pdf_at


def _pdf(*pages: list[str]) -> bytes:
    """A PDF of lines of Helvetica; a page without lines is what a scanner makes of it."""
    return _pdf_at(*([(50, 780 - 14 * i, line) for i, line in enumerate(lines)] for lines in pages))


def _pdf_at(*pages: list[tuple[int, int, str]]) -> bytes:
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for pieces in pages:
        show = "".join(f"1 0 0 1 {x} {y} Tm ({words}) Tj " for x, y, words in pieces)
        stream = f"BT /F1 11 Tf {show}ET".encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>" % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/MediaBox[0 0 595 842]/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
