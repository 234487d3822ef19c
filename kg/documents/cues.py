"""The patterns by which lines of an article are told apart; no logic here, `structure` puts them to use."""

from __future__ import annotations

import re

__all__ = [
    "ACRONYMS", "AGENCY", "BARE_DATE", "BYLINE", "CORRESPONDENT", "CREDIT", "DATELINE", "EDITORIAL", "GENERIC", "HINTS",
    "LIST_HEADING", "NOTE", "POLICY", "POLICY_HEADING", "SMALL", "TO_READERS", "TRAILER", "WITHIN",
]  # fmt: skip


def _any(*lists: str) -> str:
    """One pattern of many: an alternative a line."""
    return "(?:" + "|".join(line.strip() for lines in lists for line in lines.strip().splitlines()) + ")"


def _line(*patterns: str) -> re.Pattern[str]:
    return re.compile("".join(patterns), re.IGNORECASE)


# --- dates, names, places ---------------------------------------------------------------------------------

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:,?\s+\d{{4}})?"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_STAMP = r"(?:(?:(?:First )?Published|Posted|(?:Last )?updated|Modified|Released|Date|Load-Date)(?:\s+on|\s+at)?:?\s+)?"
_CLOCK = r"(?:[\s,|·•–—-]*(?:at\s+)?\d{1,2}[:.h]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?"

BARE_DATE = _line(
    _STAMP, rf"(?:{_WEEKDAY},?\s+)?",
    rf"(?:{_DATE}|{_MONTH}\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})", _CLOCK, r"\.?$",
)  # fmt: skip
"""A line that is a date and nothing else."""

_HOUSES = _any(
    "Associated Press|AP|Reuters|Thomson Reuters|Agence France-Presse|AFP|Xinhua|TASS|ITAR-TASS|RIA Novosti|Interfax",
    "IRNA|Tasnim|Fars|Mehr|ISNA|Press TV|UPI|United Press International|Bloomberg|Bloomberg News|dpa|DPA|ANSA|EFE",
    "Kyodo|Kyodo News|Jiji|Yonhap|KCNA|PTI|ANI|IANS|Press Trust of India|Press Association|PA|Anadolu|Anadolu Agency",
    "AA|MENA|SANA|SPA|WAM|KUNA|PETRA|QNA|Antara|Bernama|NAN|PANA|AllAfrica|CNN|BBC|BBC News|NBC News|ABC News",
    "CBS News|Fox News|Al Jazeera|Al-Jazeera|NPR|VOA|Voice of America|RFE/RL|Radio Free Europe|Radio Free Asia|RFA",
    "(?:The )?(?:New York Times|Washington Post|Wall Street Journal|Guardian|Economist|Jerusalem Post|Hindu)|NYT|WSJ",
    "Los Angeles Times|The Times|The Telegraph|The Independent|Financial Times|FT|USA Today|Politico|POLITICO|Axios",
    "Foreign Policy|Le Monde|Haaretz|Ynet|The Times of Israel|Arab News|Al Arabiya|Al-Monitor|Dawn|Deutsche Welle|DW",
    "South China Morning Post|(?:The )?Canadian Press|CP|Australian Associated Press|AAP|France 24|Euronews|Wikinews",
    "Inter Press Service|IPS|McClatchy|Tribune News Service",
)
AGENCY = re.compile(
    r"(?:(?:By|BY|Source|From|Via|Credit)[: ]\s*)?"
    rf"(?P<name>(?:The |THE )?(?:{_HOUSES}|[A-Z][\w.-]+(?: [A-Z][\w.-]+)? (?:News Agency|News Service|Newswire)))"
    r"(?:\s+(?:News|Staff|staff))?\.?$"
)
"""A line that is the name of an agency or paper and nothing else."""

_WORD = r"[^\W\d_a-z][\w.'’-]*+"
_BESIDE = _any(
    "and|AND|&|de|van|von|al|bin|el|der|la|in|of|for|staff|writers?|correspondents?|contributors?|editors?|reporters?",
    r"[\w.+-]++@[\w.-]++",
)
BYLINE = re.compile(rf"(?:By|BY|by)[: ]\s*{_WORD}(?:[\s,|]++(?:{_WORD}|{_BESIDE}(?![^\s,|])))*+$")
"""`By A. B. Name and C. Name, Reuters`: capitalised words after By, and no sentence."""

_PERSON = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}"
CORRESPONDENT = re.compile(
    rf"{_PERSON}(?:(?:, | and ){_PERSON})* in {_PERSON.replace('{1,3}', '{0,2}')}(?: and agencies)?$"
)
"""`A. Name in Nairobi`, as some papers sign under the headline."""

