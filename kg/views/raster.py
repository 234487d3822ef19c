"""SVG text in, PNG bytes out, by resvg (the extra `png`); the words need a font that is on this machine."""

from __future__ import annotations

import re

from kg.errors import KgError

__all__ = ["png"]

_WIDEST = 16_000
"""More pixels than this in one direction no viewer opens, and resvg would ask for gigabytes."""
_SIZE = re.compile(r'\b(?:width|height)="([0-9.]+)"')
_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" font-family="{font}">{text}</svg>'


def png(svg: str, *, zoom: float = 2.0) -> bytes:
    """The picture in pixels, `zoom` of them for each unit of the SVG (fewer where it would be too large to open).

    Raises KgError where resvg is missing, and where no font is found: letters would be left out in silence.
    """
    try:
        import resvg_py
    except ImportError as error:
        raise KgError("PNG needs the package resvg_py", hint="pip install 'dipkg[png]', or write .svg") from error
    from kg.views.svg.ink import FONT

    written, bare = (_PROBE.format(font=FONT, text=text) for text in ('<text y="15">M</text>', ""))
    if resvg_py.svg_to_bytes(svg_string=written) == resvg_py.svg_to_bytes(svg_string=bare):
        raise KgError("no font for the words of the picture", hint="install one (DejaVu Sans), or write .svg")
    width, height = _size(svg)
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=min(zoom, _WIDEST / max(width, height))))


def _size(svg: str) -> tuple[float, float]:
    """Width and height as the first element of our own pictures says them.

    >>> _size('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>')
    (40.0, 30.0)
    """
    width, height = _SIZE.findall(svg)[:2]
    return float(width), float(height)
