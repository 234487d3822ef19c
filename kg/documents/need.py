"""Imports of packages that only one format needs; a missing one is one sentence, not a traceback."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from kg.errors import InputError

__all__ = ["FAULTS", "package"]

FAULTS = (ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, RecursionError, TypeError, ValueError)
"""What a library may raise on a damaged file, besides its own errors: the file's fault, not the program's."""


_INSTALL = {"html": "trafilatura lxml_html_clean", "pdf": "'dipkg[pdf]'"}


def package(name: str, purpose: str, where: str) -> ModuleType:
    """The module that serves a purpose (html, pdf); raises InputError with the command that installs it.

    >>> package("nosuchmodule", "pdf", "a.pdf")
    Traceback (most recent call last):
    kg.errors.InputError: a.pdf: needs the package nosuchmodule; pip install 'dipkg[pdf]'
    """
    try:
        return import_module(name)
    except ImportError as error:
        missing = (error.name or name).partition(".")[0]
        raise InputError(
            f"needs the package {missing}", where=where, hint=f"pip install {_INSTALL[purpose]}"
        ) from error
