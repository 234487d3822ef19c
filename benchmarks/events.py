"""How fast rows of an event data set become claims: `python benchmarks/events.py [ROWS]`.

Writes a file in the manner of GDELT 1.0, from a counter, so that every run measures the same, and reads it up to the
claims as a knowledge base stores them. Prints rows a minute by the clock, and the processor's seconds for a million.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from kg import pipeline
from kg.errors import InputError
from kg.graph.files import Stored, encode_stored

STATES = "USA IRN RUS CHN FRA GBR DEU ISR IRQ SYR TUR EGY SAU IND PAK JPN KOR PRK UKR POL NGA ETH KEN ZAF BRA".split()
TYPES = ("", "GOV", "MIL", "OPP", "REB", "BUS", "CVL")
CODES = "020 036 040 042 043 046 051 057 061 071 0841 090 1011 111 112 120 138 141 150 163 173 190 193".split()


def row(number: int) -> str:
    """One event of 58 columns; a quarter have no second actor."""
    one, other = STATES[number % 25], STATES[(number // 25 + 7) % 25]
    kind, opposite = TYPES[number % 7], TYPES[number // 7 % 7]
    day, code = f"2014{number % 12 + 1:02}{number % 28 + 1:02}", CODES[number % 23]
    cells = [str(number), day, day[:6], "2014", "2014.8", one + kind, one, one, "", "", "", "", kind, "", ""]
    cells += [other + opposite, other, other, "", "", "", "", opposite, "", ""] if number % 4 else [""] * 10
    cells += ["1", code, code[:3], code[:2], "1", "1.0", "4", "1", "4", "2.5"]
    cells += [
        *["4", "Vienna, Wien, Austria", "AU", "AU09", "48.2", "16.3", "-1991997"] * 3,
        "20150101",
        "http://a.example",
    ]
    return "\t".join(cells)


def main() -> None:
    """Write, read, print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "20150101.export.CSV"
        path.write_text("".join(f"{row(n)}\n" for n in range(count)), encoding="utf-8")
        before, begun, claims = time.process_time(), time.perf_counter(), 0
        for found in pipeline.extract_paths(path):
            if isinstance(found, InputError):
                raise SystemExit(str(found))
            document, made = found
            claims += len(made)
            encode_stored(Stored(document, made, "benchmark"))
        spent, seconds = time.process_time() - before, time.perf_counter() - begun
    finally:
        shutil.rmtree(folder)
    print(f"{claims:,} of {count:,} rows became claims, {count / seconds * 60:,.0f} rows a minute by the clock")
    print(f"{spent / count * 1e6:.0f} seconds of one core for a million")


if __name__ == "__main__":
    main()
