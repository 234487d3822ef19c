"""Closed word classes of English and the inflection of verbs and nouns: lemma in, forms out."""

from __future__ import annotations

import functools

__all__ = ["noun_forms", "verb_forms"]

DETERMINERS = frozenset(
    "the a an this these those some any no each every all both several many few another either neither such".split()
)
POSSESSIVES = frozenset("his her its their our my your whose".split())
SUBJECT_PRONOUNS = frozenset("he she it they we i you".split())
PRONOUNS = SUBJECT_PRONOUNS | frozenset("him them us me himself itself themselves herself ourselves".split())
TOLD_THINGS = frozenset(
    """charge charges accusation accusations allegation allegations claim claims demand demands offer offers proposal
    proposals suggestion assertion assertions condition conditions request requests""".split()
)
"""What somebody has said and another may deny, reject or accept."""
PREPOSITIONS = frozenset(
    """of in on at by for with from to into onto over under between among amongst against about through during
    without within across around near off upon toward towards via despite beyond behind above below along
    alongside like including regarding concerning ahead outside inside amid amidst per versus than
    besides throughout up down out since until till before after as except""".split()
)
CONJUNCTIONS = frozenset("and or but nor & plus".split())
SUBORDINATORS = frozenset(
    "if unless because although though while whereas whether when whenever where once lest provided".split()
)
RELATIVES = frozenset("who which whom whose that".split())
MODALS = {
    "will": "future", "shall": "future", "'ll": "future", "would": "would", "may": "possible", "might": "possible",
    "could": "possible", "can": "possible", "must": "must", "should": "should", "cannot": "possible",
}  # fmt: skip
BE = frozenset("be is are was were been being am 's 're 'm".split())
HAVE = frozenset("have has had having 've".split())
DO = frozenset("do does did".split())
PAST_AUX = frozenset("was were had did".split())
CONTRACTED = {
    "won't": ("will", True), "can't": ("can", True), "cannot": ("can", True), "don't": ("do", True),
    "doesn't": ("does", True), "didn't": ("did", True), "isn't": ("is", True), "aren't": ("are", True),
    "wasn't": ("was", True), "weren't": ("were", True), "hasn't": ("has", True), "haven't": ("have", True),
    "hadn't": ("had", True), "wouldn't": ("would", True), "couldn't": ("could", True),
    "shouldn't": ("should", True), "mustn't": ("must", True), "shan't": ("shall", True),
    "we'll": ("will", False), "they'll": ("will", False), "he'll": ("will", False), "she'll": ("will", False),
    "it'll": ("will", False), "i'll": ("will", False), "we've": ("have", False), "they've": ("have", False),
    "i've": ("have", False), "we're": ("are", False), "they're": ("are", False), "we'd": ("would", False),
    "they'd": ("would", False),
}  # fmt: skip
ADVERBS = frozenset(
    """also still already again now then soon just only even yet ever always often once twice later earlier
    together further formally officially jointly recently repeatedly currently today yesterday tomorrow tonight
    here there however meanwhile instead thus therefore nevertheless rather quite very too almost nearly
    separately reportedly allegedly back forward apart well far long long-term straight militarily personally
    first last abroad away aside home hard militarily unilaterally subsequently finally initially previously""".split()
)

