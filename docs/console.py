"""Console blocks of Markdown pages in, the same blocks with what the commands print now out.

    python docs/console.py          write README.md and docs/ anew (`make docs`)

A block is ```console with lines `$ command`; everything up to the next `$` or the end of the block is output. All
blocks of a page run one after the other in one empty folder that holds `seeds`. `make demo` stands for the commands of
its recipe. A line `…` in the output stays, and stands for any number of lines that are left out there.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs/howto").glob("*.md")))
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_RECIPE = re.compile(r"^demo:.*\n((?:\t.*\n)+)", re.MULTILINE)


def rendered(page: str) -> str:
    """The page with the present output in its console blocks."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "seeds").symlink_to(ROOT / "seeds")
        return _BLOCK.sub(lambda block: f"```console\n{_session(block[1], Path(folder))}```", page)


def _session(block: str, folder: Path) -> str:
    out = []
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if part:
            command, _, old = part.partition("\n")
            out.append(f"{command}\n{_cut(_run(command[2:], folder), old)}")
    return "".join(out)


def _cut(new: str, old: str) -> str:
    """The new output with what the old one leaves out left out: as many lines before and after each `…`."""
    lines = old.splitlines()
    if "…" not in lines:
        return new
    at = lines.index("…")
    after = len(lines) - at - 1
    kept = new.splitlines()
    tail = kept[len(kept) - after :] if after else []
    return "".join(f"{line}\n" for line in [*kept[:at], "…", *tail])


def _run(command: str, folder: Path) -> str:
    """What the command prints on a terminal 100 columns wide; progress on stderr is not shown, words on it are."""
    if command == "make demo":
        recipe = _RECIPE.search((ROOT / "Makefile").read_text("utf-8"))
        assert recipe is not None
        command = re.sub(r"^\t@?", "", recipe[1], flags=re.MULTILINE).replace("$(KG)", "kg").replace("$(DEMO)", "demo")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    main, terminal = pty.openpty()
    script = f"exec 2>&1 >/dev/fd/{terminal}\n{command}\n"
    with subprocess.Popen(["bash", "-c", script], cwd=folder, env=env, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL,
                          pass_fds=[terminal]) as process:  # fmt: skip
        assert process.stdout is not None
        os.close(terminal)
        shown = bytearray()
        while True:
            try:
                piece = os.read(main, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
        told = process.stdout.read()
    os.close(main)
    text = (told + bytes(shown)).decode("utf-8").replace("\r\n", "\n")
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)


def main() -> None:
    """Write every page anew."""
    for page in PAGES:
        before = page.read_text("utf-8")
        after = rendered(before)
        if after != before:
            page.write_text(after, encoding="utf-8")
            print(f"{page.relative_to(ROOT)}: written anew")


if __name__ == "__main__":
    main()
