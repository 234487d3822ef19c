"""What one calls the deed of another, whose it is that is hit, and words whose sense the parties decide."""

import pytest

from tests.extract.lines import told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Uruguay called Paraguay's decision unacceptable.", "disapprove: URY > PRY"),
        ("Nepal called the blockade by India 'wholly unjustified'.", "disapprove: NPL > IND"),
        ("Ghana described the Togolese announcement as unfortunate.", "disapprove: GHA > TGO"),
        ('Kenya termed the sale by Somalia an "illegal grab".', "disapprove: KEN > SOM"),
        ("Laos was deeply disappointed by Vietnam's refusal.", "disapprove: LAO > VNM"),
        ("Cuba is alarmed at Haiti's plan.", "disapprove: CUB > HTI"),
        ("Malta hailed Tunisia's decision as courageous.", "praise: MLT > TUN"),
        ("Japan and Russia welcomed the visit.", "praise: JPN+RUS > ?"),
        ("Togo said Benin's claim was absurd.", "disapprove: TGO > BEN, says TGO"),
    ],
)
def test_judgement_is_of_whoever_did_it(text: str, line: str) -> None:
    """An adjective behind the noun, one before it, with "as", in quotation marks, or as a feeling."""
    assert told(text) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru closed the Chilean consulate in Arica.", "expel: PER > CHL"),
        ("Peru closed its consulate in Bolivia.", "recall: PER > BOL"),
        ("Mali withdrew from the International Criminal Court.", "quit-agreement: MLI > International Criminal Court"),
        ("Libya withdrew from Chad.", "withdraw: LBY > TCD"),
        ("Turkey shelled camps of the PKK in Iraq.", "bomb: TUR > Kurdistan Workers' Party"),
        ("Turkey shelled villages in Iraq.", "bomb: TUR > IRQ"),
        ("Latvia told three Russians to leave.", "expel: LVA > RUS"),
        ("Three Danes were ordered to leave.", "expel: ? > DNK"),
        ("Gabon gave the Belgian consul two days to leave.", "expel: GAB > BEL"),
        ("The Malian envoy, Mr Issa Diop, who was told to leave, wept.", "expel: ? > MLI"),
        ("Latvia told Russia to leave Georgia.", "urge: LVA > RUS"),
        ("Iran and Iraq went to war.", "fight: IRN & IRQ"),
        ("Fiji stood ready to contribute 300 troops.", "promise: FJI > ?"),
        ("India called in Pakistan High Commissioner Sohail Khan.", "summon: IND > PAK"),
    ],
)
def test_parties_decide_the_sense(text: str, line: str) -> None:
    """Near words of another sense stand beside each other."""
    assert told(text)[0] == line


def test_a_verb_left_out_is_the_one_before() -> None:
    """Who only has a number behind the name did the same; a year is no number of things."""
    text = "Norway sent 300 soldiers to Mali, Sweden 250 and Denmark 120."
    assert told(text) == ["deploy: NOR > MLI", "deploy: SWE > MLI", "deploy: DNK > MLI"]
    assert told("Norway expelled two Cuban envoys in May and Peru 1961.") == ["expel: NOR > CUB"]
