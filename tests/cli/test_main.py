"""The command line as a whole: help, mistakes, exit codes, pipes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import COMMANDS

KG = [sys.executable, "-m", "kg"]


def test_help_names_every_command(run) -> None:
    """`kg --help`, `kg -h` and `kg` alone list every command with a line about it."""
    ran = run("--help")
    assert ran.code == 0
    listed = [line.split()[0] for line in ran.out.partition("Commands:\n")[2].splitlines()]
    assert listed == list(COMMANDS)
    assert "..." not in ran.out.partition("Commands:\n")[2]
    assert run("-h").out == run().out == ran.out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(run, name: str) -> None:
    """`kg COMMAND --help` says what it does and explains every option."""
    ran = run(name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: kg {name}")
    options = ran.out.partition("Options:\n")[2].splitlines()
    assert [line for line in options if line.startswith("  -") and len(line.split()) < 2] == []


def test_help_imports_nothing_heavy() -> None:
    """Help needs none of the libraries that cost start-up time."""
    heavy = {
        "rdflib", "oxrdflib", "pyoxigraph", "pyshacl", "pyvis", "dateparser", "pandas", "jinja2", "IPython", "rich",
        "pydantic", "click",
    }  # fmt: skip
    code = f"import sys; from kg.cli import main; main(['--help']); print(sorted({heavy} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["frobnicate"], "frobnicate"),
        (["build", "seeds", "-o", "x.kg", "--nonsense"], "--nonsense"),
        (["events"], "--graph"),
        (["build", "seeds"], "--output"),
        (["export", "excel", "-g", "x"], "excel"),
        (["export"], "FORMAT"),
        (["timeline", "-g", "x", "--width", "3"], "48"),
        (["extract", "seeds", "--map", "text"], "FIELD=NAME"),
        (["correct", "-g", "x"], "reject"),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_code_2(run, words: list[str], told: str) -> None:
    """A usage error names the word that is wrong, in one line on stderr, and where help is."""
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert "--help" in ran.err
    assert ran.err.count("\n") == 1


WITHOUT_GRAPH = ("build", "extract", "dates", "quotes", "explain", "read", "eval")


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in WITHOUT_GRAPH])
def test_a_missing_graph_is_an_error(run, tmp_path: Path, name: str) -> None:
    """No command takes a graph that is not there for an empty one, or makes it."""
    missing = tmp_path / "none.kg"
    more = {
        "why": ["0000"], "query": ["SELECT * { ?s ?p ?o }"], "export": ["trig"], "ask": ["who met Iran"],
        "correct": ["reject", "0000"],
        "publish": ["http://127.0.0.1:9/store"],
        "page": ["-o", str(tmp_path / "x.html")],
    }.get(name, [])  # fmt: skip
    ran = run(name, *more, "-g", missing)
    assert (ran.code, ran.out) == (3, "")
    assert "none.kg: " in ran.err
    assert "make one: kg build" in ran.err
    assert ran.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_one_line(run, tmp_path: Path) -> None:
    """A knowledge base below a file: the path is named, no trace."""
    (tmp_path / "file").write_text("x", "utf-8")
    ran = run("build", "seeds", "-o", tmp_path / "file" / "x.kg")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.splitlines()[-1].startswith(f"kg: {tmp_path / 'file'}")


def test_debug_shows_the_trace(tmp_path: Path) -> None:
    """With --debug, before or after the command, an error comes with its trace."""
    for words in (["--debug", "events", "-g", "none.kg"], ["events", "-g", "none.kg", "--debug"]):
        ran = subprocess.run([*KG, *words], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
        assert "Traceback" in ran.stderr
        assert "GraphError" in ran.stderr


def test_a_closed_pipe_ends_quietly(talks: Path) -> None:
    """`kg … | head -1` prints one line and complains of nothing."""
    line = f"{sys.executable} -m kg query 'SELECT * {{ ?s ?p ?o }}' -g {talks} | head -n 1"
    ran = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=60, check=False)
    assert ran.stdout.count("\n") == 1
    assert ran.stderr == ""


def test_an_interrupted_run_says_so() -> None:
    """Ctrl-C ends with exit code 130 and one line."""
    with subprocess.Popen(
        [*KG, "dates", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        process.stdin.write("Iran ")
        process.stdin.flush()
        _wait_until_reading(process.pid)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.strip().startswith("kg: interrupted")
    assert err.strip().count("\n") == 0


def _wait_until_reading(pid: int) -> None:
    """Until the process waits for more input on its stdin: the lexicon is loaded, the pipe is empty."""
    import time

    waits = Path(f"/proc/{pid}/wchan")
    if not waits.exists():
        time.sleep(5)
        return
    for _ in range(600):
        if "pipe" in waits.read_text():
            return
        time.sleep(0.05)


def test_stdout_is_utf8_wherever_it_goes(talks: Path) -> None:
    """In an ASCII locale quotes keep their curly marks."""
    ran = subprocess.run(
        [*KG, "why", "-g", str(talks), "--json", _some_event(talks)],
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    assert "\\u" not in ran.stdout.decode("utf-8")


def _some_event(talks: Path) -> str:
    from kg.graph import open_graph

    return open_graph(talks).events()[0].id
