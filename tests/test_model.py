"""The frozen values that every part shares."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Document


def test_another_text_has_another_hash():
    """Also where it is made from a document whose hash was asked for."""
    one = Document.of("Fiji met Tonga.")
    assert replace(one, text="Fiji met Samoa.").sha256 == Document.of("Fiji met Samoa.").sha256 != one.sha256
