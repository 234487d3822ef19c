"""Words of judgement: what one calls the deed of another that one holds to be wrong, or right."""

from __future__ import annotations

__all__ = ["BAD", "BAD_THINGS", "GOOD", "GOOD_THINGS", "PLAIN"]

BAD = frozenset(
    """unacceptable illegal unlawful wrong shameful regrettable disgraceful outrageous irresponsible barbaric cowardly
    unfortunate unjustified unjustifiable unjust unfair unwarranted unprovoked provocative reprehensible deplorable
    despicable abhorrent heinous appalling shocking horrific inhumane inhuman brutal cruel savage reckless rash hasty
    foolish stupid absurd ridiculous ludicrous laughable senseless illogical irrational unreasonable excessive
    disproportionate arbitrary illegitimate unconstitutional undemocratic unilateral discriminatory hypocritical
    cynical insulting humiliating disrespectful dishonest immoral unethical unfriendly hostile aggressive
    belligerent inflammatory dangerous destabilising destabilizing harmful damaging counterproductive
    counter-productive unhelpful intolerable inadmissible inexcusable unforgivable impermissible unconscionable
    shortsighted short-sighted misguided mistaken ill-advised ill-timed untimely unwise disappointing inadequate
    insufficient worrying alarming disturbing troubling criminal terrorist colonial racist flagrant blatant gross
    disloyal treacherous deceitful scandalous monstrous odious""".split()
)
"""Adjectives of blame, none of which is a noun."""
GOOD = frozenset(
    """historic courageous brave wise welcome constructive encouraging commendable admirable praiseworthy
    statesmanlike timely exemplary laudable heroic promising bold sensible generous reasonable principled
    visionary""".split()
)
BAD_THINGS = (
    "genocide", "war crime", "crime", "crime against humanity", "crimes against humanity", "aggression",
    "act of aggression", "act of war", "act of terrorism", "act of terror", "act of piracy", "provocation",
    "violation", "breach", "affront", "insult", "disgrace", "outrage", "mistake", "blunder", "error", "land grab",
    "grab", "interference", "betrayal", "stab in the back", "farce", "sham", "blackmail", "piracy", "terrorism",
    "state terrorism", "massacre", "atrocity", "slaughter", "murder", "slap in the face", "escalation", "hypocrisy",
    "threat", "travesty", "scandal", "ethnic cleansing", "barbarity", "barbarism", "cowardice", "folly", "tragedy",
    "setback", "robbery", "theft", "abuse", "injustice", "humiliation", "occupation", "usurpation", "bullying",
    "trap", "step backward", "step backwards", "step in the wrong direction", "annexation", "apartheid",
)  # fmt: skip
GOOD_THINGS = (
    "step forward", "step in the right direction", "breakthrough", "milestone", "act of courage", "gesture of goodwill",
    "goodwill gesture", "example", "success", "turning point", "good step", "triumph", "contribution to peace",
)  # fmt: skip
PLAIN = (BAD | GOOD) - frozenset("criminal terrorist racist colonial savage wrong welcome positive".split())
"""Those that are adjectives wherever they stand."""
