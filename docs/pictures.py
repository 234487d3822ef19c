"""The seed article in, the pictures of docs/ out: the page as it stands in Chromium, and the SVG for a report.

python docs/pictures.py         write docs/pictures/* anew (the page needs Playwright and a Chromium)
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import kg
from kg.views import network_svg, timeline_svg

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SEED = "seeds/obama-letter-khamenei.txt"
SHOTS = {
    # name: (what is read, publication date, address, width and height, colour scheme)
    "page": (SEED, "2014-11-06", "", (1280, 800), "light"),
    "letter": (SEED, "2014-11-06", "#find=letter", (1280, 800), "dark"),
    "many": ("seeds", None, "#actor=IRN", (1280, 800), "light"),
    "phone": ("seeds", None, "#part=timeline&lanes=type&types=AGREE", (390, 780), "light"),
}
CHOOSE = {"letter": "kg.page.state.set({find: '', event: kg.page.model.events.find((e) => e.type === 'letter').id})"}


def main() -> None:
    """Writes every picture."""
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(exist_ok=True)
    seed = kg.build(ROOT / SEED, published="2014-11-06")
    for name, drawn in (("network", network_svg(seed)), ("timeline", timeline_svg(seed))):
        (PICTURES / f"{name}.svg").write_text(drawn, encoding="utf-8", newline="\n")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, (source, published, address, (width, height), scheme) in SHOTS.items():
            html = kg.build(ROOT / source, published=published).page(Path(folder) / f"{name}.html")
            tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            tab.goto(f"{html.as_uri()}{address}")
            tab.wait_for_timeout(1000)
            if name in CHOOSE:
                tab.evaluate(CHOOSE[name])
                tab.wait_for_timeout(300)
            tab.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
