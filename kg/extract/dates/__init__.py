"""Dates in text: found by our own grammar, resolved by arithmetic to EDTF with bounds, anchor and reason.

    find(text, published)        time expressions, each with TIMEX3 value, EDTF, bounds and how it was reached
    resolve(timex, published, future)   the same expression in the tense that the caller knows
    when(timex)                  as `kg.model.When`
    publication(document)        publication date and how it is known; interval(...) when only office-holders tell
    counted(when, length), stretched(when, length)   a date so long after another; the span of what took so long
    bounds(edtf)                 first and last day of an EDTF string
    lines(document)              what `kg dates` prints

No clock is read anywhere: a year that neither the text nor the publication date gives stays unknown.
"""

from __future__ import annotations

from kg.extract.dates.edtf import bounds, is_edtf
from kg.extract.dates.find import find, resolve
from kg.extract.dates.lengths import counted, stretched
from kg.extract.dates.publication import interval, lines, publication
from kg.extract.dates.timex import Timex
from kg.extract.dates.when import when

__all__ = [
    "Timex",
    "bounds",
    "counted",
    "find",
    "interval",
    "is_edtf",
    "lines",
    "publication",
    "resolve",
    "stretched",
    "when",
]
