"""Sentences in which one clause stands inside or behind another in, who does what in each out."""

import pytest

from tests.extract.lines import told


@pytest.mark.parametrize("answer", ["a charge Ankara dismisses", "a charge that Ankara has dismissed"])
def test_a_charge_is_answered_behind_a_comma(answer):
    assert told(f"Cyprus accused Turkey of drilling in its waters, {answer}.") == [
        "accuse: CYP > TUR",
        "reject: TUR > CYP",
    ]


def test_what_is_said_of_somebody_described_is_still_said():
    text = "The minister said Marta Silva, who had arrived in Lima a week earlier, would return to Lisbon."
    assert told(text)[-1] == "visit: Marta Silva > PRT, planned, says minister"


def test_whom_a_relative_clause_names_does_not_take_over():
    lines = told("Envoys said the treaty, which Brazil rejected, would be signed by Peru.")
    assert [x for x in lines if x.startswith("sign")] == ["sign: PER, planned, says envoys"]


def test_its_embassy_belongs_to_whom_the_sentence_is_about():
    assert told("Kuwait closed the border after Iraq shelled its embassy.")[-1] == "bomb: IRQ > KWT"


def test_who_calls_to_thank_does_the_thanking():
    text = "The Danish prime minister telephoned the Polish president to congratulate him."
    assert told(text) == ["call: DNK & POL", "praise: DNK > POL, planned"]


def test_a_headline_goes_on_behind_as():
    assert told("Pope appeals for calm as Chad and Sudan trade fire")[-1] == "assault: TCD & SDN"
    assert told("Oman recalls envoy after Yemen shells its embassy") == ["recall: OMN > ?", "bomb: YEM > OMN"]


def test_two_that_fought_a_war_fought_each_other():
    assert told("Honduras and El Salvador fought a war in 1969.") == ["fight: HND & SLV"]


def test_an_own_ship_is_not_banned():
    lines = told("Gabon suspended trade with Togo and banned its ships from the port.")
    assert lines == ["sanction: GAB > TGO", "ban: GAB > ?"]


def test_sanctions_of_its_own_are_its_own():
    assert told("Canada imposed sanctions of its own on Belarus.") == ["sanction: CAN > BLR"]


def test_a_reason_does_not_take_the_rejection_away():
    assert told("Chad rejected Sudan's offer, saying it came too late.") == ["reject: TCD > SDN"]
    assert told("Oman declined to say whether it had met Iran.")[0].startswith("meet: OMN & IRN, unconfirmed")


def test_an_accord_denounced_as_something_is_not_left():
    assert told("Iran denounced the accord as a betrayal.") == ["condemn: IRN > ?"]


def test_who_would_also_back_somebody_supports_him():
    assert told("Sweden has said it would also back Beijing.") == ["support: SWE > CHN, planned, says SWE"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The move came after a Dutch court convicted a Serbian general.", ["prosecute: NLD > SRB"]),
        ("Peace returned after talks held in Geneva by Chad and Libya ended.", []),
        ("Envoys said Benin and Togo had signed a pact.", ["sign: BEN & TGO, says envoys"]),
        ("When the war ended, Benin and Togo signed a pact.", ["sign: BEN & TGO"]),
    ],
)
def test_a_subject_behind_a_joining_word_is_whole(text, lines):
    assert [x for x in told(text) if not x.startswith(("negotiate", "fight"))] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Norway gave aid to the government of Malawi and Kenya and Uganda signed a pact.",
            ["aid: NOR > MWI", "sign: KEN & UGA"],
        ),
        ("Rwanda denied that it had attacked Burundi, and Kenya recalled its envoy from Mali.", ["recall: KEN > MLI"]),
        ("Spain closed its embassy in Yemen and Kenyan President Ann Olsen visited China.", ["visit: KEN > CHN"]),
    ],
)
def test_what_is_joined_by_and_stays_with_its_own_clause(text, lines):
    assert [x for x in told(text) if x in lines] == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Iran, which Peru accuses of arming rebels, fell silent.", "accuse: PER > IRN"),
        ("Chad, which Libya ordered to leave the strip, fell silent.", "demand: LBY > TCD"),
        ("Chad, granted aid by Libya, fell silent.", "aid: LBY > TCD"),
        ("After intervening in Mali, Togo fell silent.", "fight: TGO > MLI"),
    ],
)
def test_whom_a_relative_clause_is_about_may_be_its_object(text, line):
    assert line in told(text)


def test_what_is_welcomed_has_happened():
    assert told("Egypt welcomed the ceasefire between Chad and Libya.") == [
        "praise: EGY > TCD+LBY",
        "cease-fire: TCD & LBY",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kenya said it would help Oman to rebuild the port.", "aid: KEN > OMN, planned, says KEN"),
        ("Kenya said it will order Omani diplomats to leave.", "expel: KEN > OMN, planned, says KEN"),
    ],
)
def test_it_means_somebody_where_somebody_acts(text, line):
    assert line in told(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Spain left after Mexico's ambassador to Cuba praised Chile.", "praise: MEX > CHL"),
        ("China said the pact was harmless and accused Japan of lying.", "accuse: CHN > JPN"),
        ("France asked Indonesia, which rejected the report, to release the crew.", "request: FRA > IDN"),
        ("Sadat of Egypt had in a speech on Monday accused Libya of treason.", "accuse: EGY > LBY"),
        ("Members of the bloc -- Peru, Bolivia and Chile -- urged Ecuador to wait.", "urge: PER+BOL+CHL > ECU"),
        ("Chile and not Bolivia expelled the Peruvian envoy.", "expel: BOL > PER, negated"),
        ("The generals who toppled Ann Li of Chad had threatened France.", "threaten: generals > FRA"),
        ("Oman will send an envoy to Kabul if Iran agrees, and thanked Mexico.", "praise: OMN > MEX"),
    ],
)
def test_who_acts_is_not_the_nearest_name(text, line):
    assert line in told(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Mexico might not recognise Kosovo.", "recognise: MEX > XKX, negated, possible"),
        ("It is not clear whether Iran will sign the treaty.", "sign: IRN, unconfirmed, planned"),
        ("It was unclear if Mexico had expelled the Peruvian envoy.", "expel: MEX > PER, unconfirmed"),
        ("Libya accused Egypt of treason, according to a letter seen by AFP.", "accuse: LBY > EGY"),
        ("SANAA: Iran attacked a Saudi tanker.", "assault: IRN > SAU"),
    ],
)
def test_open_questions_and_those_who_only_saw_a_letter(text, line):
    assert line in told(text)


def test_what_a_pact_is_not_aimed_at_does_not_undo_it():
    lines = told("China and Russia signed a pact. A Chinese spokesman said the pact was not aimed at anybody.")
    assert not [x for x in lines if "negated" in x]


def test_what_a_deal_includes_is_not_yet_done():
    text = "The terms include Iran cutting the number of machines enriching uranium and dismantling a reactor."
    assert told(text) == ["yield: IRN > ?, possible"]


def test_nobody_is_behind_sanctions_that_only_hit_him():
    assert "sanction: ? > IRN" in told("Sanctions that cut off Iran from the markets were lifted by the EU.")
