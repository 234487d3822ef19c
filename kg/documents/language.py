"""Text in, language out: by script, then by the small words that every text is full of.

Only a decision between English and the rest is needed, so that some two hundred function words do it in
microseconds, and say which other language it is well enough for a message.
"""

from __future__ import annotations

import re

from kg.documents.notices import SkippedError

__all__ = ["NAMES", "SHORT", "recognise", "require_english"]

SHORT = 40
"""Texts of fewer characters are taken as English unless their script says otherwise."""

NAMES = {
    "am": "Amharic", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "da": "Danish or Norwegian",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian or Malay", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sh": "Croatian, Bosnian or Serbian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

_WORDS = {
    "en": "the of and to in that for is on said was with by at as from it he his has had have not be are were been"
    " but this which who an its they their or after would will about more than into when also over she her you we",
    "de": "der die das und ist nicht von mit den dem ein eine einen einer zu auf im für sich des auch als werden hat"
    " dass sind bei nach wird aus wie sie haben",
    "fr": "le la les des et une un est dans que qui pour sur pas au avec du de en il par ce sont aux ont été leur plus",
    "es": "el la los las de y en que del por con una un para se no su al lo como más fue ha es este sobre entre",
    "pt": "o os as de e que do da em um uma para não com no na dos das se por mais foi ao como pelo pela são",
    "it": "il la di che e un una per non con del della sono nel gli le in alla dei si ha da delle più anche",
    "nl": "de het een en van is dat niet op te zijn met voor die in aan er door naar ook bij heeft werd wordt",
    "pl": "i w na z do nie się że to jest o po przez od za jak dla są ale oraz przed tym",
    "tr": "ve bir bu için ile da de olarak çok daha olan en gibi ise sonra kadar göre dedi",
    "id": "dan yang di dari untuk dengan ini itu pada dalam tidak akan ke telah oleh adalah juga",
    "sv": "och att det som är på av en för med den till har inte om ett de var från men",
    "da": "og at det som er på av en for med den til har ikke om et de var fra men af han",
    "ro": "și în de la cu pe care nu este din un o pentru mai au fost că să lui",
    "cs": "a v na se že je o s do z i pro by jako ale po k od jsou které byl",
    "sh": "i u je na da se za od su s o ne koji koja kao bi što iz do nije",
    "hu": "a az és hogy nem is egy volt meg csak de ezt ami van mint után szerint",
    "fi": "ja on ei se että oli hän joka myös mutta ovat kun niin sen mukaan",
    "sw": "ya na wa kwa ni katika la za kuwa hiyo huo cha kama yake baada",
    "vi": "và của là có các được cho trong không với một người những đã này để",
}
_ENGLISH = frozenset(_WORDS["en"].split())
_BOTH = frozenset("a as at an den do had has hat in is men met no on om over par per so son to van was".split())
_OF: dict[str, tuple[str, ...]] = {}
for _code, _list in _WORDS.items():
    for _word in _list.split():
        if _code != "en" and _word in _BOTH:  # an English word or name too: "Mali met Niger"
            continue
        _OF[_word] = (*_OF.get(_word, ()), _code)

_FOREIGN = re.compile(
    "[\u0370-\u1dff\u2c80-\u2dff\u3040-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufeff\U00020000-\U0002fa1f]"
)
_SCRIPTS = tuple(
    (code, re.compile(letters))
    for code, letters in (
        ("ur", "[ٹڈڑےں]"), ("fa", "[پچژگکی]"), ("ar", "[\u0600-\u06ff]"), ("uk", "[іїєґ]"), ("sr", "[ђјљњћџ]"),
        ("bg", "ъ[^еёюя]"), ("ru", "[\u0400-\u04ff]"), ("el", "[\u0370-\u03ff]"), ("he", "[\u0590-\u05ff]"),
        ("hy", "[\u0530-\u058f]"), ("ka", "[\u10a0-\u10ff]"), ("hi", "[\u0900-\u097f]"), ("bn", "[\u0980-\u09ff]"),
        ("ta", "[\u0b80-\u0bff]"), ("th", "[\u0e00-\u0e7f]"), ("am", "[\u1200-\u137f]"), ("ja", "[\u3040-\u30ff]"),
        ("ko", "[\uac00-\ud7af]"), ("zh", "[\u3400-\u9fff]"),
    )
)  # fmt: skip
_SAMPLE = 1200


def recognise(text: str, start: int = 0) -> str | None:
    """ISO 639-1 code of the text's language (from `start` on), `und` for another that is not known, None if too short.

    >>> recognise("The two ministers met in Vienna and said that they would meet again.")
    'en'
    >>> recognise("Die beiden Minister trafen sich in Wien und wollen sich wieder treffen.")
    'de'
    >>> recognise("Kerry meets Zarif") is None
    True
    """
    sample = text[start : start + _SAMPLE]
    if not sample.isascii() and (code := _by_script(sample)):
        return code
    if len(sample.strip()) < SHORT:
        return None
    words = sample.lower().split()
    if sum(map(_ENGLISH.__contains__, words)) >= 0.25 * len(words):  # nothing else comes near that
        return "en"
    counts: dict[str, int] = {}
    kinds: dict[str, set[str]] = {}
    for word in words:
        for code in _OF.get(word, ()):
            counts[code] = counts.get(code, 0) + 1
            kinds.setdefault(code, set()).add(word)
    return _by_counts(counts, {code: len(seen) for code, seen in kinds.items()}, len(words))


def _by_counts(counts: dict[str, int], kinds: dict[str, int], size: int) -> str | None:
    """From how many words of each language there are, and how many different ones."""
    english = counts.pop("en", 0)
    other = max(counts, key=lambda code: (counts[code], code), default="und")
    most = counts.get(other, 0)
    if most > english and most >= 0.1 * size and kinds[other] > 1:
        return other
    if english >= 0.12 * size:
        return "en"
    # a list of names or a headline has few function words; a page of prose in any known language has many
    return None if size < 60 or english >= 0.05 * size else "und"


def _by_script(sample: str) -> str | None:
    """The language that a script other than Latin points to, if it makes up half of the letters."""
    foreign = len(_FOREIGN.findall(sample))
    if not foreign or 2 * foreign < sum(map(str.isalpha, sample)):
        return None
    return next((code for code, letters in _SCRIPTS if len(letters.findall(sample)) * 50 > foreign), "und")


def require_english(text: str, where: str, start: int = 0) -> str | None:
    """`en`, or None if the text is too short to say; raises SkippedError for any other language.

    >>> require_english("مذاکرات هسته‌ای ایران", "a.txt")
    Traceback (most recent call last):
    kg.documents.notices.SkippedError: a.txt: is in Persian, and only English is read so far; give a translation
    """
    code = recognise(text, start)
    if code in ("en", None):
        return code
    named = f"is in {NAMES[code]}" if code in NAMES else "is not in English"
    hint = "give a translation" if code in NAMES else "give a translation, or say `language: en` in its metadata"
    raise SkippedError(f"{named}, and only English is read so far", where=where, hint=hint)
