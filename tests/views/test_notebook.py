"""Notebooks: tables, frames, magics, and the tour from an empty state."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from kg.views import notebook, terminal_timeline
from kg.views.magics import load_ipython_extension
from tests.views import examples, hostile

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"


def test_a_graph_is_a_table_and_a_sandboxed_frame():
    """The frame may run its own scripts and nothing else; the table stands before it."""
    html = notebook.graph_html(examples.seed_graph())
    assert html.index("</table>") < html.index("<iframe")
    assert re.search(r'<iframe[^>]* sandbox="allow-scripts"', html)
    assert "<script" not in html
    assert "United States does not cooperate with Iran" in html.split("<iframe")[0]


def test_many_events_stay_out_of_the_cell():
    """More than a thousand events would make the notebook's file heavy: the table says how many there are."""
    graph = examples.seed_graph()
    event = graph.events()[0]

    class Many(examples.Told):
        def events(self):
            return (event,) * (notebook.FRAMED + 1)

    html = notebook.graph_html(Many(graph.read))
    assert "<iframe" not in html
    assert "1,001 events" in html


def test_hostile_texts_stay_texts_in_a_table():
    """No tag of a text reaches the cell as a tag."""
    html = notebook.rows_html([{text: text} for text in hostile.TEXTS], first=100)
    assert set(re.findall(r"<(\w+)", html)) == {"table", "thead", "tbody", "tr", "th", "td", "bdi"}


@pytest.mark.browser
def test_the_frame_draws_the_page_without_an_origin(browser, tmp_path):
    """In a sandboxed frame the page draws, choices work, and nothing is asked of the world outside."""
    errors, path = [], tmp_path / "cell.html"
    path.write_text(f"<!DOCTYPE html><meta charset='utf-8'>{notebook.frame(examples.seed())}", encoding="utf-8")
    page = browser.new_page()
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.goto(path.as_uri())
    frame = page.frames[1]
    frame.click(".evidence .event >> nth=0")
    assert frame.locator(".claim mark").count() > 0
    frame.click(".legend summary")
    frame.click(".key >> text=assault")
    assert frame.locator(".key[aria-pressed=true]").count() == 1
    assert errors == []
    page.close()


def test_the_frame_holds_the_very_page():
    """What stands in `srcdoc` is the page, escaped once."""
    from kg.views import page_html

    held = re.search(r'srcdoc="([^"]*)"', notebook.frame(examples.seed()))[1]
    assert unescape(held) == page_html(examples.seed())


def test_a_timeline_is_text_a_table_and_a_picture():
    """It prints as text; in a cell its frame may run nothing at all."""
    graph = examples.seed_graph()
    told = notebook.Timeline.of(graph, graph.events())
    assert str(told) == terminal_timeline(graph.events())
    html = told._repr_html_()
    assert html.index("</table>") < html.index("<iframe")
    assert re.search(r'<iframe title="Timeline" sandbox style=', html)
    assert "</style><svg " in unescape(re.search(r'srcdoc="([^"]*)"', html)[1])
    assert "<iframe" not in notebook.Timeline.of(graph, [])._repr_html_()


class Rows(list):
    """Answers to a query, as a graph gives them."""

    columns = ("who", "whom")

    def dicts(self):
        return [dict(zip(self.columns, row, strict=True)) for row in self]


class Asked:
    """A graph that gives one row and remembers what it was asked."""

    def query(self, sparql: str) -> Rows:
        self.sparql = sparql
        return Rows([("Iran", "<b>China</b>")])


@pytest.fixture
def shell():
    api = pytest.importorskip("IPython.core.interactiveshell")
    made = api.InteractiveShell()
    load_ipython_extension(made)
    return made


def test_a_sparql_cell_gives_rows(shell):
    """`%%sparql` asks the variable `graph`; the rows show as a table, in a terminal too."""
    shell.user_ns["graph"] = asked = Asked()
    shown = shell.run_cell_magic("sparql", "", "SELECT ?who ?whom WHERE { }")
    assert asked.sparql.strip() == "SELECT ?who ?whom WHERE { }"
    assert [dict(row) for row in shown] == [{"who": "Iran", "whom": "<b>China</b>"}]
    assert "&lt;b&gt;China" in shown._repr_html_()
    assert repr(shown).startswith("who   whom")


