"""The notebooks of notebooks/ in, run from an empty state; the same with what their cells show as Markdown out.

    python docs/notebooks.py        write docs/notebooks/*.md anew (needs jupytext, nbclient, ipykernel, pandas)

Tables become Markdown tables, bars behind numbers become bars of text, and the page in its frame a word on where it is
to be seen. A test runs the notebooks and says when a copy is stale.
"""

from __future__ import annotations

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
_PICTURES = {"tour": "![The page of the seed article](../pictures/page.png)"}
_BAR = re.compile(r"((?:#T_\w+(?:, )?)+)\s*\{[^}]*linear-gradient\(90deg,([^}]*)\)")


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


def rendered(notebook: Any, name: str) -> str:
    """A notebook with outputs as Markdown."""
    parts = [_MADE.format(name=name)]
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(f"{cell.source}\n")
        else:
            parts.append(f"```python\n{cell.source}\n```\n")
            parts += [f"{shown}\n" for output in _joined(cell.outputs) for shown in _shown(output)]
    text = "\n".join(parts)
    return text.replace(_FRAME, f"{_FRAME}\n\n{_PICTURES[name]}", 1) if name in _PICTURES else text


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
            yield _FRAME
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
    read = _Table(_bars(html))
    read.feed(html)
    heads = [" / ".join(dict.fromkeys(filter(None, column))) for column in zip(*read.heads, strict=True)]
    numbers = [
        all(re.match(r"[−\d.,-]*( [█▌]*)?$", cell) for cell in column) for column in zip(*read.rows, strict=True)
    ]
    rule = ["---:" if number else "---" for number in numbers] or ["---"] * len(heads)
    lines = [f"| {' | '.join(row)} |" for row in (heads, rule, *read.rows)]
    return "\n".join([*lines, *([f"\n*{read.caption}*"] if read.caption else [])])


def _bars(html: str) -> dict[str, int]:
    """How long the bar behind each cell of a styled pandas table is, in tenths, by the cell's id."""
    found = {}
    for names, stops in _BAR.findall(html):
        ends = [float(end) for end in re.findall(r"#\w+ ([\d.]+)%", stops)]
        long = ends[-1] - (ends[0] if len(ends) > 1 else 0)
        found.update({name: max(1, round(long / 10)) for name in re.findall(r"#(T_\w+)", names) if long > 0})
    return found


class _Table(HTMLParser):
    """Reads the rows of one table; a row of heads has as many cells as it spans columns."""

    def __init__(self, bars: dict[str, int]) -> None:
        super().__init__()
        self.heads: list[list[str]] = []
        self.rows: list[list[str]] = []
        self.caption = ""
        self._bars, self._bar = bars, 0
        self._into = self.rows
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attributes: Sequence[tuple[str, str | None]]) -> None:
        if tag in ("thead", "tbody"):
            self._into = self.heads if tag == "thead" else self.rows
        elif tag == "tr":
            self._into.append([])
        elif tag in ("td", "th", "caption", "style"):
            self._open = []
            self._bar = self._bars.get(dict(attributes).get("id") or "", 0)

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
            self._into[-1].append(f"{text} {'█' * (self._bar // 2)}{'▌' * (self._bar % 2)}".rstrip())
        self._open = None


def main() -> None:
    """Write every copy anew."""
    COPIES.mkdir(exist_ok=True)
    for path in sorted(NOTEBOOKS.glob("*.py")):
        text = rendered(executed(path), path.stem)
        (COPIES / f"{path.stem}.md").write_text(text, encoding="utf-8", newline="\n")
        print(f"docs/notebooks/{path.stem}.md: {len(text.encode()) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
