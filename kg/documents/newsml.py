"""News agencies' XML in, articles out: NewsML-G2 and NITF.

https://iptc.org/standards/newsml-g2/ and https://iptc.org/standards/nitf/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.documents import markup, webpage
from kg.documents.article import Article
from kg.errors import InputError

__all__ = ["articles"]


def articles(root: Any, source: str) -> Iterator[Article | InputError]:
    """One for each news item with words in it; pictures and packages are passed over."""
    if markup.local(root) == "nitf":
        yield _nitf(root, source)
        return
    found = False
    for item in root.iter("{*}newsItem"):
        made = _item(item, source)
        if made is not None:
            found = True
            yield made
    if not found:
        yield InputError("holds no news item with a text", where=source, hint="give the text items of the feed")


def _item(item: Any, source: str) -> Article | None:
    content = next(item.iter("{*}inlineXML"), None)
    if content is not None:
        text = markup.paragraphs(_body(content))
    else:
        text = "\n\n".join(markup.words(data) for data in item.iter("{*}inlineData"))
    if not text.strip():
        return None
    title = markup.words(next(item.iter("{*}headline"), None)) or None
    provider = next((e for name in ("provider", "infoSource", "creditline") for e in item.iter(f"{{*}}{name}")), None)
    stamps = ("firstCreated", "contentCreated", "versionCreated")
    stamp = next((e for name in stamps for e in item.iter(f"{{*}}{name}")), None)
    language = next(item.iter("{*}language"), None)
    return Article(
        webpage.under_title(title, text), f"{source}#{item.get('guid') or ''}", source, id=item.get("guid"),
        title=title,
        publisher=_name(provider), published=markup.words(stamp) or None,
        basis=f"NewsML {markup.local(stamp)}" if stamp is not None else None,
        language=language.get("tag") if language is not None else None,
    )  # fmt: skip


def _body(content: Any) -> Any:
    """The part of inline HTML or NITF that holds the text."""
    for name in ("body.content", "body"):
        if (found := next(content.iter(f"{{*}}{name}"), None)) is not None:
            return found
    return content


def _name(provider: Any) -> str | None:
    if provider is None:
        return None
    inner = provider.find("{*}name")
    return markup.words(inner if inner is not None else provider) or provider.get("literal") or provider.get("uri")


def _nitf(root: Any, source: str) -> Article:
    text = markup.paragraphs(_body(root))
    title = markup.words(next(root.iter("{*}hl1", "{*}hedline"), None)) or None
    issued = next(root.iter("{*}date.issue", "{*}story.date"), None)
    ident = next(root.iter("{*}doc-id"), None)
    source_of = next(root.iter("{*}distributor", "{*}org"), None)
    return Article(
        webpage.under_title(title, text), source, source, id=ident.get("id-string") if ident is not None else None,
        title=title, publisher=markup.words(source_of) or None,
        published=issued.get("norm") if issued is not None else None, basis="NITF date.issue",
    )  # fmt: skip
