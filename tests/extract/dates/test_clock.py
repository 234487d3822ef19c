"""Nothing of the day on which kg runs gets into a date."""

import json
import subprocess
import sys

SCRIPT = """
import datetime, json, sys, time
now = datetime.datetime.fromisoformat(sys.argv[1])
class FakeDate(datetime.date):
    today = classmethod(lambda cls: now.date())
class FakeDatetime(datetime.datetime):
    now = classmethod(lambda cls, tz=None: now)
    today = utcnow = classmethod(lambda cls: now)
datetime.date, datetime.datetime, time.time = FakeDate, FakeDatetime, now.timestamp
from kg.extract.dates import lines, publication
from kg.model import Document
text = ("PARIS, March 4 - They met Wednesday, last month, in May, on 3/4/05, on the 14th, in '99, two weeks ago, next "
        "year, in the spring, at 5 p.m., now and on Christmas Eve. In 1979 it began; a year later it ended.")
for published in (None, "2014-11-06", "2014"):
    document = Document.of(text, published=published)
    print(json.dumps([publication(document), list(lines(document))]))
foreign = Document.of("Paris, le 6 novembre 2014", language="fr")
print(publication(foreign))
"""


def _run(now: str) -> str:
    return subprocess.run([sys.executable, "-c", SCRIPT, now], capture_output=True, text=True, check=True).stdout


def test_two_clocks_give_the_same_dates() -> None:
    """Under a clock of 1985 and one of 2031 every expression means the same, with and without a publication date."""
    early, late = _run("1985-02-28T23:59:00"), _run("2031-12-31T12:00:00")
    assert early == late
    undated = json.loads(early.splitlines()[0])
    assert undated[0] == [None, None]
    assert {line["text"]: line["edtf"] for line in undated[1]}["May"] == "XXXX-05"
