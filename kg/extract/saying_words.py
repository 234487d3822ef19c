"""English verbs that hand on what somebody says, thinks or wants, by what may follow them, and such nouns."""

from __future__ import annotations

from kg.extract.words import noun_forms

__all__ = ["ADDRESSING", "BARE", "DENIALS", "HANDING_ON", "JUDGING", "REPORTS", "SPEAKING_VERBS", "THINKING", "WANTING"]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEAKING_VERBS = _set(
    """say tell add state announce declare report claim insist argue maintain explain stress confirm acknowledge assert
    note observe remark comment write tweet retweet post warn caution predict forecast estimate allege contend
    suggest reveal disclose recall recount relate reply respond retort counter concede admit confess boast brag
    joke quip complain lament testify recommend advise reiterate repeat emphasise emphasize underline underscore
    highlight hint signal indicate conclude describe inform notify assure remind pledge promise vow swear
    threaten deny refute dispute rebut exclaim shout cry yell whisper mutter murmur ask inquire wonder question
    speculate theorize theorise posit propose charge accuse blame cite quote mention specify clarify continue
    scoff fume vent opine proclaim pronounce profess preach rule find learn attest certify agree disagree"""
)
"""A clause or a quotation after them, or before them, is what is said."""
THINKING = _set(
    """think believe feel know see consider expect hope fear worry doubt suspect assume realise realize reckon show
    find suppose guess notice consider"""
)
"""A clause after them is what is thought or shown; a noun alone is not."""
WANTING = _set(
    """want wish plan intend decline ask urge demand request call encourage press push beg implore appeal promise
    pledge vow threaten offer propose hope order instruct tell advise warn persuade convince invite challenge
    expect"""
)
"""An infinitive after them is what is wanted."""
JUDGING = _set(
    """criticise criticize condemn denounce praise defend endorse reject dismiss welcome applaud slam blast mock
    ridicule call label brand describe favour favor propose demand urge question accuse blame commend hail
    deplore decry deride embrace mention cite announce suggest outline reveal acknowledge admit deny dispute
    refute rebut explain lambast lambaste rebuke chide scold disavow repudiate renounce want discuss"""
)
"""The thing after them is what somebody's word is about."""
ADDRESSING = _set("tell inform notify assure remind advise warn persuade convince promise ask")
"""Their first object is whom one speaks to."""
BARE = _set(
    """say tell add announce report claim insist argue maintain explain stress confirm acknowledge note remark write
    tweet warn predict estimate allege reveal admit concede think believe feel know hope fear doubt suspect
    assume realise realize show suppose guess suggest deny swear promise complain declare indicate conclude"""
)
"""A clause may follow them without "that"."""
DENIALS = _set("deny refute dispute rebut disavow repudiate")
HANDING_ON = _set("quote cite")
"""In the passive ("was quoted as saying") the subject speaks."""
REPORTS = frozenset(
    form
    for noun in _set(
        """statement claim allegation report announcement declaration remark comment accusation charge assertion warning
        argument suggestion admission denial pledge promise vow threat demand prediction conclusion belief view hope
        fear complaint insistence contention notion idea rumour rumor testimony acknowledgement acknowledgment
        speculation assurance call request concern opinion finding ruling"""
    )
    for form in noun_forms(noun)
)
"""Nouns after which "that" begins what is said."""
