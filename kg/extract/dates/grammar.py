"""The rules of date expressions: templates over words, each with the kind of expression that it finds.

See `scan` for the language of templates. CORES are dates that stand alone; BEFORE and AFTER are what may stand around
any of them ("the end of …", "the night of …", "… at 5 p.m."). Order matters: the first rule that fits is taken.
"""

from __future__ import annotations

from functools import cache

from kg.extract.dates.scan import Grammar, compile_rules

__all__ = ["grammar"]

MACROS = {
    "SEP": "(-| )",
    "M": "{month}.?",
    "WD": "{wday}.?,? ",
    "TH": "( ?{_th})?",
    "NODIGIT": "!((,|.|:|-|/){_num})",
    "ERA": "( ?<era=({_era}|b.c.e?.?|a.d.?)>)",
    "THATYEAR": "<yearrel=(that|the same|that same|this|last|next|the following|the previous|the next|each) year>",
    "OFYEAR": "(,?( of| in)?,? {year}<ERA>?!((-|,){_num})|,?( of| in)? {year3}<ERA>| of <THATYEAR>| '{yy})",
    "MDY": "<WD>?(the )?<M> (the )?{day}<TH><NODIGIT><OFYEAR>?",
    "DMY": "<WD>?(the )?{day}<TH>( day)?( of)? <M><OFYEAR>?",
    "ISO": "{year}-<mm={_mm}>-{day}|{year}/<mm={_mm}>/{day}",
    "SLASH": "<a={_day}>/<b={_day}>/<c=({_year}|{_yy})>|<a={_day}>.<b={_mm}>.<c={_year}>",
    "REL": "<rel=(the )?({_past}|{_next}|this|that|same|that same|this past|this coming)>",
    "THISYEAR": "(of |in )?(the )?({year}|<yearrel=((last|this|next|the|that|the same|the following|the previous) year)>)",
    "NUM": "({_ten}-{_one}|{_cardinal} (hundred|thousand)|{_num}.{_num}|{_num},{_num}|{_cardinal}|{_num})",
    "VAGUE": "(several|many|a few|few|some|a couple of|a couple|a number of|numerous|countless|dozens of|hundreds of)",
    "QTY": "<qty=(<NUM>|<VAGUE>|a single|a|an|half a)>( and( a)? <half=half>)?",
    "UNITS": "({_middle} )?({_middle} )?{unit}",
    "AMPM": "({_ampm}|a.m.?|p.m.?)",
    "ZONE": "( local time| {_zone}| \\({_zone}\\))",
    "CLOCK": "<clock={_hour}:{_min}(:{_min})?( ?<AMPM>| ?{_hrs})?|{_hour}(.{_min})? ?<AMPM>|{_clock} ?{_hrs}|"
             "{_clock}~( {_zone})>(<zone=<ZONE>>)?",
    "INPART": "(early|late)( in| on)?( the)?",
    "OFPART": "(the )?(very )?({_part}|{_ordinal} part|latter part|early part)( of)( the)?",
    "BEFORE": "((early (in|on) |late (in|on) )?(the )?((early|late) )?{daypart}( hours)?,?( of| on)( the)? |<CLOCK>,?( on)?,? |"
              "<part=(<INPART>|<OFPART>|mid) |mid->)",
    "AFTER": "( {daypart}|,?( at)?( about| around)? <CLOCK>)",
}  # fmt: skip

