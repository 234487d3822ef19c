"""Two who do it to each other, where the type of the event has a direction."""

import pytest

from tests.extract.lines import told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru and Chile restored ties in 1978.", "recognise: PER & CHL"),
        ("Thailand and Cambodia exchanged fire along the border.", "assault: THA & KHM"),
        ("A ceasefire between India and Pakistan took effect on Sunday.", "cease-fire: IND & PAK"),
        ("Canada and Mexico imposed tariffs on each other's goods.", "sanction: CAN & MEX"),
        ("Iran and Iraq severed diplomatic relations in 1987.", "break-relations: IRN & IRQ"),
        ("Relations between Mali and Togo were severed in 1964.", "break-relations: MLI & TGO"),
    ],
)
def test_both_do_it_to_each_other(text: str, line: str) -> None:
    """No other side is named, and what is done has two ends."""
    assert told(text) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kenya and Uganda broke off relations with Ethiopia.", "break-relations: KEN+UGA > ETH"),
        ("Ghana and Togo condemned the ceasefire between Mali and Niger.", "condemn: GHA+TGO > ?"),
        ("Norway and Sweden fired missiles.", "mobilize: NOR+SWE > ?"),
    ],
)
def test_two_on_one_side_do_it_together(text: str, line: str) -> None:
    """Another side is named or left out: they do it to somebody else."""
    assert line in told(text)
