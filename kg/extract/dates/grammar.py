"""The rules of date expressions: templates over words, each with the kind of expression that it finds.

See `scan` for the language of templates. A rule is a line: its kind, its template; lines that begin with a blank go on
with the one before. FIRST are tried first; CORES are dates that stand alone, each also with BEFORE and AFTER around it
("the end of …", "the night of …", "… at 5 p.m."); then REST. Order matters: the first rule that fits is taken.
"""

from __future__ import annotations

from functools import cache

from kg.extract.dates.scan import Grammar, compile_rules

__all__ = ["grammar"]

MACROS = """
SEP       (-| )
M         {month}.?
WD        {wday}.?,? (the )?
TH        ( ?{_th})?
NODIGIT   !((,|.|:|/){_num})
ERA       ( ?<era=({_era}|b.c.?e?.?|a.d.?)>)
THATYEAR  <yearrel=(that|the same|that same|this|last|next|the following|the previous|the next|each) year>
OFYEAR    (,?( of| in)?,? {year}<ERA>?!(,{_num})|,?( of| in)? {year3}<ERA>| of <THATYEAR>| '{yy})
MDY       <WD>?<M> (the )?{day}<TH><NODIGIT>(<OFYEAR>| <THATYEAR>)?
DMY       <WD>?(the )?{day}<TH>( day)?( of)? <M>(<OFYEAR>| <THATYEAR>)?
ISO       {year}-<mm={_mm}>-{day}|{year}/<mm={_mm}>/{day}
SLASH     <a={_day}>/<b={_day}>/<c=({_year}|{_yy})>|<a={_day}><dotted=.><b={_mm}>.<c={_year}>
REL       <rel=(the )?({_past}|{_next}|this|that|same|that same|this past|this coming)>
THISYEAR  (of |in )?(the )?({year}|<yearrel=((last|this|next|the|that|the same|the following|the previous) year)>)
NUM       ({_ten}-{_one}|{_cardinal} (hundred|thousand)|{_num}.{_num}|{_num},{_num}|{_cardinal}|{_num})
VAGUE     (several|many|a few|few|some|a couple of|a couple|a number of|numerous|countless|dozens of|hundreds of)
HALF      ( and( a)? <half=half>)?
ROUGH     ((about|around|nearly|almost|roughly|approximately|over|under|well over|just over|just under|only|just|
          another|more than|less than|fewer than|at least|at most|close to|up to|some|a little more than|a mere|
          a further|a total of) )?
UNITS     ({_middle} )?({_middle} )?{unit}
AMPM      ({_ampm}|a.m.?|p.m.?)
ZONE      {_zone}(( )?(+|-)( )?{_hour}(:{_min})?)?
CLOCK     <clock={_hour}:{_min}(:{_min})?( ?<AMPM>| ?{_hrs})?|{_hour}(.{_min})? ?<AMPM>|{_clock} ?{_hrs}|
          {_clock}~( ({_zone}|local|moscow))>( <zone=<ZONE>>| «<zone=<ZONE>>»| local time| moscow time)?
PARTWORD  ((very )?({_part}|{_ordinal} part|latter part|<half=({_ordinal}|latter)( |-)half>|early part|first days|
          last days|first weeks|early days|rest))
BEFORE    ((early (in|on) |late (in|on) )?(the )?((early|late) )?({daypart}( hours)?|<daypart=early hours>),?
          ( of| on)( the)? |<CLOCK>( on)? ~(({_wday}|{_today}))|{daypart} ~({_today})|
          (the )?<eve=eve> of (the )?|(very )?<part=(early|late)( in| on)?( the)?|
          (the )?<PARTWORD> of( the)?|mid> |<part=mid>-)
AFTER     ( {daypart}|,?( at)?( about| around)? <CLOCK>)
OFDATE    ( of (the )?(<M>( {year})?|{year}|{season}( of)? {year}|(this|that|the|last|next) {_sunit}))
"""

FIRST = """
duration  the past <sunit=(year|decade|century)>|the (next|last) <sunit=(decade|century)>
partof    (the )?<span=({_ordinal}|last|first|final|opening|closing)> <qty=(<NUM>|<VAGUE>)><HALF> <UNITS><OFDATE>
row       (a |the )?{_ordinal} (<row=(consecutive|straight|successive)> {sunit}|{sunit} <row=(in a row|running)>)
partof    (the )?<nth=({_ordinal}|final)> <sub=(day|week|weekend|month)> of (the )?(<M>( {year})?|{year}|<rel=(this|
          that|the|last|next)> {sunit})
"""