CORES = [
    ("day", "<ISO>(t{_hour}:{_min}(:{_min})?z?)?"),
    ("slash", "<SLASH>"),
    ("days", "<M> {day} ?- ?<day2={_day}>!(,?{_num})<OFYEAR>?"),
    ("day", "<MDY>"),
    ("day", "<DMY>"),
    ("month", "<M>,?( of| in)? ({year}<ERA>?|{year3}<ERA>)!(,{_num})"),
    ("month", "<M> of <THATYEAR>"),
    ("month", "<M> '{yy}"),
    ("month", "<REL> <M>!( {_day})"),
    ("month", "<M>"),
    ("season", "(<REL> |the )?(early |late |mid-? ?)?{season}(,?( of| in)? ({year}<ERA>?|{year3}<ERA>)| of <THATYEAR>)"),
    ("season", "{year} {season}"),
    ("season", "(<REL> |the )(early |late |mid-? ?)?{season}"),
    ("season", "{season}"),
    ("half", "(the )?(<nth={_ordinal}>|<nth=latter>)<SEP>half <THISYEAR>"),
    ("quarter", "(the )?(<nth={_ordinal}>|<nth={_num}>{_th})<SEP>quarter( <THISYEAR>)?"),
    ("quarter", "q<nth={_mm}>( {year})?"),
    ("fiscal", "(the )?(fiscal|financial)( year)? {year}"),
    ("century", "(the )?(early |late |mid-? ?)?(<nth={_num}>{_th}|<nth={_ordinal}>|<nth={_ten}-{_ordinal}>)<SEP>"
                "(century|centuries)<ERA>?"),
    ("decade", "(the )?(early |late |mid-? ?)?({year}'?s<ERA>?|{year3}'?s<ERA>)"),
    ("decade", "(the )?(early |late |mid-? ?)?'?{yy}'?s"),
    ("year", "(the )?year {year}<ERA>?|{year}<ERA>|{year3}<ERA>|ad {year3}"),
    ("year", "{year}<NODIGIT>"),
    ("year", "'{yy}"),
    ("dayof", "the {day}{_th}( day)? of <rel=(this|that|the same|last|next|the)> month|the {day}{_th}"),
    ("shift", "the day <how=(before|after)> <base=(yesterday|tomorrow)>"),
    ("today", "((earlier|later|late|early) )?{today}"),
    ("ago", "<QTY> <UNITS> <how=(ago|earlier|later|before|previously|afterwards|afterward|after|hence|thereafter|"
            "from now|beforehand|prior|on)>"),
    ("ago", "<qty=the> {unit} <how=(before|after|earlier|later|previous|following)>"),
    ("samelast", "the same (month|period|time|day|week|quarter)( of)? (<ago=a year (ago|earlier|before)>|"
                 "<ago=(the )?(last|previous) year>)"),
    ("rel", "(earlier|later|late|early|sometime)( in)? <rel=(this|that|the same|the|last|next)> {sunit}"),
    ("rel", "<REL> (fiscal |financial |calendar )?{sunit}( alone)?"),
    ("rel", "<rel=the> {sunit}"),
    ("rel", "{sunit}'s end"),
    ("weekday", "<WD>?<REL> {wday}|{wday} of <weekrel=(last|this|next)> week"),
    ("weekday", "{wday}"),
    ("holiday", "<name=(new year's (eve|day)|new year|christmas( (eve|day))?|boxing day|good friday|easter "
                "(sunday|monday)|easter|thanksgiving( day)?|independence day|labou?r day|valentine's day|halloween|"
                "all saints'? day|may day|armistice day|veterans day|memorial day|columbus day|presidents'? day|"
                "bastille day|ascension day|epiphany|whitsun|pentecost|palm sunday|ash wednesday|d-day)>"
                "(,?( in| of)? {year}| of <THATYEAR>)?"),
]  # fmt: skip

EXTRA = [
    ("duration", "<span=(the )?({_past}|{_next}|first|final|this)> <qty=(<NUM>|<VAGUE>)>( and( a)? <half=half>)? <UNITS>"),
    ("every", "(every|each) (other |<qty=<NUM>> )?({unit}|{wday}|{daypart}|{month})"),
    ("every", "<per=(per|a)> {sunit}"),
    ("duration", "<qty=<NUM>><SEP>{unit}((-| )(long|old))?"),
    ("duration", "<QTY> <UNITS>"),
    ("duration", "{unit}-long"),
    ("duration", "{units}"),
    ("often", "{often}"),
    ("present", "at present|the present( day)?|present(-| )day|these days|the time being|right now|{_present}|this time"),
    ("gone", "(in )?recent (years|months|weeks|days|times|history)|in the past|the past|{_gone}|more recently"),
    ("ahead", "(in )?the (near |foreseeable )?future|future|(in )?the (coming|next few) {_units}|soon|the long term|"
              "the near term|the short term"),
    ("then", "(that|the same) (time|moment|point)|the time"),
    ("clock", "<CLOCK>|noon|midnight"),
    ("daypart", "<rel=(this|that|the|last|the same|the next|the following|one)>( (early|late))? {daypart}"),
    ("daypart", "{daypart}"),
]  # fmt: skip

CORE = """month wday unit season today often present gone year year3 clock ampm daypart =time =moment =point =soon =future
    =past =present =christmas =easter =halloween =eve =thanksgiving =q =term =epiphany =pentecost =whitsun""".split()
"""Classes and words (=word) of which every expression holds at least one; other text is passed over."""


@cache
def grammar() -> Grammar:
    """The compiled grammar; made on first use (some tens of milliseconds)."""
    around = [(kind, f"<BEFORE>?({core})<AFTER>?") for kind, core in CORES]
    return compile_rules(around + EXTRA, MACROS, CORE)