TRAILER = re.compile(r"\s[|–—-]\s+(?=[^|–—-]+$)")
"""What may part a headline from the paper's name."""

_CITY = r"[A-Z][A-ZÀ-Þ.'’-]+(?:[ /][A-Z][A-ZÀ-Þ.'’-]*){0,3}"
_REGION = r"(?:,\s*[A-Z][\w.'’-]+(?:\s+(?:[A-Z][\w.'’-]*|of|and|the)){0,3})"
_DASH = r"\s*(?:—|–|--+|―|_)\s*|\s+-+\s+"
DATELINE = re.compile(
    rf"(?:(?P<plain>{_CITY})|(?P<city>[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){{0,3}}))"
    rf"(?P<region>{_REGION}(?=\s*[,(—–_-]))?"
    rf"(?P<date>,?\s*(?:{_WEEKDAY},?\s+)?{_DATE})?"
    r"(?P<paren>\s*\((?P<agency>[A-Z][^()\n]{1,40}|[a-z]{2,5}(?:/[a-z]{2,5})?)\))?"
    r"(?P<slash>\.?\s*/\s*(?P<house>[A-Z][\w. -]{1,30})/)?"
    rf"(?P<end>{_DASH}|:\s+|\.\s+(?=[A-Z\"“])|\s+(?=[A-Z\"“]))(?=[\"“‘'«(\[]*[A-Z0-9À-Þ])"
)
"""`VIENNA (Reuters) — `, `PARIS, March 4 — `, `MINSK, March 4. /BelTA/. `; `structure` checks the shape."""

ACRONYMS = frozenset(
    "UN UNSC UNHCR UNICEF UNESCO NATO OPEC EU IAEA ASEAN BRICS WHO WTO IMF OSCE OAS AU ECOWAS SADC GCC OECD ISIS ISIL "
    "IS PLO PKK IRGC CIA FBI NSA MI6 MI5 KGB FSB US USA UK UAE DPRK PRC ROK USSR EEC EC WFP ICC ICJ BREAKING UPDATE "
    "CORRECTION CORRECTED UPDATED REFILE CLARIFICATION ANALYSIS OPINION EXCLUSIVE WATCH VIDEO LIVE NOTE EDITORIAL "
    "EXPLAINER FACTBOX TIMELINE INTERVIEW COMMENTARY PHOTOS READ MORE RELATED QUESTION ANSWER Q A TODAY YESTERDAY "
    "WHAT WHY HOW WHEN WHERE".split()
)
"""Words in capitals that open a sentence without being a place."""

SMALL = frozenset("DE DEL DI DA LA LAS LOS LE EL AL OF AU ES THE SAN SANTA SAO ST. ST NEW PORT".split())
"""Words that lengthen the name of a place."""

GENERIC = frozenset("agency agencies staff news wire wires own correspondent combined sources".split())
"""What stands in a dateline's brackets without naming anyone."""

# --- the site's and the desk's own ------------------------------------------------------------------------

