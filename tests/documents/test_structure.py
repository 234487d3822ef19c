"""What is headline, dateline, body and boilerplate in an article, and that no word of it is lost."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.structure import parts

SEED = Path(__file__).parents[2] / "seeds" / "obama-letter-khamenei.txt"


def roles(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Each part's role and its words."""
    return [(part.role, text[part.start : part.end].strip()) for part in parts(text, title)[0]]


def of(role: str, text: str) -> str:
    """The words of all parts of one role."""
    return "\n".join(words for found, words in roles(text) if found == role)


def test_the_seed_ends_where_its_comment_policy_begins():
    """Headline, its repeat, agency and dateline stand apart; nothing of the policy is body."""
    text = SEED.read_text(encoding="utf-8")
    found = roles(text)
    assert [role for role, _ in found] == ["title", "repeat", "agency", "dateline", "body", "boilerplate"]
    assert found[0][1].endswith("in defeating Islamic State")
    assert found[2][1] == "The Associated Press"
    assert found[3][1] == "WASHINGTON —"
    assert found[4][1].startswith("In an unusual outreach")
    assert found[4][1].endswith("Iran from global markets.")
    assert found[5][1].startswith("TribLIVE commenting policy")
    assert parts(text)[1].publisher == "The Associated Press"


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("NAIROBI, Kenya (Agency) — ", None),
        ("PARIS, March 4 — ", None),
        ("BUENOS AIRES, 8 Sept 1993 (Agencia Sur) - ", "Agencia Sur"),
        ("COLOMBO - ", None),
        ("VIENNA (Reuters) — ", "Reuters"),
        ("Beijing, March 4 (Xinhua) -- ", "Xinhua"),
        ("CAIRO (AP) _ ", "AP"),
        ("CAIRO (AP) ", "AP"),
        ("GENEVA/VIENNA, Nov 9 (Reuters) - ", "Reuters"),
        ("MOSCOW. Dec 5 (Interfax) - ", "Interfax"),
        ("ST. PETERSBURG, Russia — ", None),
        ("ISLAMABAD: ", None),
        ("Tehran, IRNA – ", None),
        ("MINSK, March 4. /BelTA/. ", "BelTA"),
        ("TASHKENT, March 4 (UzA). ", "UzA"),
        ("Bern, 4 March 1998 (sda) – ", "sda"),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline: str, agency: str | None):
    """The place, date and agency before the first sentence are a part of their own."""
    text = dateline + "Mali asked Senegal for two battalions."
    assert roles(text) == [("dateline", dateline.strip()), ("body", "Mali asked Senegal for two battalions.")]
    assert parts(text)[1].publisher == agency


@pytest.mark.parametrize(
    "text",
    [
        "OPEC — the oil cartel — agreed with Russia to cut output.",
        "NATO - Russia talks resumed in Brussels on Monday.",
        "Dutch to expel Iraqi attaché",
        "Oman-brokered truce in doubt as Chad, Niger trade blame",
        "Iran (and its allies) - Syria among them - refused to sign.",
        "UN: Libya talks to resume in Geneva",
        "Foreign Minister Zarif — who met Kerry — left.",
        "Sign up to the treaty or face sanctions, Washington told Pyongyang.",
        "Share prices fell after the announcement.",
        "Comments by the minister led to protests.",
        "All rights reserved.",
        "QUESTIONABLE ENVOY CLAIMS — For years, Chad has denied them.",
        "(c) Forwards to the Committee all information about the decision.",
        "A bomb that the envoy had contributed to the museum was a fake.",
        "Email exchanges showed that France had known.",
    ],
)
def test_a_single_sentence_is_all_body(text: str):
    """What merely looks like a dateline or a call is read."""
    assert roles(text) == [("body", text)]


def test_headline_byline_and_agency_above_the_news():
    """A wire story's head: headline, who wrote it, for whom, and the desk's note at the end."""
    text = (
        "Peru recalls envoy from Bolivia after border clash\n\nBy Ana Quispe and Tom Reed, Reuters\n\n"
        "LIMA, April 3 (Reuters) - Peru recalled its envoy on Tuesday.\n\nBolivia denied the charge. "
        "(Reporting by Ana Quispe; Editing by Tom Reed)\n\nOur Standards: The Thomson Reuters Trust Principles."
    )
    assert [role for role, _ in roles(text)] == ["title", "byline", "dateline", "body", "boilerplate"]
    assert of("body", text).endswith("Bolivia denied the charge.")
    assert parts(text)[1].title == "Peru recalls envoy from Bolivia after border clash"
    assert parts(text)[1].publisher == "Reuters"