CORES = """
day       <ISO>(t{_hour}:{_min}(:{_min})?z?)?
slash     <SLASH>
days      <WD>?<M> {day}<TH>( ?- ?| and | or | to | through )<day2={_day}><TH>!(:|.{_num}|,{_num}| <M>|%)<OFYEAR>?
days      <WD>?(the )?{day}<TH>( ?- ?| and | or | to )(the )?<day2={_day}><TH>( of)? <M><OFYEAR>?
weekof    the week (of|ending|beginning|starting|commencing)( on)? (<MDY>|<DMY>)
day       (the )?<nth={_ordinal}> of <M><OFYEAR>?
day       <MDY>
day       <DMY>
holiday   <name=may day>(,?( in| of)? {year}| of <THATYEAR>)?
month     <M>,?( of| in)? ({year}<ERA>?|{year3}<ERA>)!(,{_num})
month     <M>( of)? <THATYEAR>
month     <M> '{yy}
month     <REL> <M>!( {_day})
month     <M>
season    (<REL> |the )?(early |late |mid-? ?)?<season=(winter)>( of)? {year}( ?- ?|/)({_year}|{_yy})
season    (<REL> |the )?(early |late |mid-? ?)?{season}(,?( of| in)? ({year}<ERA>?|{year3}<ERA>)| of <THATYEAR>)
season    {year} {season}
season    (<REL> |the )(early |late |mid-? ?)?{season}
season    {season}
fiscal    (the )?{_ordinal} (quarter|half) of (the )?(fiscal|financial)( year)? {year}
half      (the )?(<nth={_ordinal}>|<nth=latter>)<SEP>half <THISYEAR>
quarter   (the )?(<nth={_ordinal}>|<nth={_num}>{_th})<SEP>quarter( <THISYEAR>)?
quarter   q<nth={_mm}>( {year})?
fiscal    fy ?'?({year}|{yy})|(the )?(fiscal|financial)( year)? {year}
century   (the )?(early |late |mid-? ?)?(<nth={_num}>{_th}|<nth={_ordinal}>|<nth={_ten}-{_ordinal}>)<SEP>(century|
          centuries)<ERA>?
decade    (the )?(early |late |mid-? ?)?({year}'?s<ERA>?|{year3}'?s<ERA>)
decade    (the )?(early |late |mid-? ?)?'?{yy}'?s
year      ({year}|{year3})~(( ?- ?| to | and | or )({_year}|{_year3})<ERA>)
years     {year}( ?- ?|/)<year2={_yy}>!({_num}|-|{_th})
year      (the )?(year|years) {year}<ERA>?|{year}<ERA>|{year3}<ERA>|ad {year3}
year      {year}<NODIGIT>
year      '{yy}
dayof     the {day}{_th}( day)? of <rel=(this|that|the same|last|next|the)> month|the {day}{_th}
shift     the day <how=(before|after)> <base=(yesterday|tomorrow)>
turn      (the )?turn of the year
newyear   @(in )(the )?(early )?new year!('s)
today     ((earlier|later|late|early) )?{today}
ago       <ROUGH><qty=(<NUM>|a single|a|an|half a)><HALF> <UNITS> <how=(ago|earlier|later|before|previously|
          afterwards|afterward|after|hence|thereafter|from now|beforehand|prior|on)>
ago       <ROUGH>(<qty=<VAGUE>> <UNITS>|{units}) <how=(ago|earlier|later|before|previously|afterwards|afterward|
          after|hence|thereafter|from now|beforehand|prior)>
ago       <qty=the> {unit} <how=(before|after|earlier|later|previous|following)>
samelast  the same (month|period|time|day|week|quarter)( of)? (<ago=a year (ago|earlier|before)>|<ago=(the )?(last|
          previous) year>)
rel       (earlier|later|late|early|sometime)( in)? <rel=(this|that|the same|the|last|next|the next|
          the following)> {sunit}
rel       <REL> (fiscal |financial |calendar )?{sunit}( alone)?
rel       <rel=the> (entire |whole )?{sunit}|<rel=the> {sunit} <how=(previous|following)>
rel       {sunit}'s end
weekday   <WD>?<REL> {wday}|{wday}( of)? <weekrel=(last|this|next)> week
weekday   {wday}
holiday   <name=eid>!((-| )(al|ul))(,?( in| of)? {year})?
holiday   <name=(diwali|deepavali|divali|whit sunday|trinity sunday|holy thursday|all souls' day|remembrance day|
          human rights day|(martin luther king|mlk)( jr.?)? day|(saint|st.?) patrick's day|juneteenth|
          new year's (eve|day)|new year|christmas( (eve|day))?|boxing day|good friday|easter (sunday|monday)|
          easter|thanksgiving( day)?|independence day|labou?r day|valentine's day|halloween|all saints'? day|
          may day|armistice day|veterans day|memorial day|columbus day|presidents'? day|bastille day|ascension day|
          epiphany|whitsun|pentecost|palm sunday|ash wednesday|maundy thursday|holy saturday|whit monday|shrove tuesday|
          corpus christi|candlemas|assumption day|international women's day|anzac day|canada day|d-day|
          ramadan|ramadhan|eid (al|ul)(-| )(fitr|adha)|eid-(al|ul)-(fitr|adha)|ashura|arbaeen|mawlid|passover|
          rosh (hashanah|hashana)|yom kippur|sukkot|purim|hanukkah|hanukah|chanukah|nowruz|norouz|noruz|newroz|
          orthodox (easter|good friday|christmas)|(lunar|chinese) new year|tet)>(,?( in| of)? {year}| of <THATYEAR>)?
"""

