"""Verbs that decide whose the next verb is: who controls an infinitive or gerund, and what is only said."""

from __future__ import annotations

__all__ = ["BARE_COMPLEMENT", "OBJECT_CONTROL", "SAYING", "SAYING_AFTER", "SUBJECT_CONTROL"]

SAYING = frozenset(
    """say report claim announce believe think state insist argue know note add hope deny confirm stress warn
    tell""".split()
)
"""Verbs behind which a new clause may follow without "that"."""

SAYING_AFTER = frozenset("say add tell warn announce declare insist report write note state ask".split())
"""Verbs that may stand behind what is said: "…, the ministry added"."""

BARE_COMPLEMENT = (
    SAYING
    | SAYING_AFTER
    | frozenset(
        """fear hope wish propose recommend suggest think feel see hear find reveal show ensure guarantee mean agree
        decide learn understand expect suspect acknowledge admit concede allege accept vow pledge promise reiterate
        emphasise emphasize conclude estimate predict suppose assume demand request insist order rule complain boast
        declare determine disclose discover doubt explain imply indicate maintain notice observe prove realise realize
        recall remember signal suggest testify tweet be come have make let""".split()
    )
)
"""Verbs behind which a clause may follow at once, with its own subject."""

SUBJECT_CONTROL = frozenset(
    """promise vow pledge threaten agree refuse decline plan hope try attempt seek offer fail manage
    decide continue begin start cease use need prepare rush move act meet hold send deploy launch sign take
    have make visit travel arrive impose issue give withdraw close reopen leave reach break cut show telephone phone
    contact approach join invade attack bomb strike raid exploit lift postpone cancel delay""".split()
)

OBJECT_CONTROL = frozenset(
    """accuse blame criticise criticize condemn suspect stop prevent bar ban keep deter dissuade thank praise punish
    charge convict sue arrest detain jail sentence imprison indict prosecute try expel deport sanction investigate
    execute hang blacklist warn denounce fine forbid prohibit acquit commend congratulate discourage rebuke""".split()
)
