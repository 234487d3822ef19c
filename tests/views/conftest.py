"""A real Chromium for the tests of the page; everything that a page asks of the world outside is counted."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kg.views import page as write
from kg.views.data import PageData

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@dataclass
class Opened:
    """A page in the browser, with all that it should not have done."""

    page: Any
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def misdeeds(self) -> list[str]:
        return [*self.requests, *self.dialogs, *self.errors]

    def until(self, condition: str) -> None:
        """Waits until JavaScript says yes (the page's policy forbids Playwright's own way of waiting)."""
        for _ in range(400):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(25)
        raise AssertionError(f"never: {condition}")

    def state(self) -> dict[str, Any]:
        return self.page.evaluate("kg.page.state.get()")

    def hash(self) -> str:
        return self.page.evaluate("decodeURIComponent(location.hash)")

    def evidence(self) -> str:
        return self.page.inner_text(".panel.evidence")

    def nodes(self) -> set[int]:
        return set(self.page.evaluate("kg.page.network.nodes.getIds()"))

    def marks(self) -> list[dict[str, Any]]:
        return self.page.evaluate("(kg.page.timeline.layout(), kg.page.timeline.marks())")

    def node_at(self, node: int) -> tuple[float, float]:
        """Where a node is drawn, in pixels of the page."""
        spot = self.page.evaluate(
            """(id) => { const net = kg.page.network, [x, y] = net.spots[id];
            const at = net.vis.canvasToDOM({x, y}), box = net.root.getBoundingClientRect();
            return [at.x + box.x, at.y + box.y]; }""",
            node,
        )
        return spot[0], spot[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    api = pytest.importorskip("playwright.sync_api")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield running
        running.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """`show(data, address="#…", size=(1400, 900), scheme="dark")` opens the page of some data."""
    contexts = []

    def opened(
        data: PageData,
        address: str = "",
        size: tuple[int, int] = (1400, 900),
        scheme: str = "light",
        **more: Any,
    ) -> Opened:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, **more)
        contexts.append(context)
        out = Opened(context.new_page())
        out.page.on("request", lambda r: None if r.url.startswith(("file:", "about:")) else out.requests.append(r.url))
        out.page.on("dialog", lambda d: (out.dialogs.append(d.message), d.dismiss()))
        out.page.on("console", lambda m: out.errors.append(m.text) if m.type in ("error", "warning") else None)
        out.page.on("pageerror", lambda e: out.errors.append(str(e)))
        path = write(data, tmp_path / f"page{len(contexts)}.html")
        out.page.goto(f"{path.resolve().as_uri()}{address}")
        out.until("performance.getEntriesByName('stable').length > 0")
        return out

    yield opened
    for context in contexts:
        context.close()
