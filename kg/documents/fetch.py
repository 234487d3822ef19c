"""Web addresses in, what lies there out: only when asked, only from public hosts, only what robots.txt allows.

A host's name is looked up once; the address that was judged is the one that is connected to, and each redirect is
judged anew. So no page can lead to a machine inside the user's own network. Proxies of the environment are not used.

https://www.rfc-editor.org/rfc/rfc9309 (robots.txt)
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urljoin, urlsplit

import kg
from kg.errors import InputError

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

__all__ = ["Fetched", "Fetcher", "is_address", "is_public"]

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
AGENT = "dipkg"
LARGEST = 20_000_000
"""Bytes of a page, unpacked."""
_ROBOTS = 500_000  # as much as RFC 9309 wants to be read
_REDIRECTS = 5
_TIMEOUT = 20.0  # seconds for a connection or a part of an answer
_WHOLE = 60.0  # seconds for all of an answer
_PAUSE = 1.0  # seconds between two pages of one host
_LONGEST_PAUSE = 30.0
_ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt",
    "text/markdown": ".md", "application/json": ".json", "application/ld+json": ".json", "text/csv": ".csv",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom", "application/xml": ".xml", "text/xml": ".xml",
    "application/rtf": ".rtf", "text/rtf": ".rtf", "application/zip": ".zip", "application/gzip": ".gz",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}  # fmt: skip


def is_address(path: str) -> bool:
    """Whether a path is a web address.

    >>> is_address("https://news.example/a"), is_address("https.txt")
    (True, False)
    """
    return path.lower().startswith(("http://", "https://"))


def is_public(ip: Ip) -> bool:
    """Whether an address belongs to the public internet, and so does the one that it carries within.

    >>> [is_public(ipaddress.ip_address(a)) for a in ("93.184.216.34", "10.0.0.1", "169.254.169.254", "::1")]
    [True, False, False, False]
    >>> [is_public(ipaddress.ip_address(a)) for a in ("::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::")]
    [False, False, False]
    """
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return ip.is_global and not ip.is_multicast


@dataclass(frozen=True, slots=True)
class Fetched:
    """What lay at an address: its bytes, the address after redirects, and the ending that its kind of file has."""

    data: bytes
    url: str
    ending: str


@dataclass(slots=True)
class Fetcher:
    """Fetches, and remembers for each host what its robots.txt says and when it was last asked.

    `allow` judges addresses; only tests, which run a server of their own, give another than `is_public`.
    """

    allow: Callable[[Ip], bool] = is_public
    pause: float = _PAUSE
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def __call__(self, url: str) -> Fetched:
        """What lies there; raises InputError with the reason and a way out."""
        given = url
        for _ in range(_REDIRECTS + 1):
            parts = _split(url, given)
            rules = self._rules(parts, given)
            if not rules.can_fetch(AGENT, url):
                hint = "open it in a browser, and save the page"
                raise InputError("robots.txt of its site does not let programs read it", where=given, hint=hint)
            self._wait(parts.netloc, rules)
            with self._answer(parts, given) as answer:
                if answer.status in (301, 302, 303, 307, 308) and answer.headers.get("location"):
                    url = urljoin(url, answer.headers["location"])
                    continue
                if answer.status != 200:
                    hint = "open it in a browser, and save the page"
                    raise InputError(f"the site answered {answer.status}", where=given, hint=hint)
                return Fetched(_body(answer, LARGEST, given), url, _ending(answer.headers))
        raise InputError("leads from one address to the next without end", where=given, hint="give the last address")

    def _rules(self, parts: SplitResult, given: str) -> RobotFileParser:
        """What robots.txt lets us read: all where there is none, nothing where the site is out of order."""
        from urllib.robotparser import RobotFileParser

        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = rules = RobotFileParser()
            rules.parse(self._robots_lines(f"{origin}/robots.txt", given))
        return self._robots[origin]

    def _robots_lines(self, url: str, given: str) -> list[str]:
        for _ in range(_REDIRECTS + 1):
            with self._answer(_split(url, given), given) as answer:
                if answer.status in (301, 302, 303, 307, 308) and answer.headers.get("location"):
                    url = urljoin(url, answer.headers["location"])
                elif answer.status == 200:
                    return _body(answer, _ROBOTS, given, cut=True).decode("utf-8", "replace").splitlines()
                else:
                    return ["User-agent: *", "Disallow: /"] if answer.status >= 500 else []
        return []

    def _wait(self, host: str, rules: RobotFileParser) -> None:
        wished = rules.crawl_delay(AGENT)
        pause = min(max(self.pause, float(wished or 0)), _LONGEST_PAUSE)
        rest = self._asked.get(host, -_LONGEST_PAUSE) + pause - time.monotonic()
        if rest > 0:
            time.sleep(rest)
        self._asked[host] = time.monotonic()

    @contextmanager
    def _answer(self, parts: SplitResult, given: str) -> Iterator[Any]:
        """The answer of the host, at the very address that was judged; its body is not read yet."""
        import urllib3

        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        options: dict[str, Any] = {"timeout": urllib3.Timeout(_TIMEOUT), "retries": False, "maxsize": 1}
        address = self._judged(host, port, given)
        if parts.scheme == "https":
            pool: Any = urllib3.HTTPSConnectionPool(
                address, port, server_hostname=host, assert_hostname=host, **options
            )
        else:
            pool = urllib3.HTTPConnectionPool(address, port, **options)
        headers = {"Host": parts.netloc, "User-Agent": f"{AGENT}/{kg.__version__} (+https://w3id.org/dipkg/)"}
        headers |= {"Accept": "text/html, application/xhtml+xml, */*;q=0.5", "Accept-Encoding": "gzip, deflate"}
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        with pool:
            try:
                answer = pool.request("GET", target, headers=headers, redirect=False, preload_content=False)
                try:
                    yield answer
                finally:
                    answer.close()
            except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
                reason = " ".join(str(error).split())[:120]
                raise InputError(f"cannot be fetched ({reason})", where=given, hint="check the address") from error

    def _judged(self, host: str, port: int, given: str) -> str:
        """The address to connect to; raises InputError if there is none, or one of them is not public."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            hint = "check the address, and whether this machine is online"
            raise InputError(f"the host {host!r} is not found", where=given, hint=hint) from error
        addresses = [str(one[4][0]).partition("%")[0] for one in found]
        if not all(self.allow(ipaddress.ip_address(address)) for address in addresses):
            hint = "save the page, and give the file"
            raise InputError("lies inside a private network, from which kg fetches nothing", where=given, hint=hint)
        return addresses[0]


def _split(url: str, given: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and parts.hostname and not parts.username and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise InputError("is not an address that kg fetches", where=given, hint="give https://host/page")
    if url.isascii():
        return parts
    from urllib.parse import quote

    return parts._replace(path=quote(parts.path, safe="/%:@!$&'()*+,;=~"), query=quote(parts.query, safe="/%?&=+,;:@"))


def _body(answer: Any, most: int, given: str, *, cut: bool = False) -> bytes:
    """The body, unpacked; raises InputError for one that is too long (or cuts it) or that does not come to an end."""
    begun = time.monotonic()
    out = bytearray()
    for piece in answer.stream(65_536, decode_content=True):
        out += piece
        if len(out) > most:
            if cut:
                return bytes(out[:most])
            raise InputError(f"is longer than {most:,} bytes", where=given, hint="save what you need of it")
        if time.monotonic() - begun > _WHOLE:
            raise InputError(f"did not come within {_WHOLE:.0f} seconds", where=given, hint="save it with a browser")
    return bytes(out)


def _ending(headers: Mapping[str, str]) -> str:
    """The ending for the kind of file that the answer declares; none where it says nothing of use."""
    return _ENDINGS.get(headers.get("content-type", "").partition(";")[0].strip().lower(), "")
