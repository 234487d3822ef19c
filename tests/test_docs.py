"""The pages of the documentation: their consoles show what the commands print, and their links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [p for p in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("seeds/*.md")) if p.is_file()]
WITH_CONSOLE = [page for page in PAGES if "```console\n" in page.read_text("utf-8")]


def _console():
    spec = importlib.util.spec_from_file_location("console", ROOT / "docs" / "console.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", WITH_CONSOLE, ids=lambda page: page.name)
def test_consoles_show_what_commands_print(page: Path) -> None:
    """Each command of a page gives the output that stands below it."""
    text = page.read_text("utf-8")
    assert _console().rendered(text) == text, "run `make docs` and read what has changed"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files(page: Path) -> None:
    """Every relative link of a page is a file or folder of the project."""
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    lost = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert lost == []


def test_the_first_command_stands_early() -> None:
    """The README shows a command and its output within fifteen lines."""
    head = (ROOT / "README.md").read_text("utf-8").splitlines()[:15]
    command = next(number for number, line in enumerate(head) if line.startswith("$ "))
    assert head[command + 1]


def test_every_decision_and_page_is_listed() -> None:
    """Whoever opens docs/ finds all of it from the two lists."""
    listed = (ROOT / "docs/README.md").read_text("utf-8") + (ROOT / "docs/decisions/README.md").read_text("utf-8")
    pages = [page.relative_to(ROOT / "docs").as_posix() for page in (ROOT / "docs").rglob("*.md")]
    assert [page for page in pages if page.rpartition("/")[2] not in listed and not page.endswith("README.md")] == []
