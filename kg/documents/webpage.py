"""A saved web page in, its article out: the text by trafilatura, title, date and site from what the page declares."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any, BinaryIO, NamedTuple
from urllib.parse import urlsplit

from kg.documents import exports, markup, need, structure
from kg.documents.article import Article, Known
from kg.documents.notices import SkippedError, Tell, said
from kg.errors import InputError

__all__ = ["page", "read", "under_title"]

_DATES = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "date_published",
    "parsely-pub-date", "sailthru.date", "publish-date", "publishdate", "publication_date", "pubdate", "pub_date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "citation_publication_date",
    "cxenseparse:recs:publishtime", "bt:pubdate", "originalpublicationdate", "article.published", "date", "dc.created",
)  # fmt: skip
_SITES = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title", "twitter:app:name:iphone")
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title", "headline")
logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it cannot read is told by us

_EXPORTS = (b"enArticle", b"Factiva", b"LexisNexis", b"End of Document", b"ProQuest document ID")
_ARTICLE = re.compile(r"Article|Report|BlogPosting|LiveBlog")
_TREE = 50_000  # elements; trafilatura's time grows faster than the page


class _Said(NamedTuple):
    """What a page declares of its article, and where it says so (for the date)."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    basis: str | None = None
    url: str | None = None
    language: str | None = None
    body: str | None = None


def read(stream: BinaryIO, source: str, known: Known) -> Iterator[Article | InputError]:
    """The page's article. Raises InputError for what is no page, SkippedError for a page without an article."""
    data = stream.read(markup.LARGEST + 1)
    if any(mark in data for mark in _EXPORTS):
        text = markup.paragraphs(markup.html(data, source, known.tell))
        if exports.is_export(text):
            yield from exports.split(text, source, known)
            return
    yield page(data, source, source, known.tell)


def page(data: bytes | str, where: str, source: str, tell: Tell, url: str | None = None) -> Article:
    """The article of one page, from its bytes or markup; `url` is its address as known from elsewhere."""
    tree = markup.html(data, where, tell)
    said = _declared(tree)
    address = said.url or url
    text = _main_text(tree, where, said.body)
    if not text or structure.only_site(text) or (said.title and structure.same(said.title, text)):
        hint = "open it in a browser, and save it when the article is to be seen"
        raise SkippedError("holds no article (a cookie wall, a list of links?)", where=where, hint=hint)
    return Article(
        under_title(said.title, text), where, source, title=said.title,
        publisher=said.publisher or (urlsplit(address).hostname if address else None), published=said.published,
        basis=said.basis, url=address, language=None,
    )  # fmt: skip


def under_title(title: str | None, text: str) -> str:
    """The text with its headline above, unless it begins with it: the headline is read for events too."""
    if not title or structure.same(title, text.lstrip().partition("\n")[0]):
        return text
    return f"{title}\n\n{text}"


# --- the text -------------------------------------------------------------------------------------------


def _main_text(tree: Any, where: str, declared: str | None) -> str | None:
    """By trafilatura, comments off; where it finds little, the text that the page declares in its JSON-LD."""
    trafilatura = need.package("trafilatura", "html", where)
    if sum(1 for _ in tree.iter()) > _TREE:
        what = f"has more than {_TREE:,} elements, which no article has"
        raise InputError(what, where=where, hint="save the article without what is around it, or as text")
    text = _extracted(trafilatura, tree, where)
    if not text and tree.find(".//table") is not None:  # pages of the nineties stand in tables
        for cell in tree.iter("table", "tbody", "tr", "td", "th"):
            cell.tag = "div"
        text = _extracted(trafilatura, tree, where)
    if declared and len(declared) > 2 * len(text):
        text = declared
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip()) or None


def _extracted(trafilatura: ModuleType, tree: Any, where: str) -> str:
    try:
        found = trafilatura.bare_extraction(
            tree, include_comments=False, include_tables=False, include_links=False, favor_precision=True,
            deduplicate=False, with_metadata=False,
        )  # fmt: skip
    except need.FAULTS as error:
        raise InputError(
            f"cannot be taken apart ({said(error)})", where=where, hint="save its article as text"
        ) from error
    return (found.text or "") if found is not None else ""


# --- what it declares -----------------------------------------------------------------------------------


def _declared(tree: Any) -> _Said:
    meta = _meta(tree)
    data = _linked(tree)
    published, basis = _date(tree, meta, data)
    title = _first(meta, _TITLES) or _string(data.get("headline")) or _heading(tree)
    site = _string(_inner(data.get("publisher"), "name")) or _first(meta, _SITES)
    address = _string(data.get("url")) or meta.get("og:url") or _canonical(tree)
    if title and site and title.endswith(site):
        title = title[: -len(site)].rstrip(" |–—-:·") or title
    return _Said(title, site, published, basis, address, tree.get("lang"), _string(data.get("articleBody")))


def _meta(tree: Any) -> dict[str, str]:
    out: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            out.setdefault(name.strip().lower(), content)
    return out


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _date(tree: Any, meta: dict[str, str], data: dict[str, Any]) -> tuple[str | None, str | None]:
    """The date of publication, never that of a change, and where it stands."""
    if found := _string(data.get("datePublished")):
        return found, "JSON-LD datePublished"
    for name in _DATES:
        if name in meta:
            return meta[name], f"meta tag {name}"
    for element in tree.iter("time"):
        stamp = element.get("datetime")
        marks = f"{element.get('itemprop')} {element.get('class')} {element.get('pubdate', '-')}".lower()
        if stamp and ("publish" in marks or not marks.endswith("-")):
            return stamp, "time element"
    return None, None


def _heading(tree: Any) -> str | None:
    heads = [markup.words(h) for h in tree.iter("h1")]
    return heads[0] if len(heads) == 1 and heads[0] else markup.words(tree.find(".//title")) or None


def _canonical(tree: Any) -> str | None:
    return next((e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical" and e.get("href")), None)


def _linked(tree: Any) -> dict[str, Any]:
    """The first article that the page's JSON-LD tells of."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or ""):
            continue
        try:
            data = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):  # the page's own fault; its meta tags may do
            continue
        if found := _article_in(data):
            return {**found, "publisher": _referred(found.get("publisher"), data)}
    return {}


def _referred(one: Any, data: Any) -> Any:
    """What a reference by `@id` stands for in the same graph; anything else as it is."""
    graph = data.get("@graph") if isinstance(data, dict) else data
    name = _inner(one, "@id")
    if not isinstance(one, dict) or "name" in one or not isinstance(name, str) or not isinstance(graph, list):
        return one
    return next((other for other in graph if isinstance(other, dict) and other.get("@id") == name), one)


def _article_in(data: Any, depth: int = 0) -> dict[str, Any] | None:
    if depth > 4:
        return None
    if isinstance(data, dict):
        kinds = data.get("@type")
        if any(
            _ARTICLE.search(kind)
            for kind in ([kinds] if isinstance(kinds, str) else kinds or [])
            if isinstance(kind, str)
        ):
            return data
        data = data.get("@graph") or data.get("mainEntity") or []
        data = data if isinstance(data, list) else [data]
    if isinstance(data, list):
        return next((found for one in data if (found := _article_in(one, depth + 1))), None)
    return None


def _inner(data: Any, name: str) -> Any:
    if isinstance(data, list) and data:
        data = data[0]
    return data.get(name) if isinstance(data, dict) else data


def _string(data: Any) -> str | None:
    return data.strip() or None if isinstance(data, str) else None