_RULES = r"(?:policy|policies|guidelines|rules|standards|notice|settings|agreement|preferences)\W*$"
_CALLS = _any(r"""
    sign up|signup|subscribe|register|log ?in|sign in|become a member|support (?:our|us|independent)|donate
    get (?:our|the latest)|don[’']t miss|already a subscriber|want to read more|continue reading
    thank you for reading|thanks for reading|enjoy unlimited|create (?:a|your) (?:free )?account
    follow us|find us on|like us on|download (?:our|the) app|manage (?:your )?(?:cookies|consent|preferences)
    accept (?:all )?cookies|we use cookies|this (?:web)?site uses cookies
    by (?:commenting|posting|clicking|continuing|using|signing up|subscribing|submitting)[\w\s,’'-]{0,40}\byou
""")
_SPEECH = r".*\b(?:said|says?|told|tells?|warn(?:s|ed)|urge[sd]?|according)\b"
_WARES = _any(r"""
    you|yours?|our|newsletters?|inbox|app|accounts?|alerts|updates|e-?mails?|today|now|free|access|here|stor(?:y|ies)
    reading|articles?|cookies|journalism|facebook|twitter|instagram|telegram|whatsapp|youtube|rss|twitter|x\b|premium
""")
POLICY_HEADING = _line(_any(
    r"(?:[\w.’'-]+\s+){0,4}(?:comment(?:s|ing|er|ary)?|community|user|privacy|cookies?|moderation|corrections?)\s+"
    + _RULES,
    _CALLS + rf"\b(?:\W*$|(?!{_SPEECH})(?=.*\b{_WARES}).{{0,160}}$)",
    r"""
    (?:terms (?:of|and)|conditions of) (?:service|use|conditions|sale)\b[\w\s,&|]*$
    (?:leave|post|write|add|join|view|show|see|read|hide) (?:(?:a|your|the|all|\d+) )?comments?[\s\w()]{0,20}$
    (?:leave|post|write|add|join) (?:a|your|the) (?:reply|conversation)$
    comments?\s*(?:\(\d+\)|:|are closed|closed|disabled)?\W*$
    \d+ comments?$
    (?:©|\(c\)\s*(?:copyright\s*)?(?=\d{4})|&copy;).{0,200}$
    copyright\b(?:\s*(?:©|\(c\)))?[\s,:]*(?:\d{4}|by\b|the\b).{0,200}$
    (?:you must be logged in|your e-?mail address will not be published|required fields are marked)\b.{0,100}$
    (?:click|tap) here (?:to|for)\b.{0,120}$
    (?:we want to hear|we[’']d love to hear|send us|have a (?:question|tip)|got a tip)\b.{0,160}$
    (?:write to|e-?mail|contact) us\b.{0,160}$
    (?:if you would like |do you want )?to comment on this\b.{0,120}$
    newsletters?(?: sign[- ]?up)?$
    (?:this|the) (?:material|article|story|content|report) may not be (?:published|reproduced|copied|redistributed).*$
    (?:our standards|the thomson reuters trust principles).{0,60}$
    (?:reprints?|permissions?|licensing|advertise with us|about us|site ?map)\b[\w\s|&,·•-]{0,80}$
    (?:privacy|cookie) policy\b[\w\s|&,·•-]{0,80}$
    the views (?:and opinions )?expressed (?:in this|here|by the author).*$
    (?:load-date|language|publication-type|journal code|document [A-Z]{4,}\w*|word count|length)\s*:.{0,60}$
    """,
))  # fmt: skip
"""A line that opens, or is, a stretch about the site and not about the world."""

_POINTERS = _any(r"""
    related|recommended|more|most|latest|top|popular|trending|editor[’']?s[’']?|see also
    you (?:may|might)|up next|read (?:more|next|also)|what to read|in case you missed|from our partners|sponsored
    promoted|around the web|keep reading|(?:click|tap) here|watch(?: now)?|listen|in pictures|topics?|tags?|keywords?
    filed under|categories|share|print|e-?mail|tweet
    have an opinion on this story
""")
_POINTED = _any(r"""
    this|the|on|from|in|of|to|by|news|stor(?:y|ies)|articles?|reading|reads?|viewed|popular|shared|links?|content
    topics?|coverage|headlines|posts?|picks?|also|like|be interested|for you|world|about|page|with|friends|via|it
""")
LIST_HEADING = _line(
    _any(
        _POINTERS + rf"(?:\s+{_POINTED}){{0,6}}" + r"\s*(?::.{0,140}|[|>»…-].{0,100})?\W*$",
        r"(?:sources?|references|notes|external links?|sister links|further reading|see also)\W*$",
    )
)
"""`Share this article`, `Related stories`, `Most read`: what follows in short lines is other articles' headlines."""

_DESK = r"(?:reporting|writing|editing|compiled|translated|translation|graphics?|research|production|written|edited)"
_HOLD = r"(?:article|story|report|post|piece|page)"
NOTE = _line(_any(
    rf"[(\[]?(?:(?:Additional|Further|Extra) )?{_DESK}(?: and editing)? by\b(?:[^.!?]|\b\w\.){{0,300}}[.)\]]*$",
    rf"this {_HOLD} (?:was|has been|is) (?:amended|updated|corrected|edited|originally|first|re-?published|part of)"
    r".{0,300}$",
    r"(?:correction|clarification|editor[’']s note)\s*(?:\([^()]*\))?:.{0,300}$",
    rf"an? (?:earlier |previous )?version of this {_HOLD}\b.*$",
    r"[(\[]?with (?:inputs?|files|(?:additional )?reporting|agency inputs?) (?:from|by)\b.{0,120}$",
    r"sources?\s*:\s*[^.!?]*(?:agenc|news|wire|\bAP\b|AFP|Reuters)[^.!?]{0,80}$",
    r"(?:last )?(?:updated|published|posted)(?: on| at)?\b:?\s[^.!?]{0,40}\b\d{4}(?:\b[^.!?]{0,20})?$",
    r"\d+ min(?:ute)?s? read|image source[,:]? .{2,160}|\d{3,5}\*\*\d{3,5}|EOM$",
    r"(?:Advertisement|Advertising|Ads?|Sponsored content|Skip advertisement)$",
    r"(?:Story|Article) continues (?:below|after).*$",
    r"(?:-\s*30\s*-|###+|#\s#\s#|\*\s*\*\s*\*|___+|-*ENDS?-*|Ends/\w*|\(END\))$",
    r"(?:Facebook|Twitter|WhatsApp|LinkedIn|Reddit|Telegram|Pinterest|Copy link|Link copied.*)$",
    r"share (?:on|via|by|to) (?:facebook|twitter|x|e-?mail|whatsapp)\b.{0,100}$",
    r"(?:Print|Email|Share|Tweet|Save|Listen|Loading\W*|Back to top|Getty Images|EPA|Reuters/[\w .]+)$",
))  # fmt: skip
"""One line of the desk's or the site's own, whatever follows."""

