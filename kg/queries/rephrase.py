"""A question as people type it in, the same in the words that the grammar of questions knows out.

Each rule holds for a way of asking, whatever is asked about: "timeline of X" is "what happened with X".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["plainer"]

_BE = r"(?:was|is|were|are|'s)"
_THE = r"(?:the |an? |any )?"
_VIEW = r"(?:position|stance|views?|opinion|attitude|line|thinking)"
_ON = r"(?:on|about|of|towards?|regarding|concerning|over)"
_ANSWER = r"(?:reactions?|responses?|answer)"
_SHOW = r"(?:(?:please |can you |could you )*(?:list|show me|show|give me|tell me|name|find) )?"
_EVENT = r"(?:everything|anything|all|(?:all )?(?:the )?events?|(?:all )?(?:the )?things|what)"

_RULES: tuple[tuple[str, str], ...] = (
    (r"^(what|who|when|where|how)s\b", r"\1's"),
    (r"^(?!wh|how)(.+?) (?:got|received) (.+?) (?:from|by) (?:whom|who)\b", r"from whom did \1 get \2"),
    (rf"\b(?:{_BE}|acted as|served as) {_THE}mediators?\b", "mediated"),
    (rf"\b(?:{_BE}|acted as|served as) {_THE}hosts? (?:of|to|for)\b", "hosted"),
    (r"^according to (?:whom|who|which \w+),? (?:did|do|does|has|have|had)\b", "who says that"),
    (r"^according to (?!who|which)([^,]+), (.+)$", r"\2 according to \1"),
    (rf"^(?:what|when) ?{_BE} {_THE}(?:date|day|time) of (.+)$", r"when was \1"),
    (rf"^{_SHOW}{_THE}(?:date|day|time) of (.+)$", r"when was \1"),
    (rf"^{_SHOW}{_EVENT} (?:that |which )?(?:has |have |had )?(?:happened|took place|occurred|went on)\b(?: to)?",
     "what happened with"),
    (r"^what happened with (with|between|in|at|on|before|after|since|during|to|about)\b", r"what happened \1"),
    (r"^what(?:'s| is| are| were| was) the (latest|last|newest|most recent|first|earliest) (?:events?|news|thing)\b",
     r"what happened \1"),
    (rf"^{_SHOW}(?:the )?(latest|newest|most recent) (?:events?|news)\b", r"what happened \1"),
    (r"^what(?:'s| is| has been) (?:going on|happening|new)\b", "what happened"),
    (rf"^what ?{_BE} (.+?)(?:'s?)? {_VIEW} {_ON} (.+)$", r"what did \1 say about \2"),
    (rf"^what ?{_BE} {_THE}{_VIEW} of (.+?) {_ON} (.+)$", r"what did \1 say about \2"),
    (rf"^{_SHOW}(?!what|who|how|when|where)(.+?)(?:'s?) {_VIEW} {_ON} (.+)$", r"what did \1 say about \2"),
    (r"^where (?:does|do|did) (.+?) stand (?:on|about|over) (.+)$", r"what did \1 say about \2"),
    (r"^how (?:does|do|did) (.+?) (?:view|see|regard) (.+)$", r"what did \1 say about \2"),
    (r"^what (?:does|do|did) (.+?) think (?:of|about) (.+)$", r"what did \1 say about \2"),
    (rf"^what ?{_BE} (.+?)(?:'s?)? {_ANSWER} (?:to|on) (.+)$", r"how did \1 react to \2"),
    (rf"^what ?{_BE} {_THE}{_ANSWER} of (.+?) (?:to|on) (.+)$", r"how did \1 react to \2"),
    (rf"^{_SHOW}(?!what|who|how|when|where)(.+?)(?:'s?) {_ANSWER} (?:to|on) (.+)$", r"how did \1 react to \2"),
    (rf"^(?:{_BE} there|are there|is there|were there) (.+)$", r"was there \1"),
    (r"^any (.+)$", r"was there \1"),
    (r"^(?:the )?(most|least) active (\w+)\b", r"which \2 was \1 active"),
    (r"^who (?:is|was|are|were) (?:the )?(most|least) active (\w+)\b", r"which \2 was \1 active"),
    (r"^which (\w+) (?:is|was|are|were) the (most|least) active(?: one)?\b", r"which \1 was \2 active"),
    (r"\b(appl(?:y|ied|ies|ying)|asked|asks?) for (?:the )?membership (?:of|in) (?:the )?", r"\1 to join "),
    (r"\b(appl(?:y|ied|ies|ying)|asked|asks?) for (?:the )?((?:\S+ ){0,3}?\S+) membership\b", r"\1 to join \2"),
    (r"\b(appl(?:y|ied|ies|ying)) to (?!join\b)", r"\1 to join "),
    (r"\b(?:takes?|took|taking) part in (?:the )?most events\b", "is most active"),
    (r"^(?:the |what (?:is|was) the )?number of (\w+) (?:which|that|who)\b", r"how many \1"),
    (r"^(?:the |what (?:is|was) the )?number of (?!\w+ of\b)", r"how many "),
    (r"^(.+?)(?:'s?)? (?:supporters|backers)$", r"who supports \1"),
    (r"^(.+?)(?:'s?)? critics$", r"who criticised \1"),
    (r"^(.+?)(?:'s?)? opponents$", r"who opposes \1"),
    (r"^(.+?)[:,-]+ (when|where|how often|by whom|why) (was|were|is|are|did|has|have) (?:it|they|he|she|this|that)\b",
     r"\2 \3 \1"),
    (r"^(?!wh|how)(.+?) (was|were|is|are|has been|have been) (.+?) by (?:whom|who)\b", r"by whom \2 \1 \3"),
    (r"\bkick(?:ed|s|ing)? out\b", "expelled"),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in _RULES)
_TIMELINE = (
    re.compile(rf"^{_SHOW}{_THE}(?:timeline|chronology|history) (?:of|for|on|about) (?:events? (?:in|with|about) )?"
               r"(?P<of>.+)$", re.IGNORECASE),
    re.compile(rf"^{_SHOW}(?P<of>.+?) (?:timeline|chronology)$", re.IGNORECASE),
    re.compile(r"^(?P<of>.+?):? what happened$", re.IGNORECASE),
)  # fmt: skip


def plainer(text: str, is_event: Callable[[str], bool]) -> str:
    """The question in plainer words; `is_event` tells whether words name a kind of event.

    >>> plainer("Who was the mediator between Egypt and Sudan", lambda _: False)
    'Who mediated between Egypt and Sudan'
    >>> plainer("timeline of Peru in 1995", lambda _: False)
    'what happened with Peru in 1995'
    >>> plainer("timeline of talks with Peru", lambda _: True)
    'talks with Peru'
    >>> plainer("what was Peru's reaction to the coup", lambda _: True)
    'how did Peru react to the coup'
    """
    for pattern in _TIMELINE:
        if found := pattern.match(text):
            text = found["of"] if is_event(found["of"]) else f"what happened with {found['of']}"
            break
    for pattern, plain in _COMPILED:
        text = pattern.sub(plain, text)
    return text
