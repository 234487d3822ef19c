"""The notebooks of notebooks/ in, run from an empty state; the same with what their cells show as Markdown out.

    python docs/notebooks.py        write docs/notebooks/*.md anew (needs jupytext, nbclient, ipykernel, pandas)

Tables become Markdown tables, plots files beside the copy, and the page in its frame a word on where it is to be seen.
A test runs the notebooks and says when a copy is stale; of plots only that they are there, since no two releases of
matplotlib draw the same bytes.
"""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
COPIES = ROOT / "docs" / "notebooks"
_MADE = "<!-- Made from notebooks/{name}.py by docs/notebooks.py. -->\n"
_FRAME = "*Here the notebook shows [the page](../page.md) of this graph in a frame.*"
_LINE = (
    "*Here the notebook shows the timeline as a picture in a frame.*\n\n"
    "![The timeline of one article](../pictures/timeline.svg)"
)
_PICTURES = {"tour": "![The page of the seed article](../pictures/page.png)"}


def executed(path: Path) -> Any:
    """The notebook in a file of text, run from an empty state, with its outputs."""
    import jupytext
    from nbclient import NotebookClient

    made = jupytext.read(path)
    runner = NotebookClient(
        made, timeout=170, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    )
    runner.execute(env=os.environ | {"COLUMNS": "100", "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"})
    return made


def rendered(notebook: Any, name: str) -> tuple[str, dict[str, bytes]]:
    """A notebook with outputs as Markdown, and its plots by the names of their files."""
    parts, plots = [_MADE.format(name=name)], dict[str, bytes]()
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(f"{cell.source}\n")
        else:
            parts.append(f"```python\n{cell.source}\n```\n")
            for output in _joined(cell.outputs):
                if drawn := output.get("data", {}).get("image/png"):
                    file = f"{name}-{len(plots) + 1}.png"
                    plots[file] = base64.b64decode(drawn)
                    parts.append(f"![{_title(cell.source)}]({file})\n")
                    continue
                parts += [f"{shown}\n" for shown in _shown(output)]
    text = "\n".join(parts)
    return (text.replace(_FRAME, f"{_FRAME}\n\n{_PICTURES[name]}", 1) if name in _PICTURES else text), plots


def _title(source: str) -> str:
    """What a plot says of itself: its title, as the cell gives it, else the text with which it is drawn."""
    found = re.findall(r'set_title\("([^"]+)"\)|drawn\([^"]*"([^"]+)"\)', source)
    return next((one or other for one, other in found), "A plot")


def _joined(outputs: list[Any]) -> list[Any]:
    """What one cell prints comes in as many pieces as the kernel likes; put together they are always the same."""
    out: list[Any] = []
    for output in outputs:
        if out and output.output_type == "stream" == out[-1].output_type and output.name == out[-1].name:
            out[-1].text += output.text
        else:
            out.append(output)
    return out


def _shown(output: Any) -> Iterator[str]:
    if output.output_type == "stream":
        if output.name == "stdout":
            yield _text(output.text)
        return
    data = output.get("data", {})
    html = data.get("text/html", "")
    if "<table" in html:
        yield markdown_table(html.split("<iframe")[0])
        if "<iframe" in html:
            yield _LINE if 'title="Timeline"' in html else _FRAME
    elif "text/plain" in data:
        yield _text(data["text/plain"])


def _text(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.rstrip().splitlines())
    return f"```text\n{lines}\n```"


def markdown_table(html: str) -> str:
    """An HTML table (of kg, or of pandas) as Markdown; a caption stands below it.

    >>> print(markdown_table("<table><thead><tr><th>who</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody>"))
    | who |
    | --- |
    | &lt;b&gt; |
    """
    read = _Table()
    read.feed(html)
    heads = [" / ".join(dict.fromkeys(filter(None, column))) for column in zip(*read.heads, strict=True)]
    numbers = [all(re.match(r"[−\d.,-]*$", cell) for cell in column) for column in zip(*read.rows, strict=True)]
    rule = ["---:" if number else "---" for number in numbers] or ["---"] * len(heads)
    lines = [f"| {' | '.join(row)} |" for row in (heads, rule, *read.rows)]
    return "\n".join([*lines, *([f"\n*{read.caption}*"] if read.caption else [])])


class _Table(HTMLParser):
    """Reads the rows of one table; a row of heads has as many cells as it spans columns."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: list[list[str]] = []
        self.rows: list[list[str]] = []
        self.caption = ""
        self._into = self.rows
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, _attributes: Sequence[tuple[str, str | None]]) -> None:
        if tag in ("thead", "tbody"):
            self._into = self.heads if tag == "thead" else self.rows
        elif tag == "tr":
            self._into.append([])
        elif tag in ("td", "th", "caption", "style"):
            self._open = []

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open is None or tag not in ("td", "th", "caption", "style"):
            return
        text = re.sub(r"([|*_`\\\[\]])", r"\\\1", " ".join("".join(self._open).split()))
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if tag == "caption":
            self.caption = text
        elif tag != "style":
            self._into[-1].append(text)
        self._open = None


def main() -> None:
    """Write every copy anew."""
    COPIES.mkdir(exist_ok=True)
    for path in sorted(NOTEBOOKS.glob("*.py")):
        text, plots = rendered(executed(path), path.stem)
        for file, drawn in plots.items():
            (COPIES / file).write_bytes(drawn)
        (COPIES / f"{path.stem}.md").write_text(text, encoding="utf-8", newline="\n")
        print(f"docs/notebooks/{path.stem}.md: {len(text.encode()) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