IRREGULAR = {
    "be": ("was were", "been"), "become": ("became", "become"), "begin": ("began", "begun"),
    "bring": ("brought", "brought"), "break": ("broke", "broken"), "build": ("built", "built"),
    "buy": ("bought", "bought"), "catch": ("caught", "caught"), "choose": ("chose", "chosen"),
    "come": ("came", "come"), "cut": ("cut", "cut"), "deal": ("dealt", "dealt"), "do": ("did", "done"),
    "draw": ("drew", "drawn"), "drive": ("drove", "driven"), "fall": ("fell", "fallen"), "feed": ("fed", "fed"),
    "feel": ("felt", "felt"), "fight": ("fought", "fought"), "find": ("found", "found"), "flee": ("fled", "fled"),
    "fly": ("flew", "flown"), "forbid": ("forbade", "forbidden"), "forget": ("forgot", "forgotten"),
    "forgive": ("forgave", "forgiven"), "freeze": ("froze", "frozen"), "get": ("got", "got gotten"),
    "give": ("gave", "given"), "go": ("went", "gone"), "grow": ("grew", "grown"), "hang": ("hung", "hung"),
    "have": ("had", "had"), "hear": ("heard", "heard"), "hide": ("hid", "hidden"), "hit": ("hit", "hit"),
    "hold": ("held", "held"), "hurt": ("hurt", "hurt"), "keep": ("kept", "kept"), "know": ("knew", "known"),
    "lay": ("laid", "laid"), "lead": ("led", "led"), "leave": ("left", "left"), "lend": ("lent", "lent"),
    "let": ("let", "let"), "lie": ("lay lied", "lain lied"), "lose": ("lost", "lost"), "make": ("made", "made"),
    "mean": ("meant", "meant"), "meet": ("met", "met"), "overthrow": ("overthrew", "overthrown"),
    "pay": ("paid", "paid"), "put": ("put", "put"), "quit": ("quit", "quit"), "read": ("read", "read"),
    "ride": ("rode", "ridden"), "rise": ("rose", "risen"), "run": ("ran", "run"), "say": ("said", "said"),
    "see": ("saw", "seen"), "seek": ("sought", "sought"), "sell": ("sold", "sold"), "send": ("sent", "sent"),
    "set": ("set", "set"), "shake": ("shook", "shaken"), "shoot": ("shot", "shot"), "show": ("showed", "shown showed"),
    "shut": ("shut", "shut"), "sit": ("sat", "sat"), "speak": ("spoke", "spoken"), "spend": ("spent", "spent"),
    "split": ("split", "split"), "spread": ("spread", "spread"), "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"), "stick": ("stuck", "stuck"), "strike": ("struck", "struck stricken"),
    "swear": ("swore", "sworn"), "sweep": ("swept", "swept"), "take": ("took", "taken"), "teach": ("taught", "taught"),
    "tell": ("told", "told"), "think": ("thought", "thought"), "throw": ("threw", "thrown"),
    "understand": ("understood", "understood"), "undertake": ("undertook", "undertaken"),
    "uphold": ("upheld", "upheld"), "wear": ("wore", "worn"), "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"), "withhold": ("withheld", "withheld"), "write": ("wrote", "written"),
    "rebuild": ("rebuilt", "rebuilt"), "resell": ("resold", "resold"), "retake": ("retook", "retaken"),
    "foresee": ("foresaw", "foreseen"), "outbid": ("outbid", "outbid"), "overrun": ("overran", "overrun"),
    "mislead": ("misled", "misled"), "rewrite": ("rewrote", "rewritten"), "strive": ("strove", "striven"),
    "bid": ("bid", "bid"), "bind": ("bound", "bound"), "blow": ("blew", "blown"),
    "burn": ("burned burnt", "burned burnt"),
    "cast": ("cast", "cast"), "cling": ("clung", "clung"), "cost": ("cost", "cost"), "dig": ("dug", "dug"),
    "eat": ("ate", "eaten"), "grind": ("ground", "ground"), "learn": ("learned learnt", "learned learnt"),
    "light": ("lit lighted", "lit lighted"), "rid": ("rid", "rid"), "ring": ("rang", "rung"),
    "shed": ("shed", "shed"), "sink": ("sank", "sunk"), "slay": ("slew", "slain"),
    "sleep": ("slept", "slept"), "spring": ("sprang", "sprung"), "sting": ("stung", "stung"), "tear": ("tore", "torn"),
    "wake": ("woke", "woken"), "weep": ("wept", "wept"), "wind": ("wound", "wound"), "beat": ("beat", "beaten"),
    "arise": ("arose", "arisen"), "awake": ("awoke", "awoken"), "bear": ("bore", "borne born"),
    "undergo": ("underwent", "undergone"), "overcome": ("overcame", "overcome"), "override": ("overrode", "overridden"),
    "oversee": ("oversaw", "overseen"), "broadcast": ("broadcast", "broadcast"), "sue": ("sued", "sued"),
    "unfreeze": ("unfroze", "unfrozen"),
}  # fmt: skip
_DOUBLED = frozenset(
    """stop ban plan bar ship trap drop step refer prefer permit admit commit submit transfer defer confer compel
    expel repel rebel propel control patrol equip regret occur deter incur concur abet rob stab grab kidnap rig jam
    ram rap slam strip tip trim wrap clap chat quit pin pen spot plot outfit format acquit rebut abut cancel signal
    travel label initial quarrel counsel model marshal panel level dispel extol enrol fulfil instil swap zap bug tap tag
    sum scrap flog drag flag beg hug lag nod wed bid blot chop clip cram cut dim dip drug fit gun hit hop hug let log
    annul brag channel combat dub funnel lob nab prod shrug shun snub spur jet unban
    map mob net nip pop prop rot rub run sag scan set shed shred shut sip sit skip slap slip slit snap sob spar spin
    spit split squat stem stir strap stun tan top tug whip win wet zip""".split()
)
_ALSO_SINGLE = frozenset(
    "channel combat funnel cancel signal travel label initial quarrel counsel model marshal panel level fulfil".split()
)


