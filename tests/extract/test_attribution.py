"""Who says so: said, according to, quoted, reported, one inside another; and what is done by saying."""

import pytest

from tests.extract.lines import told


def test_who_said_that_is_the_claimant():
    text = "Botswana said that Zambia had expelled the Namibian envoy."
    assert told(text) == ["expel: ZMB > NAM, says BWA"]


def test_without_that_it_is_the_same():
    text = "Denmark's ambassador to Iran said Tehran had expelled two Danish diplomats."
    assert told(text) == ["expel: IRN > DNK, says DNK"]


def test_according_to_names_the_claimant():
    text = "Sri Lanka had expelled a Norwegian diplomat, according to the Maldives."
    assert told(text) == ["expel: LKA > NOR, says MDV"]


def test_what_stands_before_said_belongs_to_who_said_it():
    text = "Mauritania expelled the Senegalese ambassador, its foreign ministry said on Monday."
    assert told(text) == ["expel: MRT > SEN, says MRT"]


def test_said_may_stand_inside_the_sentence():
    text = "Mauritania, Senegal said, had expelled two Gambian diplomats."
    assert told(text) == ["expel: MRT > GMB, says SEN"]


def test_a_quotation_belongs_to_who_said_it():
    assert told('"Fiji has expelled the Tongan envoy," Samoa said.') == ["expel: FJI > TON, says WSM"]


def test_said_may_stand_before_its_subject():
    text = '"Malaysia has recalled its envoy to Brunei," said the foreign minister of the Philippines.'
    assert told(text) == ["recall: MYS > BRN, says PHL"]


def test_a_colon_in_a_headline_names_the_claimant():
    assert told("Chad: Libya shelled Chadian town") == ["bomb: LBY > TCD, says TCD"]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Officials said that Kuwait had expelled the Yemeni ambassador.", "officials"),
        ("Kuwait expelled the Yemeni ambassador, according to two Western diplomats.", "two Western diplomats"),
        ("Diplomats in Lagos said Kuwait had expelled the Yemeni ambassador.", "diplomats"),
    ],
)
def test_a_source_without_a_name_is_a_claimant(text, claimant):
    assert told(text) == [f"expel: KWT > YEM, says {claimant}"]


def test_a_newspaper_can_be_the_claimant():
    text = "The Times reported that Malta had recalled its ambassador from Libya."
    assert told(text) == ["recall: MLT > LBY, says The Times"]


def test_of_two_who_say_so_the_inner_one_is_the_claimant():
    text = "The New York Times reported that officials said Spain had recalled its ambassador from Cuba."
    assert told(text) == ["recall: ESP > CUB, says officials"]
    assert told("Tunisia reported that Algeria claimed Morocco had shelled Algerian towns.") == [
        "bomb: MAR > DZA, says DZA"
    ]


def test_we_in_a_quotation_is_who_speaks():
    text = '"We have recalled our ambassador from Vanuatu," the prime minister of New Zealand said.'
    assert told(text) == ["recall: NZL > VUT, says NZL"]


def test_they_in_a_quotation_is_of_whom_one_speaks():
    text = '"They attacked our embassy," the foreign minister of Denmark said of Serbia.'
    assert told(text) == ["assault: SRB > DNK, says DNK"]


def test_a_quotation_goes_on_in_the_next_sentence():
    text = '"We recalled our ambassador from Laos," the Thai premier said. "They attacked our village."'
    assert told(text) == ["recall: THA > LAO, says THA", "assault: LAO > THA, says THA"]


def test_saying_a_grave_thing_of_somebody_accuses_him():
    assert told("Brazil said Argentina was building a nuclear bomb.") == ["accuse: BRA > ARG"]


def test_what_somebody_is_accused_of_is_the_claim_of_the_accuser():
    assert "expel: PER > CUB, says CUB" in told("Cuba accused Peru of expelling Cuban diplomats.")


@pytest.mark.parametrize("how", ["must", "should", "had to"])
def test_saying_that_somebody_must_demands_it(how):
    assert told(f"Paraguay said Uruguay {how} recall its ambassador from Cuba.") == [
        "demand: PRY > URY",
        "recall: URY > CUB, possible, says PRY",
    ]


def test_a_text_in_its_own_voice_has_no_claimant():
    assert told("Chile recalled its ambassador from Bolivia in 1978.") == ["recall: CHL > BOL"]


def test_a_quotation_behind_a_colon_belongs_to_who_acts_before_it():
    text = 'The Peruvian ministry defended the strike: "We attacked Chile because Chile attacked our ships."'
    assert "assault: PER > CHL, says PER" in told(text)


def test_i_in_a_quotation_behind_a_colon_is_who_writes_it():
    text = 'Bruno Paz, the foreign minister of Cuba, responded on Twitter: "I strongly condemn Peru for its blockade."'
    assert "condemn: CUB > PER, says CUB" in told(text)


def test_words_between_that_and_the_verb_do_not_hide_who_says_so():
    text = "The Times reported that, in a call in July, Mali might have expelled the French ambassador."
    assert told(text) == ["expel: MLI > FRA, possible, says The Times"]


def test_a_source_whose_name_begins_with_a_small_article_is_a_source():
    assert told("According to al-Harbi, the rebels were backed by Iran.")[0].endswith("says al-Harbi")


def test_a_denial_told_by_the_way_does_not_take_the_claim_away_from_who_makes_it():
    text = "Rwanda accused Congo of harbouring rebels, a charge Kinshasa denied."
    assert told(text)[0] == "accuse: RWA > COD"
