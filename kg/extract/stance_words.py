"""English verbs, nouns and adjectives that turn, doubt, plan or report what stands below them; words only."""

from __future__ import annotations

from kg.extract.words import noun_forms

__all__ = [
    "ADJ_CONDITIONAL",
    "ADJ_DOUBT",
    "ADJ_FALSE",
    "ADJ_NEGATED",
    "ADJ_PLANNED",
    "ADJ_POSSIBLE",
    "ALREADY_DECIDED",
    "ASKING_IF",
    "ASK_ONLY",
    "AVOID",
    "AWAIT",
    "BLAME",
    "CALLS",
    "CALL_FOR",
    "CANCEL",
    "CONDITIONS",
    "CONFIRM",
    "DEEM",
    "DENY",
    "DISMISS",
    "DOUBT",
    "EFFORTS",
    "FACT",
    "GATHER",
    "GIVE_UP",
    "MAYBE",
    "NEGATIVE_NOUNS",
    "OCCUR",
    "PLAN",
    "PLANNED_BEFORE",
    "PLAN_NOUNS",
    "POSSIBLE_BEFORE",
    "POSTPONE",
    "REFUSE",
    "REPORT_NOUNS",
    "REQUEST",
    "SAID_TO",
    "SAY",
    "SEEM",
    "SIGNS",
    "SPURN",
    "STOP",
    "SUPPOSE",
    "TRIED",
    "WISH",
    "WISH_NOUNS",
    "WORK_ON",
]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAY = _set(
    """say state announce report claim tell add insist note declare argue maintain warn assert stress reveal disclose
    write allege explain inform learn remark suggest estimate acknowledge admit concede recall reiterate repeat
    vow believe think understand know hear see find show indicate complain contend testify describe comment
    recount predict boast emphasise emphasize underline hint signal quote cite point conclude observe charge
    confess"""
)
"""What follows is somebody's word."""
CONFIRM = _set("confirm admit acknowledge verify concede confess corroborate")
DEEM = _set("consider regard view treat deem describe label brand constitute")
"""In the passive, one thing is called another: "considered a declaration of war"."""
DENY = _set("deny refute dispute disavow")
DISMISS = _set("dismiss reject rebut deny refute dispute contradict")
"""Deny, where reports or claims are the object."""
DOUBT = _set("doubt question")
PLAN = _set(
    """plan intend prepare agree decide vow pledge promise undertake resolve expect schedule set arrange order instruct
    commit poise aim mean elect opt swear choose determine authorise authorize direct announce approve move ready
    bind oblige"""
)
"""What follows is planned."""
WISH = _set(
    """threaten offer propose want hope seek try attempt wish ask urge demand request call invite press push persuade
    encourage appeal require allow permit need advise recommend warn tell force lobby beg implore fear struggle
    strive work fight consider compel like pressure convince lead enable suggest discuss negotiate"""
)
"""What follows is asked for, sought or possible."""
REQUEST = _set(
    """threaten ask urge demand request call invite press push persuade encourage appeal require advise recommend warn
    tell force lobby beg implore compel pressure convince"""
)
"""Somebody else is to do what follows."""
REFUSE = _set("refuse decline fail neglect omit forget cease")
"""What follows does not happen."""
FACT = _set("begin start continue manage help proceed happen come resume go claim report say dare remain")
"""What follows happens as told."""
SEEM = _set("appear seem likely")
MAYBE = _set(
    """consider mull contemplate discuss propose suggest recommend favour favor weigh threaten risk envisage fear urge
    advocate support oppose study debate"""
)
"""What follows is only thought of."""
ASKING_IF = _set("ask wonder inquire question know say see learn doubt decide consider weigh debate discuss")
"""With "if" they ask whether."""
AVOID = _set("avoid refrain abstain prevent resist forgo escape")
SPURN = _set("reject refuse decline spurn rebuff dismiss turn boycott skip shun oppose veto")
"""What others want, as their object, comes to nothing: "rejected a truce"."""
STOP = _set("stop cease halt quit end")
CANCEL = _set("suspend halt freeze cancel scrap abandon shelve ditch")
GIVE_UP = CANCEL | _set("drop reject dismiss rebuff spurn resist refuse decline withdraw retract rescind")
"""Plans, offers and calls that come to nothing."""
SAID_TO = _set("say believe think know allege suspect understand report rumour rumor consider claim hear see")
"""In the passive: "is believed to have shelled"."""
SUPPOSE = _set("suppose imagine assume")
"""As an order: what follows is only thought."""
SIGNS = _set("evidence proof sign signs indication indications confirmation hint trace")
"""There is none of them: nobody knows whether it is so."""
POSTPONE = _set("postpone delay defer")
OCCUR = _set(
    """resume begin start open continue hold take conclude end finish occur happen go convene last extend conduct
    restart launch close host proceed"""
)
"""Said of events: they take place."""
ADJ_POSSIBLE = _set(
    """possible likely ready willing able open prepared conceivable free keen eager imminent close probable necessary
    essential important entitled right"""
)
ADJ_PLANNED = _set("due set scheduled bound certain")
ADJ_NEGATED = _set("unable unwilling reluctant impossible unlikely")
ADJ_DOUBT = _set("doubtful questionable uncertain unclear unknown unlikely")
CONDITIONS = _set("if unless provided once lest had")
PLAN_NOUNS = _set(
    """plan plans intention intentions decision agreement pledge commitment promise vow order orders deal programme
    schedule"""
)
WISH_NOUNS = _set(
    """offer proposal threat threats bid attempt attempts effort efforts desire call calls demand demands request
    requests wish hope hopes possibility chance move readiness willingness right need proposals idea prospect
    option appeal refusal"""
)
REPORT_NOUNS = frozenset(
    form
    for noun in _set(
        """report claim allegation suggestion accusation rumour rumor assertion speculation statement charge news
        story notion"""
    )
    for form in noun_forms(noun)
)
"""Words for what is only told."""
NEGATIVE_NOUNS = _set("refusal failure inability reluctance unwillingness")
ADJ_CONDITIONAL = _set("contingent conditional dependent")
"""Talks contingent on …"""
ADJ_FALSE = _set("false untrue")
BLAME = _set("accuse blame criticise criticize condemn suspect denounce charge")
"""Whoever blames somebody for doing it says that it was done."""
TRIED = _set(
    "arrest detain jail imprison try sentence investigate sue indict prosecute deport expel fine hold question"
)
"""For doing it, as those say who do this."""
ASK_ONLY = _set("ask urge demand request")
"""Not to ask is no refusal of the thing."""
CALLS = _set("demand demands call calls appeal appeals request requests plea pleas push hope hopes need wish bid case")
"""Nouns for what is wanted: a demand for a withdrawal is no withdrawal."""
CALL_FOR = _set("call press push appeal ask hope wait")
"""With "for": call for talks."""
ALREADY_DECIDED = _set("announce approve order commit mean")
"""What they announce, approve, order or commit happens; it is not only planned."""
PLANNED_BEFORE = _set("planned scheduled upcoming forthcoming imminent future proposed intended expected coming")
POSSIBLE_BEFORE = _set("possible potential hypothetical threatened likely eventual")
"""Adjectives before a noun that names an event."""
WORK_ON = _set("engage continue pursue step lead join")
"""Efforts that are made, not only wished for."""
EFFORTS = _set("effort efforts")
GATHER = _set("meet gather sit convene talk")
"""Met to sign: what they met for happened."""
AWAIT = _set("need await demand ratify")
