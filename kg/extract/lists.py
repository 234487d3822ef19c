"""The word lists of the actor lists in, sets for the reading of a text out; and closed classes of words."""

from __future__ import annotations

from kg.authority import Authority
from kg.authority.records import fold

__all__ = [
    "CALENDAR",
    "CAUCASUS",
    "DIRECTIONS",
    "FUNCTION",
    "JOINED",
    "MEETING",
    "NEW_PLACES",
    "NOT_OF_STATE",
    "ORGANS",
    "PEOPLES",
    "PLACE_NOUNS",
    "PLACE_WORDS",
    "STATE_OF",
    "US_OFFICES",
    "US_STATES",
    "US_STATE_NAMES",
    "Words",
]

ORGANS = frozenset(
    """ministry department army navy military parliament senate congress assembly council committee commission
    court government embassy consulate mission police fleet command guard guards forces force service agency
    office cabinet treasury authority bureau corps directorate administration presidency marines delegation
    party secretariat politburo legislature judiciary intelligence customs troops government's premiership
    prosecutors navy's""".split()
)
NOT_OF_STATE = frozenset(
    """olympic football soccer cricket rugby chess orthodox catholic anglican lutheran baptist church medical
    bar""".split()
)
PEOPLES = frozenset(
    """jews jew muslims muslim christians christian kurds kurd kurdish arabs arab catholics orthodox shiites
    shiite shia sunnis sunni tamil tamils chechen chechens hutu hutus tutsi tutsis rohingya uighur uighurs
    uyghur uyghurs yazidis refugees cypriot cypriots cyprus druze turkmen tatars islamist islamists
    republicans democrats communists marines marine taliban mps mp wwii""".split()
)
FUNCTION = frozenset(
    """the a an in on at of to for from by with and or but as if when while after before since until though
    although because that this these those it he she they we i you his her its their our my your both all
    some many most no not so yet than then there here where who which what why how is was are were be been
    has have had will would can could may might should must do does did about against between among under
    over into through during despite like unlike per via near inside outside within without meanwhile
    however also even still only just once now today yesterday tomorrow earlier later last next first second
    more one two three four five six seven eight nine ten several other another each every any either
    neither nor according following including amid instead only another said says what's it's that's""".split()
)
CALENDAR = frozenset(
    """january february march april may june july august september october november december jan feb mar apr
    jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday""".split()
)
PLACE_WORDS = frozenset("in at near outside around inside throughout".split())
MEETING = frozenset(
    """talks talk meeting meetings summit summits conference conferences round rounds agreement agreements
    accord accords deal negotiations process communique declaration framework session sessions peace visit
    gathering forum airport embassy office bureau correspondent suburb suburbs neighbourhood neighborhood
    district hospital hotel stock""".split()
)
PLACE_NOUNS = frozenset(
    """falls beach springs heights bay cape port fort hill hills creek valley desert forest peninsula gulf strait
    straits canal coast town village airport bridge tower hall palace museum library mosque cathedral temple stadium
    plaza building dam plant mine gate garden gardens theatre theater arena road avenue""".split()
)
"""What ends the name of a place or building, not of a person."""
JOINED = frozenset(
    """based born style made trained bred headquartered backed supported funded allied controlled occupied held
    aligned educated speaking listed registered flagged built designed majority language inspired friendly
    linked""".split()
)


DIRECTIONS = frozenset("northern southern eastern western central".split())
NEW_PLACES = frozenset("mexico guinea britain georgia ireland spain zealand".split())
STATE_OF = frozenset(
    "republic kingdom state states government people islamic federation union commonwealth emirate".split()
)
US_STATES = frozenset(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah
    vermont virginia washington wisconsin wyoming ontario quebec manitoba saskatchewan alberta queensland
    victoria tasmania""".split()
)


US_STATE_NAMES = frozenset(word.capitalize() for word in US_STATES - {"georgia", "washington", "victoria"}) | {
    "Carolina"
}
US_OFFICES = frozenset(
    """gov governor sen senator rep congressman congresswoman republican republicans democrat democrats
    secretary tech""".split()
)
CAUCASUS = frozenset(
    "Georgian Georgians Tbilisi Abkhazia Ossetia Saakashvili Armenia Azerbaijan Caucasus Moscow Russia".split()
)


class Words:
    """The word lists that the rules use, as sets."""

    def __init__(self, authority: Authority) -> None:
        titles, false = authority.words.get("titles", {}), authority.words.get("false-friends", {})

        def words_of(lists: dict[str, list[str]], use: str) -> frozenset[str]:
            return frozenset(fold(word) for word in lists.get(use, ()))

        self.office = words_of(titles, "office")
        self.role = words_of(titles, "role")
        self.honorific = frozenset(w.rstrip(".") for w in words_of(titles, "honorific"))
        self.modifier = words_of(titles, "modifier")
        self.heads = frozenset(w for w in self.office | self.role if " " not in w)
        self.titles = self.heads | self.modifier | self.honorific
        self.offices = frozenset(f"{word}s" for word in self.office if " " not in word)
        self.triggers = self.heads | self.honorific | self.offices
        self.before = words_of(false, "before")
        self.after = words_of(false, "after")
        self.goods = words_of(false, "goods")
        self.sport = words_of(false, "sport")
        self.sport_weak = words_of(false, "sport-weak")
        self.words = words_of(false, "surname")
        self.given = authority.given_names - self.titles - FUNCTION - CALENDAR

    @classmethod
    def of(cls, authority: Authority) -> Words:
        """The sets of an authority, made once."""
        if authority.lexicon is None:
            authority.lexicon = cls(authority)
        return authority.lexicon  # type: ignore[return-value]  # an object there, so that kg.authority knows nothing of texts
