"""Measures the time to the first stable picture of the page in Chromium, beside pyvis as it comes on the same graph.

    python benchmarks/page.py [--sizes 1000,10000] [--repeat 3] [--limit 150] [--no-pyvis]

Prints one JSON object a line. `stable` is, for the page, the moment two frames after network, timeline and evidence
are drawn; for pyvis the end of its physics ("stabilizationIterationsDone", when its loading bar goes), stopped at
`--limit` seconds. Seconds hold for one machine; the ratio is what to compare.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import TimeoutError as TooLong
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from kg.views import page
from kg.views.data import PageData
from tests.views.examples import crowd

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
OURS = """
new PerformanceObserver((list) => { for (const { name, startTime } of list.getEntries()) if (name === 'stable')
    console.log('stable ' + startTime); }).observe({ entryTypes: ['mark'] });
"""
THEIRS = """
Object.defineProperty(window, 'network', { configurable: true, get() { return this.held; }, set(made) {
    this.held = made;
    if (made && made.once) made.once('stabilizationIterationsDone', () => console.log('stable ' + performance.now()));
} });
"""


def as_it_comes(data: PageData, out: Path) -> Path:
    """The same nodes and edges with pyvis and nothing else: its own page, its own physics, drawn offline."""
    from pyvis.network import Network

    net = Network(cdn_resources="in_line", directed=True)
    for actor in data.actors:
        net.add_node(f"a {actor.id}", label=actor.name)
    for event in data.events:
        net.add_node(f"e {event.id}", label=event.label)
        for one in event.parties:
            net.add_edge(f"a {one}", f"e {event.id}")
    out.write_text(net.generate_html(), encoding="utf-8")
    return out


def measure(playwright: Any, path: Path, watch: str, limit: float) -> float | None:
    """Seconds until the page says that it is stable; None when the limit comes first."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
    tab = browser.new_page(viewport={"width": 1400, "height": 900})
    tab.add_init_script(watch)
    try:
        with tab.expect_console_message(lambda m: m.text.startswith("stable "), timeout=limit * 1000) as said:
            tab.goto(path.as_uri(), wait_until="commit")
        return float(said.value.text.split()[1]) / 1000
    except TooLong:
        return None
    finally:
        browser.close()


def row(playwright: Any, size: int, folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    """All figures for one size."""
    data = crowd(size)
    began = time.perf_counter()
    ours = page(data, folder / f"ours-{size}.html")
    made = time.perf_counter() - began
    times = [measure(playwright, ours, OURS, options.limit) for _ in range(options.repeat)]
    stable = median(one for one in times if one is not None)
    out: dict[str, Any] = {
        "events": size,
        "write_s": round(made, 2),
        "file_mb": round(ours.stat().st_size / 1e6, 2),
        "stable_s": round(stable, 2),
    }
    if not options.no_pyvis:
        theirs = measure(playwright, as_it_comes(data, folder / f"pyvis-{size}.html"), THEIRS, options.limit)
        out["pyvis_stable_s"] = round(theirs, 1) if theirs else f"> {options.limit:g}"
        out["ratio"] = round(theirs / stable) if theirs else f"> {options.limit / stable:.0f}"
    return out


def main() -> None:
    """Measures every size in a browser of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--limit", type=float, default=150)
    parser.add_argument("--no-pyvis", action="store_true")
    options = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        for size in map(int, options.sizes.split(",")):
            print(json.dumps(row(playwright, size, Path(folder), options)), flush=True)


if __name__ == "__main__":
    main()
