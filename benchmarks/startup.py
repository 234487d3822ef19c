"""How long `kg` takes to answer at all: help, an empty import, a question on a stored graph.

    python benchmarks/startup.py [GRAPH]

Prints the median of nine runs of each, in seconds, beside a Python that does nothing. Without GRAPH one is built from
seeds/.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 9


def median(*command: str) -> float:
    """Wall-clock seconds of a command, the median of `RUNS`."""
    seconds = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds)


def main() -> None:
    """Measure, and print a table."""
    kg = [sys.executable, "-m", "kg"]
    with tempfile.TemporaryDirectory() as folder:
        graph = sys.argv[1] if len(sys.argv) > 1 else str(Path(folder, "talks.kg"))
        if len(sys.argv) == 1:
            subprocess.run([*kg, "build", "seeds", "-o", graph], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        for name, command in (
            ("python that does nothing", [sys.executable, "-c", "pass"]),
            ("import kg", [sys.executable, "-c", "import kg"]),
            ("kg --help", [*kg, "--help"]),
            ("kg events -g …", [*kg, "events", "-g", graph]),
            ("kg ask 'who negotiates with Iran' -g …", [*kg, "ask", "who negotiates with Iran", "-g", graph]),
        ):
            print(f"{name:40} {median(*command):.3f} s")


if __name__ == "__main__":
    main()
