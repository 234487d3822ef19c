"""Which language a text is in, as far as the decision to read it goes."""

from __future__ import annotations

import pytest

from kg.documents.language import NAMES, _detector, recognise
from kg.errors import KgError

SAMPLES = {
    "de": "Die Außenminister haben sich in Wien getroffen und über das Abkommen gesprochen, das noch"
    " nicht unterzeichnet ist.",
    "fr": "Les ministres se sont réunis à Vienne pour discuter de l'accord qui n'est pas encore"
    " signé par les deux pays.",
    "es": "Los ministros se reunieron en Viena para hablar del acuerdo que todavía no ha sido"
    " firmado por los dos países.",
    "it": "I ministri si sono incontrati a Vienna per discutere dell'accordo che non è stato ancora"
    " firmato dalle parti.",
    "pt": "Os ministros reuniram-se em Viena para discutir o acordo que ainda não foi assinado pelos dois países.",
    "nl": "De ministers kwamen in Wenen bijeen om te praten over het akkoord dat nog niet is ondertekend.",
    "pl": "Ministrowie spotkali się w Wiedniu, aby rozmawiać o porozumieniu, które nie zostało"
    " jeszcze podpisane przez kraje.",
    "tr": "Bakanlar Viyana'da bir araya geldi ve henüz imzalanmamış olan anlaşma için görüşmeler yaptı.",
    "id": "Para menteri bertemu di Wina untuk membahas perjanjian yang belum ditandatangani oleh kedua negara itu.",
    "ru": "Министры встретились в Вене, чтобы обсудить соглашение.",
    "uk": "Міністри зустрілися у Відні, щоб обговорити угоду.",
    "ar": "اجتمع الوزراء في فيينا لمناقشة الاتفاق النووي.",
    "fa": "وزیران خارجه برای گفتگو در وین گرد هم آمدند.",
    "ur": "وزرائے خارجہ نے ویانا میں ملاقات کی اور معاہدے پر بات چیت کی ہے جو ابھی نہیں ہوا۔",
    "he": "השרים נפגשו בווינה כדי לדון בהסכם.",
    "zh": "外交部长在维也纳会晤，讨论核协议。",
    "ja": "外相らはウィーンで会談し、核合意について協議した。",
    "ko": "외무장관들이 빈에서 만나 핵 합의를 논의했다.",
    "el": "Οι υπουργοί συναντήθηκαν στη Βιέννη.",
    "hi": "मंत्रियों ने वियना में मुलाकात की।",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_other_languages_are_named(code: str):
    """So that the message says what the text is in."""
    assert recognise(SAMPLES[code]) == code
    assert code in NAMES


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Iran and Oman met in Muscat.",
        "Die-hard rebels in Mali refused to hand in their weapons, the army said.",
        "De Klerk and Mandela agreed on a date for the talks at Groote Schuur.",
        "La Paz and Lima signed a pact on El Niño with San José and São Paulo on Monday.",
        "The Arabic word for peace, سلام, was on every wall when the envoys of both sides met.",
    ],
)
def test_english_with_foreign_names_is_english(text: str):
    """Names from everywhere do not make a text foreign."""
    assert recognise(text) == "en"


@pytest.mark.parametrize("text", ["Botswana recalls envoy", "Dutch to expel Iraqi attaché", "Hun Sen y Sihanouk", ""])
def test_a_short_text_in_latin_letters_is_left_open(text: str):
    """Too few words to tell; it is read."""
    assert recognise(text) is None


def test_a_headline_without_small_words_is_read():
    """Whether it is known as English or left open."""
    assert recognise("Botswana recalls envoy, suspends Namibia trade talks indefinitely") in ("en", None)


@pytest.mark.parametrize(
    ("code", "headline"),
    [
        ("sv", "Finland och Estland undertecknar avtal om gräns"),
        ("fi", "Pääministeri tapasi Naton pääsihteerin Brysselissä"),
        ("vi", "Thủ tướng gặp Tổng thống Indonesia tại Hà Nội"),
        ("pl", "Polska wydala trzech białoruskich dyplomatów"),
        ("fr", "Le Sénégal rappelle son ambassadeur à Nouakchott"),
    ],
)
def test_a_foreign_headline_is_told_by_its_words(code: str, headline: str):
    """Though few of them are small ones."""
    assert recognise(headline) == code


NOTICE = "Wir verwenden Cookies und ähnliche Techniken, um unsere Seiten für Sie zu verbessern. " * 8
STORY = "The envoys of Laos and Nepal met in Vientiane and agreed to open consulates in both capitals. " * 12


def test_a_page_that_opens_with_a_notice_in_the_language_of_its_site_is_read():
    """The story in the middle counts."""
    assert recognise(NOTICE) == "de"
    assert recognise(NOTICE + STORY) == "en"


def test_an_english_line_at_the_foot_makes_no_text_english():
    """Copyright lines are English everywhere."""
    story = " ".join([SAMPLES["es"]] * 20)
    assert recognise(story + " All rights reserved. Reproduction without permission is prohibited.") == "es"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch):
    """The model lies in the package."""

    def refuse(*_: object) -> None:
        raise AssertionError("went online")

    monkeypatch.setattr("socket.socket.connect", refuse)
    _detector.cache_clear()
    assert recognise(STORY) == "en"


def test_a_model_that_cannot_be_loaded_is_one_sentence(monkeypatch: pytest.MonkeyPatch):
    """As where the old package of the same name lies in its place."""

    def broken(_path: str) -> None:
        raise ValueError("not a model")

    monkeypatch.setattr("fasttext.load_model", broken)
    _detector.cache_clear()
    with pytest.raises(KgError, match=r"languages cannot be told .*; pip uninstall"):
        recognise(STORY)