def test_a_bare_date_above_the_news_is_a_dateline():
    """So that the words of the date are not read for events, and can be read for the date."""
    text = "\n\nFriday, January 4, 2019   \n\n\nAn envoy of Chad arrived in Niamey."
    assert roles(text) == [("dateline", "Friday, January 4, 2019"), ("body", "An envoy of Chad arrived in Niamey.")]


def test_the_name_of_the_paper_is_no_part_of_the_headline():
    """`Headline | Section | Paper`, and then the headline again."""
    text = (
        "Kenya and Uganda agree on pipeline route | World news | The Guardian\n\n"
        "Kenya and Uganda agree on pipeline route\n\nJane Doe in Nairobi\n\nKenya and Uganda have agreed.\n\n"
        "Most viewed\nIran attacks Iraq\nFrance wins cup"
    )
    assert [role for role, _ in roles(text)] == ["title", "agency", "repeat", "byline", "body", "boilerplate"]
    assert of("body", text) == "Kenya and Uganda have agreed."
    assert parts(text)[1].publisher == "The Guardian"


def test_a_cookie_notice_above_the_headline_does_not_take_its_place():
    """Boilerplate may come first."""
    text = (
        "We use cookies to improve your experience.\n\nAccept all cookies\n\nQatar hosts rivals from Sudan\n\n"
        "Rivals from Sudan met in Doha on Thursday.\n\nSign up to our newsletter"
    )
    assert [role for role, _ in roles(text)] == ["boilerplate", "title", "body", "boilerplate"]
    assert of("title", text) == "Qatar hosts rivals from Sudan"


def test_news_after_a_call_is_news_again():
    """An advertisement in the middle ends nothing."""
    text = "Chad met Niger.\n\nAdvertisement\n\nThe talks will go on in May, officials said.\n\nShare this article"
    assert of("body", text) == "Chad met Niger.\nThe talks will go on in May, officials said."


@pytest.mark.parametrize("call", ["Sign up to our newsletter", "Share this article", "Advertisement", "Comments"])
def test_a_call_in_the_middle_takes_no_news_with_it(call: str):
    """`US` is a country, and rights, posts, terms and policies are the stuff of news."""
    news = "The US human rights envoy published the terms of the deal in a post on its policy towards users in Iran."
    text = f"Chad met Niger.\n\n{call}\n\n{news}"
    assert of("body", text) == f"Chad met Niger.\n{news}"


def test_news_about_comments_and_cookies_is_news():
    """The words of policies make a policy only where they speak to the reader."""
    text = (
        "Ankara and Facebook at odds\n\nTurkey asked Facebook to moderate them.\n\nThe firm's privacy policy, terms"
        " of service and rules on spam and cookies forbid it, it said.\n\n“We moderate comments, you know our rules of "
        "service and privacy policy,” its envoy told reporters.\n\nTurkey thanked the firm."
    )
    assert of("boilerplate", text) == ""


@pytest.mark.parametrize(
    "tail",
    [
        "Share this article: Facebook | Twitter | Email\nBy commenting you agree to our Terms of Service. No spam.",
        "Copyright 2014 The Agency. All rights reserved. This material may not be published or redistributed.",
        "© 2014 The Paper",
        "Related Stories\n\nChile offers to mediate between neighbours\nBrazil calls for calm",
        "Sign up to our newsletter to get the latest in your inbox",
        "Comments\n\nYou can post one here",
        "Photograph: A. Name/Agency",
        "Reporting by Jane Doe in Paris; editing by A. Roe",
        "Agency writers Jane Doe in Paris and John Roe in Lima contributed to this report.",
        "This article was amended on 7 November 2014 to correct the name of the envoy.",
        "A version of this article appears in print with the headline: Chad attacks Niger. Order Reprints",
        "(With inputs from agencies)",
        "Jane Doe is a senior correspondent in Nairobi. Follow her on Twitter.",
        "Leave a Reply\n\nYour email address will not be published. Required fields are marked *",
        "READ MORE: France and Spain sign pact",
        "The views expressed in this article are the author's own.",
    ],
)
def test_what_the_site_adds_is_boilerplate(tail: str):
    """Nothing below the last paragraph of news is read for events."""
    text = f"Slovakia and Austria signed a rail accord.\n\n{tail}"
    assert roles(text) == [("body", "Slovakia and Austria signed a rail accord."), ("boilerplate", tail)]


@given(st.text(alphabet=st.sampled_from('Aa. \n\r—-|(),:©#“"’1é中'), max_size=300), st.integers(0, 5))
def test_parts_tile_the_text(text: str, start: int):
    """Whatever the text, each character from the start on is in exactly one part."""
    start = min(start, len(text))
    tiles, _ = parts(text, "A a", start)
    assert "".join(text[part.start : part.end] for part in tiles) == text[start:]
    assert all(before.end == after.start for before, after in pairwise(tiles))
