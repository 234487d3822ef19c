"""Page data in, one HTML file out: network, timeline and evidence, linked, safe, without a network.

Texts travel as escaped JSON and are shown through `textContent` only; scripts and styles are named in the page's
content security policy by their hashes, so nothing else can run or be fetched.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.views.data import PageData

__all__ = ["escaped_json", "page_html", "write_page"]

_ASSETS = Path(__file__).parent / "assets"
_SCRIPTS = (
    "text", "dates", "glyphs", "model", "state", "network", "names", "marks", "timeline", "ink", "hands", "strip",
    "evidence", "table", "help", "controls", "main",
)  # fmt: skip
"""In the order in which they need each other."""
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def page_html(data: PageData, *, title: str | None = None, start: Mapping[str, str] | None = None) -> str:
    """The whole page. The same data gives the same bytes. `start` is what it shows where its address says nothing."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from kg.views.network import network, network_json, vis_script

    scripts = [vis_script(), *((_ASSETS / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS)]
    style = (_ASSETS / "page.css").read_text(encoding="utf-8")
    for source in (*scripts, style):
        _check_embeddable(source)
    heading = title or data.title
    carried = data.to_json() | {"title": heading, "network": network_json(network(data)), "start": dict(start or {})}
    environment = Environment(loader=FileSystemLoader(_ASSETS), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page.html.j2").render(
        title=heading.encode("utf-8", "replace").decode(),
        policy=_policy(scripts, style),
        style=style,
        scripts=scripts,
        data=escaped_json(carried),
    )


def write_page(data: PageData, out: Path, *, title: str | None = None, start: Mapping[str, str] | None = None) -> Path:
    """Writes the page as UTF-8, whole or not at all; returns its path."""
    html = page_html(data, title=title, start=start)
    part = out.with_name(f".{out.name}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(html, encoding="utf-8", newline="\n")
        part.replace(out)
    except OSError as error:
        raise KgError(f"cannot write the page: {error.strerror}", where=str(out), hint="give another path") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
    return out


def escaped_json(value: Any) -> str:
    r"""JSON that can stand in a script element: no character of it can end the element or begin a comment.

    >>> escaped_json({"name": "</script><!--"})
    '{"name":"\\u003c/script\\u003e\\u003c!--"}'
    """
    dense = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", dense)


def _policy(scripts: list[str], style: str) -> str:
    allowed = " ".join(_hash(source) for source in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _check_embeddable(source: str) -> None:
    """A script or style that holds one of these would end its own element."""
    for bad in ("</script", "</style", "<!--"):
        if bad in source.lower():
            raise KgError(f"a part of the page holds {bad!r}", where=str(_ASSETS), hint="install pyvis 0.3.2 afresh")
