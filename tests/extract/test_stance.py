"""Whether it happened, is planned, possible or conditional, and whether somebody denies, confirms or doubts it."""

import pytest

from kg.extract import extract
from kg.model import Document
from tests.extract.lines import told


@pytest.mark.parametrize("how", ["did not recall", "never recalled", "failed to recall", "has yet to recall"])
def test_what_is_negated_did_not_happen(how):
    assert told(f"Zambia {how} its ambassador from Malawi.") == ["recall: ZMB > MWI, negated"]


def test_a_negated_subject_denies_the_verb():
    assert told("No Cuban diplomat was expelled by Mexico.") == ["expel: MEX > CUB, negated"]


def test_neither_nor_denies_both():
    text = "Neither Peru nor Chile recalled its ambassador from Bolivia."
    assert told(text) == ["recall: PER+CHL > BOL, negated"]


def test_a_negated_object_denies_the_verb():
    assert told("Syria held no talks with Israel in 1991.") == ["negotiate: SYR & ISR, negated"]


def test_without_denies_what_follows():
    assert told("Belgium left without signing a treaty with Zaire.") == ["sign: BEL & COD, negated"]


def test_stopping_short_of_it_is_not_doing_it():
    assert told("Canada stopped short of condemning Chile.") == ["condemn: CAN > CHL, negated"]


def test_no_plans_is_a_negated_plan():
    text = "Nepal has no plans to expel the Bhutanese ambassador."
    assert told(text) == ["expel: NPL > BTN, negated, planned"]


def test_a_refusal_is_an_act_and_what_is_refused_did_not_happen():
    assert told("Laos refused to sign a treaty with Thailand.") == ["refuse: LAO > THA", "sign: LAO & THA, negated"]


@pytest.mark.parametrize("how", ["denied that it had attacked", "denied attacking", "denied reports that it attacked"])
def test_a_denial_is_a_claim_of_who_denies(how):
    assert told(f"Burundi {how} Rwanda.") == ["assault: BDI > RWA, denied, says BDI"]


def test_a_noun_can_be_denied():
    text = "Denmark's foreign ministry denied the expulsion of the Icelandic ambassador."
    assert told(text) == ["expel: ? > ISL, denied, says DNK"]


def test_neither_confirmed_nor_denied_is_unconfirmed():
    text = "Hungary neither confirmed nor denied that it had expelled the Romanian ambassador."
    assert told(text) == ["expel: HUN > ROU, unconfirmed, says HUN"]


def test_what_somebody_does_not_deny_is_unconfirmed():
    text = "Venezuela did not deny that it had recalled its ambassador from Guyana."
    assert told(text) == ["recall: VEN > GUY, unconfirmed, says VEN"]


def test_refusing_to_say_whether_is_no_refusal_and_leaves_it_unconfirmed():
    text = "Venezuela refused to say whether it had recalled its ambassador from Guyana."
    assert told(text) == ["recall: VEN > GUY, unconfirmed, says VEN"]


def test_what_is_admitted_is_confirmed():
    text = "Venezuela confirmed that it had recalled its ambassador from Guyana."
    assert told(text) == ["recall: VEN > GUY, confirmed, says VEN"]


def test_what_is_doubted_is_questioned():
    text = "Rwanda doubts that Burundi expelled the Ugandan envoy."
    assert told(text) == ["expel: BDI > UGA, questioned, says RWA"]


def test_what_is_unclear_is_unconfirmed():
    assert told("It is unclear whether Iraq attacked Jordan.") == ["assault: IRQ > JOR, unconfirmed"]


def test_what_is_ruled_out_is_a_negated_plan():
    assert told("Hungary ruled out sending troops to Croatia.") == ["deploy: HUN > HRV, negated, planned"]
    assert "negotiate: SYR & ISR, negated, planned" in told("Syria ruled out talks with Israel.")


def test_what_is_not_ruled_out_is_possible():
    text = "Hungary has not ruled out recalling its ambassador from Croatia."
    assert told(text) == ["recall: HUN > HRV, possible"]
    assert told("Syria did not rule out talks with Israel.") == ["negotiate: SYR & ISR, possible"]


@pytest.mark.parametrize("how", ["will", "plans to", "decided to", "is due to", "is to"])
def test_what_is_to_come_is_planned(how):
    assert told(f"Panama {how} expel the Nicaraguan ambassador.") == ["expel: PAN > NIC, planned"]


def test_a_headline_with_to_tells_a_plan():
    assert told("Kenya, Somalia to sign border treaty") == ["sign: KEN & SOM, planned"]


def test_a_promise_is_an_act_and_what_is_promised_is_planned():
    assert told("Zaire promised to release the Belgian hostages.") == [
        "promise: COD > BEL",
        "release: COD > BEL, planned",
    ]


