"""Page data in, pictures for a report out: the network and the timeline as SVG that needs nothing else.

A picture holds no script, no style sheet and no reference outside itself; the same data gives the same bytes.
"""

from __future__ import annotations

from kg.views.svg.network import network_svg
from kg.views.svg.timeline import timeline_svg

__all__ = ["network_svg", "timeline_svg"]
