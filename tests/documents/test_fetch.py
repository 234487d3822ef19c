"""Web addresses: fetched when asked, from public hosts, as robots.txt allows; never otherwise."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from kg.documents import read
from kg.documents.fetch import LARGEST, Fetcher
from kg.errors import InputError
from kg.model import Document

BODY = "".join(
    f"<p>Mali and Niger signed a pact in Bamako on Monday, and the ministers of both said on day {n} that it would "
    "last for as long as the wells along the border held water for the herds of both sides.</p>"
    for n in range(6)
)
PAGE = f"<html lang='en'><head><title>Pact signed in Bamako</title></head><body><article>{BODY}</article></body></html>"


class Site(BaseHTTPRequestHandler):
    """A small paper: pages, redirects, a bomb, an endless page, and rules for robots."""

    robots = "User-agent: *\nDisallow: /private/\n"
    robots_status = 200
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        here = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
        answers = {
            "/robots.txt": (self.robots_status, {"Content-Type": "text/plain"}, self.robots.encode()),
            "/news": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
            "/private/news": (200, {"Content-Type": "text/html"}, PAGE.encode()),
            "/moved": (302, {"Location": "/news"}, b""),
            "/out": (302, {"Location": "http://169.254.169.254/latest/meta-data"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/round": (301, {"Location": f"{here}/round"}, b""),
            "/secret": (302, {"Location": "/private/news"}, b""),
            "/long": (200, {"Content-Type": "text/html"}, b"x" * (LARGEST + 10)),
            "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(LARGEST + 10))),
            "/text": (200, {"Content-Type": "text/plain"}, b"Mali accused Niger of theft on May 3, 1998.\n"),
        }
        status, headers, body = answers.get(self.path, (404, {}, b"nothing here"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: object) -> None:
        """Not on stderr."""


@pytest.fixture
def site() -> Iterator[str]:
    """The address of the paper."""
    Site.robots, Site.robots_status, Site.asked = Site.robots, 200, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def loopback() -> Fetcher:
    """One that may fetch from this machine, as no user's may, and from nowhere else."""
    return Fetcher(allow=lambda ip: ip.is_loopback, pause=0)


def one(url: str, fetch: Fetcher | None) -> Document | InputError:
    (found,) = read([url], fetch=fetch)
    return found


def error(url: str, fetch: Fetcher | None = None) -> str:
    found = one(url, fetch or loopback())
    assert isinstance(found, InputError)
    assert found.hint
    return str(found)


def test_a_page_is_read_like_a_saved_one(site: str):
    """Title and text; the address it came from; the host as its publisher."""
    found = one(f"{site}/news", loopback())
    assert isinstance(found, Document)
    assert (found.title, found.url, found.source) == ("Pact signed in Bamako", f"{site}/news", f"{site}/news")
    assert found.publisher == "127.0.0.1"
    assert "on day 5" in found.text


def test_the_kind_of_file_is_as_declared(site: str):
    """An address has no ending; the answer says what it is."""
    found = one(f"{site}/text", loopback())
    assert isinstance(found, Document)
    assert found.text == "Mali accused Niger of theft on May 3, 1998.\n"


def test_a_redirect_is_followed(site: str):
    """And the last address is kept."""
    found = one(f"{site}/moved", loopback())
    assert isinstance(found, Document)
    assert found.url == f"{site}/news"


def test_nothing_is_fetched_unless_asked(site: str):
    """A sentence that says how to ask; the site hears nothing."""
    (found,) = read([f"{site}/news"])
    assert "only when asked" in str(found)
    assert "--fetch" in str(found)
    assert Site.asked == []


def test_this_machine_is_none_of_the_web_s(site: str):
    """By default private addresses are refused before anything is asked, whatever the host is called."""
    port = site.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"):
        words = error(f"http://{host}:{port}/news", Fetcher(pause=0))
        assert "private network" in words or "not found" in words
    assert Site.asked == []


def test_a_host_is_looked_up_once(site: str, monkeypatch: pytest.MonkeyPatch):
    """A name that leads elsewhere when it is asked for again (rebinding) is connected to as it was judged."""
    port = int(site.rpartition(":")[2])
    answers = iter(["127.0.0.1", "10.0.0.1"] * 4)
    seen: list[str] = []

    def lookup(host: str, *how: Any, **more: Any) -> Any:
        if host != "paper.example":
            seen.append(host)
            return real(host, *how, **more)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    words = error(f"http://paper.example:{port}/news")  # robots.txt from the first address, the page from the second
    assert "private network" in words
    assert set(seen) <= {"127.0.0.1"}, "the name itself was looked up by somebody else"
    assert Site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/out", "private network"),
        ("/file", "is not an address that kg fetches"),
        ("/round", "without end"),
        ("/secret", "robots.txt"),
        ("/private/news", "robots.txt"),
        ("/nowhere", "the site answered 404"),
        ("/long", "is longer than"),
        ("/bomb", "is longer than"),
    ],
)
def test_where_it_does_not_lead(site: str, path: str, words: str):
    """Redirects to inner hosts and files, in circles, past robots.txt; what is missing, too long, or a bomb."""
    assert words in error(f"{site}{path}")


def test_a_site_out_of_order_is_left_alone(site: str):
    """RFC 9309: when robots.txt cannot be served, nothing may be read; when there is none, all may."""
    Site.robots_status = 503
    assert "robots.txt" in error(f"{site}/news")
    Site.robots_status = 404
    assert isinstance(one(f"{site}/news", loopback()), Document)


def test_robots_txt_is_asked_for_once(site: str):
    """For many pages of a host."""
    assert all(isinstance(one, Document) for one in read([f"{site}/news", f"{site}/text"], fetch=loopback()))
    assert Site.asked == ["/robots.txt", "/news", "/text"]


@pytest.mark.parametrize("url", ["http://", "https://user:word@news.example/", "http://news.example:99999/a"])
def test_what_is_no_address(url: str):
    """Named as such, without a trace."""
    assert "is not an address that kg fetches" in error(url)


def test_from_the_command_line_nobody_is_let_in(site: str, tmp_path, capsys: pytest.CaptureFixture[str]):
    """`--fetch` knows no way to allow a private host."""
    from kg.cli import main

    assert main(["build", f"{site}/news", "--fetch", "-o", str(tmp_path / "x.kg")]) == 3
    assert "private network" in capsys.readouterr().err
    assert not (tmp_path / "x.kg").exists()