WITHIN = (
    ("contributed", _line(rf"contributed(?: reporting)?(?: (?:to|for) this {_HOLD})?\W*$")),
    ("rights reserved", _line(r"rights reserved\b.{0,160}$")),
    ("please ", _line(r"please (?:subscribe|donate|consider (?:subscribing|donating|supporting))\b.{0,160}$")),
    (" is a", _line(r" is an? (?:\w+ ){0,4}(?:correspondent|reporter|writer|editor|journalist|columnist)\b.{0,160}"
                    r"(?:follow|twitter|@|e-?mail)")),
)  # fmt: skip
"""Words (in small letters) within a line, and what must follow from there on for the line to be such a note."""

_PICTURE = r"(?:photo(?:graph|s)?|images?|picture|illustration|video|file photo|handout|credit|caption|graphic)"
CREDIT = _line(r"[(\[]?", _any(
    _PICTURE + r"\s*(?:credit|copyright|source|by|from|courtesy(?: of)?|via)?\s*[:/©]\s*(?:[^.!?]|\b\w\.){2,80}",
    r"(?:photo(?:graph)?|image|picture) (?:by|credit|copyright|courtesy(?: of)?) [A-Z](?:[^.!?]|\b\w\.){2,80}",
    r"(?:AP|AFP|EPA|Reuters|Getty(?: Images)?)(?: (?:Photo|Images|File Photo))?\s*/\s*[A-Z][\w .'’/,-]{2,60}",
), r"[.)\]]*$")  # fmt: skip
"""A line that is a photo's credit and nothing else."""

EDITORIAL = _line(rf"[(\[](?:(?:Additional|Further|With) )?{_DESK}\b", r"[^()\[\]]{3,400}[)\]]$")
"""`(Reporting by …; Editing by …)` at the end of a paragraph."""

HINTS = ("omments", "ommenting", "ookies", "ubscri", "rivacy ", "erms of ", "ewsletter", "our inbox", "avascript")
"""Without one of these (less the letter that may be a capital) a text is not searched for prose about its site."""

POLICY = _line(r"\b", _any(r"""
    terms of (?:service|use)|privacy (?:policy|notice)|you (?:agree|consent|accept|can unsubscribe)
    you are solely responsible|cookies?|javascript|unsubscribe|subscribers? only|sign up|log in
    your (?:comments?|inbox|account|browser|device|data|e-?mail|consent|privacy|subscription|preferences|choices)
    your (?:submissions?|personal)|our (?:partners|terms|privacy|newsletters?|community|commenting|moderators?)
    our (?:website|site|app|guidelines|cookies?)|we (?:reserve the right|won[’']t tolerate|do not edit|may remove)
    (?:we|our partners) (?:use|store|process|moderate|review|delete)|reader comments?
    comments? (?:section|policy|that|are|will|may|must)|moderat(?:e|ed|ing|ion|ors?)|commenters?|posting|profanity
    obscen\w+|personal attacks|spam|all rights reserved|rewritten or redistributed|advertis(?:ing|ements?)
    third[- ]part(?:y|ies)|personal data|legitimate interest|opt[- ]out
"""), r"\b")  # fmt: skip
"""Vocabulary of policies and calls: three different ones, and a word to the reader, make a paragraph one."""

TO_READERS = re.compile(r"\b(?:[Yy]ou|[Yy]ours?|[Ww]e|[Oo]urs?|us)\b")  # "US" is a country
"""A site speaks to its readers; news about comments, spam and cookies does not."""