def test_another_graph_can_be_named(shell):
    """`-g NAME` takes another variable."""
    shell.user_ns["talks"] = asked = Asked()
    assert len(shell.run_line_magic("sparql", "-g talks SELECT * { }")) == 1
    assert asked.sparql == "SELECT * { }"


def test_what_is_wrong_is_one_line(shell, capsys):
    """No graph, no such path: a sentence in the cell, no traceback."""
    assert shell.run_cell_magic("sparql", "", "SELECT * { }") is None
    assert shell.run_line_magic("ask", "-g nowhere.kg who met Iran") is None
    first, second = capsys.readouterr().out.splitlines()
    assert first == "there is no graph; set `graph = kg.open(…)`, or say -g PATH"
    assert second.startswith("nowhere.kg: ")


def _copies():
    spec = importlib.util.spec_from_file_location("notebook_copies", ROOT / "docs" / "notebooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _executed(path: Path):
    """Run once for all tests."""
    for needed in ("jupytext", "nbclient", "ipykernel", "matplotlib", "pandas", "networkx"):
        pytest.importorskip(needed)
    return _copies().executed(path)


each_notebook = pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.py")), ids=lambda path: path.stem)


@each_notebook
def test_notebooks_run_from_an_empty_state(path):
    """Each notebook runs to its end, and each cell with a table or text shows it."""
    outputs = [out for cell in _executed(path).cells if cell.cell_type == "code" for out in cell.outputs]
    assert len(outputs) >= 8
    assert not [out for out in outputs if out.output_type == "error"]


@each_notebook
def test_the_copy_for_the_web_is_what_the_notebook_shows(path):
    """`docs/notebooks/` holds each notebook with the output of today, small and without a path of any machine."""
    text = (ROOT / "docs" / "notebooks" / f"{path.stem}.md").read_text("utf-8")
    made, plots = _copies().rendered(_executed(path), path.stem)
    assert made == text, "run `python docs/notebooks.py`, read what has changed"
    for file, drawn in plots.items():
        assert drawn.startswith(b"\x89PNG")
        assert (ROOT / "docs" / "notebooks" / file).read_bytes().startswith(b"\x89PNG")
        assert f"]({file})" in text
    assert not re.search(r"(?:/tmp|/home|/root|/Users|C:\\\\)\b|\b0x[0-9a-f]{6,}", text)
    assert len(text) < 60_000


def test_tables_of_pandas_and_kg_become_markdown():
    """Heads of two rows are joined, markup in a cell stays words."""
    pandas = pytest.importorskip("pandas")
    table = _copies().markdown_table
    assert table(notebook.rows_html([{"who": "<b>Iran|</b>", "events": 3}], caption="1 row")).splitlines() == [
        "| who | events |", "| --- | ---: |", "| &lt;b&gt;Iran\\|&lt;/b&gt; | 3 |", "", "*1 row*",
    ]  # fmt: skip
    crossed = pandas.crosstab(pandas.Series(["a", "b", "b"], name="of"), pandas.Series(["x", "x", "x"], name="by"))
    assert table(crossed.to_html()).splitlines()[0] == "| by / of | x |"


def test_the_researcher_s_question_is_answered_with_plots():
    """Events over time, a dyad's score, pairs, and the network: four pictures, each once."""
    made, plots = _copies().rendered(_executed(NOTEBOOKS / "relations.py"), "relations")
    assert len(plots) == 4
    assert made.count("![") == 4
    assert "![Iran and the United States: cooperation and conflict](relations-2.png)" in made


def test_notebooks_are_text():
    """The notebook is text in git: no output is stored with it."""
    for path in NOTEBOOKS.glob("*.py"):
        assert path.read_text("utf-8").startswith("# %% [markdown]\n# # ")
