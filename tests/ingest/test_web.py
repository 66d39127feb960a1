"""Addresses of the web: off by default, never an internal address, bounded. A server on this machine plays the web."""

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import made_files as files
import pytest

from components.ingest import web
from components.ingest.desk import Desk
from components.ingest.reader import RefusedError

PUBLIC = "93.184.216.34"


@pytest.fixture
def allowed(monkeypatch):
    monkeypatch.setenv(web.VARIABLE, "1")


@pytest.fixture
def site():
    """path -> (status, headers, body); ``dialled`` are the addresses that were connected to."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.seen.append((self.headers["Host"], self.path, dict(self.headers)))
            status, headers, body = self.server.pages[self.path]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            for part in body if isinstance(body, list) else [body]:
                if isinstance(part, float):
                    time.sleep(part)
                else:
                    self.wfile.write(part)
                    self.wfile.flush()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.seen, server.dialled, server.pages = True, [], [], {}
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()

    def dial(address, port, seconds):
        server.dialled.append((address, port))
        return socket.create_connection(server.server_address, timeout=seconds)

    server.dial = dial
    yield server
    server.shutdown()
    server.server_close()


def html(body=None):
    return (200, {"Content-Type": "text/html; charset=utf-8"}, body or files.page(around=False))


def fetch(site, url="http://paper.example/pier", names=None):
    return web.fetch(url, resolve=lambda host, port: (names or {}).get(host, [PUBLIC]), dial=site.dial)


def test_fetching_is_off_unless_allowed(site, monkeypatch):
    monkeypatch.delenv(web.VARIABLE, raising=False)
    assert not web.is_allowed()
    with pytest.raises(RefusedError, match="is off"):
        fetch(site)
    assert not site.dialled


def test_a_page_is_fetched_from_the_address_that_was_checked(site, allowed):
    site.pages["/pier"] = html()
    name, data = fetch(site)
    assert name == "paper.example/pier.html"
    assert files.FIRST.encode() in data
    assert site.dialled == [(PUBLIC, 80)]
    ((host, _, headers),) = site.seen
    assert host == "paper.example"
    assert "Cookie" not in headers
    desk = Desk()
    desk.hand_in_addresses(["http://paper.example/pier"], lambda url: (name, data))
    assert desk.wait(60)
    (article,) = desk.intake().articles
    assert article.url == "http://paper.example/pier"
    assert files.FIRST in article.text


def test_what_is_refused_on_the_way_is_named_and_the_others_go_on(site, allowed):
    site.pages["/pier"] = html()
    desk = Desk()
    desk.hand_in_addresses(["http://paper.example/pier", "ftp://paper.example/x"], lambda url: fetch(site, url))
    assert desk.wait(60)
    assert len(desk.intake().articles) == 1
    (problem,) = desk.intake().problems
    assert (problem.file, problem.refused) == ("ftp://paper.example/x", True)
    assert "not one of the web" in problem.reason


@pytest.mark.parametrize(
    "url",
    [
        "ftp://paper.example/x", "file:///etc/passwd", "gopher://paper.example", "javascript:alert(1)", "paper.example",
        "http://", "http://user:secret@paper.example/", "http://paper.example:8080/", "https://paper.example:80/",
        "http://paper.example:0/", "http://paper.example:99999/", "http://paper.example\\@127.0.0.1/", "http://a b/",
        "http://paper.example/\r\nX: y", "http://[::1", "http://" + "a" * 3000, "http://under_score.example/",
        "http://paper..example/",
    ],
)  # fmt: skip
def test_what_is_no_ordinary_address_of_the_web_is_refused(site, allowed, url):
    with pytest.raises(RefusedError, match=r"[.]$"):
        fetch(site, url)
    assert not site.dialled


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.5.5", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "192.0.0.8", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0",
        "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:93.184.216.34", "::127.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2001:0:1::1", "2001:db8::1", "not an address",
    ],
)  # fmt: skip
def test_internal_addresses_are_never_asked(site, allowed, address):
    assert not web.is_public(address)
    with pytest.raises(RefusedError, match="not on the public web"):
        fetch(site, names={"paper.example": [address]})
    with pytest.raises(RefusedError, match="not on the public web"):  # one of several is enough
        fetch(site, names={"paper.example": [PUBLIC, address]})
    assert not site.dialled


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700::1111"])
def test_public_addresses_may_be_asked(address):
    assert web.is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "localhost", "2130706433", "0x7f.1", "127.1", "[::ffff:7f00:1]"]
)
def test_an_address_written_as_a_number_leads_nowhere_internal(site, allowed, host):
    with pytest.raises(RefusedError, match=r"not on the public web|was not found"):
        web.fetch(f"http://{host}/", resolve=lambda name, port: local(name), dial=site.dial)
    assert not site.dialled


def local(name):
    """What a system answers for the ways in which this machine can be written."""
    return ["::1"] if ":" in name else ["127.0.0.1"]


@pytest.mark.parametrize(
    "onward", ["http://inner.example/", "http://127.0.0.1/", "//inner.example/x", "file:///etc/passwd"]
)
def test_a_redirect_is_checked_like_the_address_itself(site, allowed, onward):
    site.pages["/pier"] = (302, {"Location": onward}, b"")
    names = {"inner.example": ["10.0.0.1"], "127.0.0.1": ["127.0.0.1"]}
    with pytest.raises(RefusedError, match=r"not on the public web|not one of the web"):
        fetch(site, names=names)
    assert len(site.dialled) == 1


def test_redirects_are_followed_a_few_times(site, allowed):
    site.pages |= {"/pier": (301, {"Location": "/new?a=1"}, b""), "/new?a=1": html()}
    assert fetch(site)[0] == "paper.example/new.html"
    site.pages["/pier"] = (302, {"Location": "/pier"}, b"")
    with pytest.raises(RefusedError, match="sends on more than 5 times"):
        fetch(site)


def test_a_name_that_answers_differently_the_second_time_changes_nothing(site, allowed):
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    site.pages["/pier"] = html()
    web.fetch("http://paper.example/pier", resolve=lambda host, port: next(answers), dial=site.dial)
    assert site.dialled == [(PUBLIC, 80)]


def test_size_kind_and_status_are_limited(site, allowed, monkeypatch):
    monkeypatch.setattr(web, "MAX_BYTES", 2048)
    site.pages["/pier"] = html(b"x" * 4096)
    with pytest.raises(RefusedError, match="more than"):
        fetch(site)
    site.pages["/pier"] = (200, {"Content-Type": "image/png"}, b"x")
    with pytest.raises(RefusedError, match="neither a web page"):
        fetch(site)
    site.pages["/pier"] = (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"x")
    with pytest.raises(RefusedError, match="neither a web page"):
        fetch(site)
    site.pages["/pier"] = (403, {}, b"")
    with pytest.raises(RefusedError, match="answered 403"):
        fetch(site)


def test_a_server_that_drips_is_left(site, allowed, monkeypatch):
    monkeypatch.setattr(web, "SECONDS", 0.6)
    site.pages["/pier"] = html([b"<p>", *[0.2, b"x"] * 30])
    started = time.monotonic()
    with pytest.raises(RefusedError, match="took more than"):
        fetch(site)
    assert time.monotonic() - started < 3


def test_an_unknown_name_is_said(site, allowed):
    def unknown(host, port):
        raise socket.gaierror("no such name")

    with pytest.raises(RefusedError, match="was not found"):
        web.fetch("http://paper.example/", resolve=unknown, dial=site.dial)
