"""The pages of the documentation that are made from the program."""

from __future__ import annotations

from pathlib import Path

from kg.cli import COMMANDS
from kg.cli.reference import reference

ROOT = Path(__file__).parents[2]


def test_the_reference_is_what_the_help_says() -> None:
    """docs/reference/cli.md is the output of `make docs`."""
    assert (ROOT / "docs/reference/cli.md").read_text("utf-8") == reference() + "\n", "run `make docs`"


def test_every_command_is_in_the_readme() -> None:
    """A command that the README does not name is one that nobody finds."""
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"kg {name}" not in readme] == []
