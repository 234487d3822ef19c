"""Texts that have broken pages before, in every field that a page shows."""

from __future__ import annotations

from kg.model import When
from kg.views.data import PageActor, PageClaim, PageData, PageDocument, PageEvent

TEXTS = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<!--<script>",
    "]]><![CDATA[",
    '<img src=x onerror="alert(3)">',
    '<a href="javascript:alert(4)">href</a>',
    "href=https://example.org/track.gif",
    '"><svg onload=alert(5)>',
    "'; alert(6); //",
    "${alert(7)} {{ alert(8) }} {% raw %}",
    "https://example.org/picture.png",
    "\u202egnp.exe\u202c and \u2067rtl\u2069",
    "سفیر ایران در سازمان ملل",
    "👩🏽‍🚀🇮🇷🏳️‍🌈 e\u0301\u0323",
    "line\u2028separator\u2029and\x00nul\x1b[31m",
    "\ud800 lone surrogate",
    "W" * 10_000,
    "   ",
    "__proto__",
    "constructor",
    "<style>body{display:none}</style>",
    "\\u003cscript\\u003e",
    "&lt;b&gt;",
]


def data() -> PageData:
    """Each text as a name, title, type, status, place, issue, rule, quote, id and reason of a date."""
    documents, actors, events, claims = [], [], [], []
    for n, text in enumerate(TEXTS):
        other = TEXTS[(n + 1) % len(TEXTS)]
        when = When(text if n % 3 == 0 else "2014-11-05", "2014-11-05", "2014-11-05", text, other)
        documents.append(PageDocument(f"{n}{text}", text, other, f"2014-10-{n + 1:02}", text, f"javascript:{n}", text))
        actors.append(PageActor(f"{n}{text}", text, text if n % 2 else "state", (text,)))
        claims.append(PageClaim(
            f"{n}{text}", f"{n}{text}", f"{n}{text}", f"{text}{other}{text}", len(text), len(other), n, n + len(other),
            text if n % 5 == 0 else "denied", text if n % 7 == 0 else "actual", f"{n}{text}" if n % 2 else None,
            text, when, text, text,
        ))  # fmt: skip
        events.append(PageEvent(
            f"{n}{text}", text, "CONSULT" if n % 2 else text, text, text if n % 4 == 0 else "negated",
            (f"{n}{text}",), (f"{(n + 1) % len(TEXTS)}{other}",), when=when if n % 2 else None, deadline=when,
            place=text, issues=(text, other), claims=(f"{n}{text}",), title=text if n % 2 else None,
            object=text, series=text if n % 3 else other,
        ))  # fmt: skip
    return PageData.of("</title><script>alert(0)</script>\ud800", documents, actors, events, claims)