REST = """
duration  (the )?<span=({_past}|{_next}|first|final|this|same)> <qty=(<NUM>|<VAGUE>)><HALF> <UNITS>
duration  (the |these )?({_past}|{_next}|first|final|intervening|early|later) {units}
every     (every|each) (other |<qty=<NUM>> )?({unit}|{wday}|{daypart}|{month})
every     <per=per> {sunit}
every     <per=(a|an)> {sunit}
duration  <ROUGH>(a |an |the )?<qty=<NUM>><HALF>(-| ){unit}(-| )period
duration  <ROUGH><qty=<NUM>><HALF>(-| ){unit}(-| )(long|old)
duration  <ROUGH><qty=<NUM>><HALF>(-| ){sunit}
duration  over the {units}|single-{sunit}
duration  <ROUGH><qty=(<NUM>|<VAGUE>|half a|a single)><HALF> <UNITS>( of age)?
duration  <ROUGH><qty=(a|an)> ((full|whole|single|entire|calendar) )?{sunit}( and a <half=half>)?
duration  ({sunit}|{units})-long|year-round
duration  {units}
often     {often}
present   at present|the present( day)?|(present|modern)(-| )day|these days|the time being|(right )?now!(-)|
          {_present}
gone      recent (years|months|weeks|days|times|history)|the past!( {_unit})|more recently|{gone}
ahead     the (near |foreseeable )?future|future|very soon|the (long|near|short)(-| )term
then      @((by|since|until) )then|that time|the <same=same> time
present   this time|the time
clock     <CLOCK>|noon|<midnight=midnight>
daypart   (early |late )?<rel=(this|that|the|last|the same|the next|the following|one)>( (early|late))? {daypart}
daypart   @(in )<inside={daypart}>
daypart   {daypart}
"""

CORE = """
    month wday unit season today often present gone day yy year year3 clock ampm daypart =now =then =time
    =soon =future =past =present =christmas =easter =halloween =eve =thanksgiving =q =term =epiphany =pentecost =whitsun
    =ramadan =ramadhan =eid =ashura =arbaeen =mawlid =passover =hashanah =hashana =kippur =sukkot =purim
    =hanukkah    =hanukah =chanukah =nowruz =norouz =noruz =newroz =tet =candlemas =christi
    =diwali =deepavali =divali =juneteenth
""".split()
"""Classes and words (=word) of which every expression holds at least one; other text is passed over."""


def _rules(block: str) -> list[tuple[str, str]]:
    """The (kind, template) pairs of a block of lines."""
    out: list[tuple[str, str]] = []
    for line in block.strip("\n").split("\n"):
        if line[0] == " ":
            kind, template = out.pop()
            out.append((kind, template + line.strip()))
        else:
            kind, _, template = line.partition(" ")
            out.append((kind, template.strip()))
    return out


@cache
def grammar() -> Grammar:
    """The compiled grammar; made on first use (about a tenth of a second)."""
    around = [
        (kind, form) for kind, core in _rules(CORES) for form in (f"<BEFORE>({core})<AFTER>?", f"({core})<AFTER>?")
    ]
    return compile_rules(_rules(FIRST) + around + _rules(REST), dict(_rules(MACROS)), CORE)