def test_a_threat_is_an_act_and_what_is_threatened_is_possible():
    assert told("Togo threatened to close its border with Ghana.") == [
        "threaten: TGO > GHA",
        "close-border: TGO > GHA, possible",
    ]


def test_an_offer_is_possible():
    assert "mediate: MNG > JPN+PRK, possible" in told("Mongolia offered to mediate between Japan and North Korea.")


@pytest.mark.parametrize("how", ["may", "might", "could"])
def test_what_may_be_is_possible(how):
    assert told(f"Poland {how} expel the Belarusian ambassador.") == ["expel: POL > BLR, possible"]


def test_what_is_said_to_be_possible_is_possible():
    text = "It is possible that Poland expelled the Belarusian ambassador."
    assert told(text) == ["expel: POL > BLR, possible"]


@pytest.mark.parametrize("how", ["must", "should", "has to", "needs to"])
def test_an_obligation_is_possible(how):
    assert told(f"Uganda {how} recall its ambassador from Congo.") == ["recall: UGA > COD, possible"]


def test_a_condition_and_what_depends_on_it_are_conditional():
    text = "If Honduras closes the border, Guatemala will recall its ambassador from Honduras."
    assert told(text) == ["close-border: HND > GTM, conditional", "recall: GTM > HND, conditional"]


def test_unless_is_a_condition():
    text = "Unless Togo closes its camps, Ghana will expel the Togolese ambassador."
    assert told(text) == ["expel: GHA > TGO, conditional"]


def test_what_would_have_been_is_conditional():
    assert told("Uganda would have attacked Sudan in 1997.") == ["assault: UGA > SDN, conditional"]


def test_would_after_said_is_only_a_plan():
    assert told("Ghana said it would expel the Togolese ambassador.") == ["expel: GHA > TGO, planned, says GHA"]


@pytest.mark.parametrize("how", ["cancelled", "called off", "scrapped"])
def test_what_is_cancelled_is_a_negated_plan(how):
    assert told(f"A meeting between Greece and Albania was {how}.") == ["meet: GRC & ALB, negated, planned"]


@pytest.mark.parametrize("how", ["postponed", "put off", "delayed"])
def test_what_is_postponed_is_still_planned(how):
    assert told(f"A meeting between Greece and Albania was {how}.") == ["meet: GRC & ALB, planned"]


def test_demanding_is_an_act_and_what_is_demanded_is_possible():
    assert told("Thailand demanded that Cambodia withdraw its troops.") == [
        "demand: THA > KHM",
        "withdraw: KHM > ?, possible",
    ]


def test_regretting_it_is_having_done_it():
    assert told("Ecuador regretted expelling the Colombian ambassador.") == ["expel: ECU > COL"]


def test_a_denial_reaches_what_was_planned():
    assert told("Gabon denied that it planned to attack Niger.") == ["assault: GAB > NER, denied, planned, says GAB"]


@pytest.mark.parametrize(("word", "how"), [("likely", "possible"), ("unlikely", "negated, possible")])
def test_what_is_likely_is_possible(word, how):
    assert told(f"Malta is {word} to sign the treaty with Libya.") == [f"sign: MLT & LBY, {how}"]


@pytest.mark.parametrize("verb", ["ratified", "has not ratified"])
def test_ratifying_an_accession_is_not_yet_one(verb):
    assert told(f"Hungary {verb} the accession of Finland to NATO.") == [
        "join: FIN > North Atlantic Treaty Organization, possible"
    ]


def test_warning_against_an_act_is_no_act():
    assert "possible" in " ".join(told("Ghana warned Togo against attacking Mali."))


def test_had_before_the_subject_is_a_condition():
    told_of = told("Had Nepal expelled the Indian envoy, India would have closed the border.")
    assert told_of == ["expel: NPL > IND, conditional", "close-border: IND > NPL, conditional"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Did Syria bomb the Turkish village?", "bomb: SYR > TUR, questioned"),
        ("Has Iran expelled the British envoy?", "expel: IRN > GBR, questioned"),
        ("Was the Chadian envoy expelled by Mali?", "expel: MLI > TCD, questioned"),
        ("Will Peru recall its ambassador from Chile?", "recall: PER > CHL, questioned, planned"),
    ],
)
def test_a_question_asserts_nothing(text, claim):
    assert told(text) == [claim]


def test_why_takes_for_granted_that_it_happened():
    assert told("Why did Peru recall its ambassador from Chile?") == ["recall: PER > CHL"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Spain's refusal to recognise Kosovo annoyed Tirana.", "recognise: ESP > XKX, negated"),
        ("Plans by Ottawa to expel Ugandan diplomats were leaked.", "expel: CAN > UGA, planned"),
        ("Threats by Libya to bomb Malta alarmed Rome.", "bomb: LBY > MLT, possible"),
    ],
)
def test_a_noun_before_the_infinitive_says_whose_it_is_and_whether_it_happens(text, claim):
    assert claim in told(text)


