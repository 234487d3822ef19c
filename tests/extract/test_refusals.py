"""What somebody declares not to do though others want it is a refusal, beside the negated plan of the thing itself."""

import pytest

from tests.extract.lines import told


def refused(text: str) -> list[str]:
    return [line for line in told(text) if line.startswith("refuse")]


@pytest.mark.parametrize(
    "how",
    [
        "will not lift", "won't lift", "will never lift", "has no intention of lifting", "is not going to lift",
        "is not prepared to lift", "is unwilling to lift", "ruled out lifting", "vowed never to lift",
        "said it would not lift", "says it will not lift",
    ],
)  # fmt: skip
def test_the_ways_to_say_no(how):
    assert refused(f"Norway {how} the embargo on Libya.") == ["refuse: NOR > LBY"]


def test_the_negated_plan_stays_as_it_is():
    told_of = told("Bolivia will not sign the treaty with Chile.")
    assert told_of == ["refuse: BOL > CHL", "sign: BOL & CHL, negated, planned"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Israel said in May 1986 that it would not release the Lebanese prisoners.", "ISR > LBN"),
        ("The Taliban will not begin talks with Kabul until the last soldier has left.", "Taliban > AFG"),
        ("Cyprus will not recognise Kosovo, its foreign minister said.", "CYP > XKX"),
        ("Zimbabwe will not lift the ban on Zambian maize unless the tariff falls.", "ZWE > ZMB"),
        ("Serbia will not extradite the general to Croatia.", "SRB > HRV"),
        ("Japan said it would not apologise to Korea over the islands in 2005.", "JPN > KOR"),
        ("Argentina will not pay the debt to Spain, its president said.", "ARG > ESP"),
    ],
)
def test_what_is_wanted_is_refused(text, who):
    assert refused(text)
    assert refused(text)[0] == f"refuse: {who}"


@pytest.mark.parametrize(
    "text",
    [
        "Chad will not attack Sudan.",
        "Vietnam will not send troops to Laos.",
        "The talks between Ghana and Togo will not resume.",
        "Britain said France will not lift the embargo on Libya.",
        "A Dutch official said Iran will not free the sailors.",
        "If Peru closes the bridge, Chile will not free the sailors.",
        "Norway may not lift the embargo on Libya.",
        "Norway did not lift the embargo on Libya.",
        "Mali and Niger will not meet.",
        "Will Norway not lift the embargo on Libya?",
    ],
)
def test_no_refusal(text):
    """Harmful acts, failures of things, what others say of somebody, mere conditions, what is past or only possible."""
    assert refused(text) == []


def test_the_refusal_has_the_day_of_the_saying():
    from kg.extract import extract
    from kg.model import Document

    text = "Kenya said on 3 March 2010 that it would not sign the treaty with Uganda in April."
    claims = [c for c in extract(Document.of(text)) if c.event.type == "refuse"]
    assert [(c.when.edtf if c.when else None) for c in claims] == ["2010-03-03"]
    assert claims[0].event.object is not None
    assert claims[0].event.object.text.startswith("sign the treaty with Uganda")


@pytest.mark.parametrize("how", ["rejected", "spurned", "ruled out", "refused"])
def test_what_is_turned_down_comes_to_nothing(how):
    assert "refuse: PRT > SRB" in told(f"Portugal {how} talks with Serbia.")
    assert "refuse: LBN > SYR" in told("Lebanon rejected a ceasefire with Syria.")
    assert "cease-fire: ? > SYR, negated, planned" in told("Lebanon rejected a ceasefire with Syria.")


def test_an_apology_that_is_turned_down_was_made():
    assert [line for line in told("Mali rejected Yemen's apology.") if "negated" in line] == []