@functools.cache
def verb_forms(lemma: str) -> tuple[tuple[str, str], ...]:
    """(form, tag) pairs; tags: B base, Z third person, D past, N past participle, G -ing form.

    >>> sorted(verb_forms("expel"))
    [('expel', 'B'), ('expelled', 'D'), ('expelled', 'N'), ('expelling', 'G'), ('expels', 'Z')]
    """
    out = [(lemma, "B"), (_third(lemma), "Z")]
    if lemma in IRREGULAR:
        past, participle = IRREGULAR[lemma]
        out += [(w, "D") for w in past.split()] + [(w, "N") for w in participle.split()]
        out += [(w, "G") for w in _stems(lemma, "ing")]
    else:
        out += [(w, tag) for w in _stems(lemma, "ed") for tag in "DN"] + [(w, "G") for w in _stems(lemma, "ing")]
    return tuple(out)


def _third(lemma: str) -> str:
    if lemma == "have":
        return "has"
    if lemma == "be":
        return "is"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stems(lemma: str, ending: str) -> list[str]:
    if lemma in _DOUBLED:
        doubled = lemma + lemma[-1] + ending
        return [doubled, lemma + ending] if lemma in _ALSO_SINGLE else [doubled]
    if lemma.endswith("ie") and ending == "ing":
        return [lemma[:-2] + "ying"]
    if lemma.endswith("e") and not (ending == "ing" and lemma.endswith(("ee", "oe", "ye"))):
        return [lemma[:-1] + ending]
    if lemma.endswith("y") and ending == "ed" and lemma[-2:-1] not in "aeiou":
        return [lemma[:-1] + "ied"]
    if lemma.endswith("c"):
        return [lemma + "k" + ending]
    return [lemma + ending]


_PLURALS = {
    "man": "men", "woman": "women", "person": "people", "child": "children", "crisis": "crises", "thief": "thieves",
    "life": "lives", "spokesman": "spokesmen", "spokeswoman": "spokeswomen", "gunman": "gunmen",
    "policeman": "policemen", "aircraft": "aircraft", "attaché": "attachés", "coup": "coups", "troops": "troops",
    "serviceman": "servicemen", "fisherman": "fishermen", "chairman": "chairmen", "police": "police",
}  # fmt: skip


@functools.cache
def noun_forms(lemma: str) -> tuple[str, ...]:
    """Singular and plural; the last word of a compound is inflected.

    >>> noun_forms("peace treaty"), noun_forms("embargo"), noun_forms("gunman")
    (('peace treaty', 'peace treaties'), ('embargo', 'embargos', 'embargoes'), ('gunman', 'gunmen'))
    """
    before, _, last = lemma.rpartition(" ")
    lead = f"{before} " if before else ""
    if last in _PLURALS:
        return tuple(dict.fromkeys((lemma, lead + _PLURALS[last])))
    if last.endswith(("sman", "yman", "iaman")):  # "tradesman", "railwayman"
        return (lemma, f"{lemma[:-2]}en")
    if last.endswith("s") and not last.endswith("ss"):
        return (lemma,)
    if last.endswith("o"):
        return (lemma, f"{lemma}s", f"{lemma}es")
    if last.endswith(("s", "x", "z", "ch", "sh")):
        return (lemma, f"{lemma}es")
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return (lemma, f"{lemma[:-1]}ies")
    return (lemma, f"{lemma}s")