def test_a_plan_that_is_dropped_is_a_negated_plan():
    text = "The Dutch government dropped plans to recall its ambassador from Suriname."
    assert told(text) == ["recall: NLD > SUR, negated, planned"]


def test_another_ones_decision_stands_though_it_is_rejected():
    assert "recall: PER > BOL, planned" in told("Chile rejected Peru's decision to recall its ambassador from Bolivia.")


def test_rejecting_a_request_is_an_act_and_a_no_to_what_was_asked():
    assert told("Chile rejected a request from Peru to expel the Bolivian ambassador.") == [
        "reject: CHL > PER",
        "expel: CHL > BOL, negated, possible",
    ]


@pytest.mark.parametrize("how", ["nearly recalled", "almost recalled", "came close to recalling"])
def test_what_nearly_happened_did_not(how):
    text = f"Tunisia {how} its ambassador from Doha."
    assert [line for line in told(text) if line.startswith("recall")] == ["recall: TUN > QAT, negated"]


def test_who_has_planned_but_then_did_not():
    assert "visit: GEO > RUS, negated, planned" in told(
        "The Georgian president had planned to visit Moscow but changed his mind."
    )


@pytest.mark.parametrize("who", ["Nobody in Lagos has confirmed", "No official has confirmed"])
def test_where_nobody_confirms_it_is_unconfirmed(who):
    (line,) = told(f"{who} that Nicaragua expelled the Cuban ambassador.")
    assert line.startswith("expel: NIC > CUB, unconfirmed")


@pytest.mark.parametrize("what", ["There is no evidence", "Nothing indicates"])
def test_without_any_sign_it_is_unconfirmed(what):
    assert told(f"{what} that Namibia shelled Angolan towns.")[0].startswith("bomb: NAM > AGO, unconfirmed")


def test_what_is_believed_to_have_been_done_is_no_plan():
    assert told("Ethiopia is believed to have shelled the Eritrean town.") == ["bomb: ETH > ERI"]


def test_weighing_whether_to_do_it_leaves_it_possible():
    assert told("Canada is weighing whether to recall its ambassador from Riyadh.") == ["recall: CAN > SAU, possible"]


def test_instead_of_denies_what_follows():
    assert "deploy: BRA > HTI, negated" in told("Instead of sending troops to Haiti, Brazil sent aid.")


def test_what_is_called_on_to_do_it_is_who_would_do_it():
    assert "expel: FJI > TON, possible" in told("Samoa called on Fiji to expel the Tongan ambassador.")


def test_whether_in_front_leaves_it_open():
    assert told("Whether Chile will meet Bolivia is unclear.") == ["meet: CHL & BOL, unconfirmed, planned"]


def test_a_purpose_is_a_guess_and_what_follows_it_is_no_purpose():
    document = Document.of("Moyo founded a party to attack Rhodesia, but was jailed by Rhodesia.")
    assert [(c.event.type, c.modality, c.grade) for c in extract(document) if c.event.type == "assault"] == [
        ("assault", "planned", "guess")
    ]


def test_until_is_no_fact():
    assert "recall: FJI > TON, planned" in told(
        "Samoa protested every week until Fiji recalled its ambassador from Tonga."
    )


def test_a_pronoun_over_a_full_stop_is_a_guess_where_two_are_named():
    text = "President Obama met President Castro in Havana in 2016. Later he condemned Chile."
    (claim,) = [c for c in extract(Document.of(text)) if c.event.type == "condemn"]
    assert claim.grade == "guess"


@pytest.mark.parametrize(
    ("what", "modality"), [("planned", "planned"), ("upcoming", "planned"), ("possible", "possible"), ("", "actual")]
)
def test_an_adjective_says_whether_the_event_is_to_come(what, modality):
    (claim,) = extract(Document.of(f"Pundits spoke of {what} talks between Cuba and Spain."))
    assert claim.modality == modality


def test_not_before_to_is_a_no():
    assert "assault: SYR > JOR, negated, planned" in told("Syria promised not to attack Jordan.")
    assert "recognise: GHA > TWN, negated, planned" in told("Ghana decided never to recognise Taiwan.")


def test_called_for_somebody_to_do_it():
    assert told("Norway called for Israel to recognise Palestine.")[-1] == "recognise: ISR > PSE, possible"


def test_a_condition_is_nobodys_word():
    assert told("Togo would recall its ambassador if Benin signed a treaty with Nigeria.") == [
        "recall: TGO > BEN, conditional",
        "sign: BEN & NGA, conditional",
    ]


def test_its_own_envoy_is_not_the_other_side():
    text = "Togo warned that it would recall its ambassador if Benin signed a treaty with Nigeria."
    assert "recall: TGO > BEN, conditional, says TGO" in told(text)
