"""Pages from the web, only where whoever runs Parallax allows it, and never from inside a network.

Off unless the environment variable PARALLAX_FETCH is 1. Only http and https on their own ports; every address that a
name stands for must be public, and the connection goes to the address that was checked, so a second answer of the name
server changes nothing. Redirects are followed by hand, each checked anew. No cookies, no proxy, no passwords.
"""

from __future__ import annotations

import http.client
import ipaddress
import os
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from components.ingest.reader import MAX_BYTES, RefusedError

VARIABLE = "PARALLAX_FETCH"
SECONDS = 20.0
CONNECT_SECONDS = 5.0
MAX_REDIRECTS = 5
MAX_ADDRESS = 2_000
MAX_AT_ONCE = 50

_PORTS = {"http": 80, "https": 443}
_KINDS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,10}", re.I)
# Ranges that carry another address inside or are kept for protocols: what they lead to depends on the network.
_NOWHERE = [
    ipaddress.ip_network(network)
    for network in (
        "192.0.0.0/24",
        "192.88.99.0/24",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2002::/16",
        "2001::/23",
        "::/96",
    )
]

Resolve = Callable[[str, int], Sequence[str]]
Dial = Callable[[str, int, float], socket.socket]


def is_allowed() -> bool:
    """Whether whoever runs Parallax lets it fetch addresses."""
    return os.environ.get(VARIABLE, "") == "1"


def is_public(address: str) -> bool:
    """The IP address is one of the public internet: not of this machine, a local network, a group or a tunnel."""
    try:
        found = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    mapped = isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None
    if mapped or any(found in network for network in _NOWHERE):
        return False
    return found.is_global and not (found.is_multicast or found.is_reserved)


def _resolve(host: str, port: int) -> Sequence[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _dial(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


def fetch(url: str, *, resolve: Resolve = _resolve, dial: Dial = _dial) -> tuple[str, bytes]:
    """(file name, bytes) of what stands at ``url``: a web page, a plain text or a PDF.

    Raises RefusedError, in a sentence, when fetching is not allowed, for an address that is none of the public web, at
    any step of a redirect, for an answer other than 200, of another kind, over MAX_BYTES, or after SECONDS in all.
    """
    if not is_allowed():
        raise RefusedError(f"Fetching addresses is off: save the page and add the file, or set {VARIABLE}=1.")
    until = time.monotonic() + SECONDS
    for _ in range(MAX_REDIRECTS + 1):
        target = _checked(url)
        answer = _ask(target, until, resolve, dial)
        if isinstance(answer, str):
            onward = urljoin(url, answer)
            if target.scheme == "https" and not onward.lower().startswith("https:"):
                raise RefusedError("The page sends on to an address that is not encrypted: save it and add the file.")
            url = onward
            continue
        extension, data = answer
        place = f"{target.hostname}{target.path}".rstrip("/").removesuffix(extension)[:120]
        if extension == ".html":  # what a browser writes into a page it saves, and the reader knows
            data = f"<!-- saved from url=(0000){quote(url, safe=':/?&=%#,;@+~')} -->\n".encode() + data
        return place + extension, data
    raise RefusedError(f"The address sends on more than {MAX_REDIRECTS} times: open it in a browser and save the page.")


def _checked(url: str) -> SplitResult:
    """The parts of an address of the web that may be asked for."""
    refused = RefusedError("The address is not one of the web: write it as https://paper.example/article.")
    if len(url) > MAX_ADDRESS or any(mark.isspace() or not mark.isprintable() for mark in url) or "\\" in url:
        raise refused
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise refused from error
    if parts.scheme not in _PORTS or not parts.hostname or parts.username or parts.password:
        raise refused
    if port not in (None, _PORTS[parts.scheme]):
        raise RefusedError("The address names a port of its own: only the ordinary ones of the web are asked.")
    return parts


def _addresses(host: str, port: int, resolve: Resolve) -> Sequence[str]:
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii").rstrip(".")
    except UnicodeError as error:
        raise RefusedError("The address names no computer that can be asked: check its spelling.") from error
    if ":" not in name and not _HOST.fullmatch(name):
        raise RefusedError("The address names no computer that can be asked: check its spelling.")
    try:
        found = resolve(name, port)
    except OSError as error:
        raise RefusedError(f"{host} was not found: check the address and the connection.") from error
    if not found or not all(is_public(address) for address in found):
        raise RefusedError(f"{host} is not on the public web: nothing was asked of it.")
    return found


def _ask(target: SplitResult, until: float, resolve: Resolve, dial: Dial) -> str | tuple[str, bytes]:
    """Where a redirect leads, or (extension, bytes) of an answer."""
    host, port = str(target.hostname), _PORTS[target.scheme]
    address = _addresses(host, port, resolve)[0]
    connection = http.client.HTTPConnection(host, port, timeout=CONNECT_SECONDS)
    late = threading.Event()
    try:
        line = dial(address, port, min(CONNECT_SECONDS, max(until - time.monotonic(), 0.1)))

        def stop() -> None:
            late.set()
            try:
                line.shutdown(socket.SHUT_RDWR)
            except OSError:  # closed already
                return

        clock = threading.Timer(max(until - time.monotonic(), 0), stop)
        clock.daemon = True
        clock.start()
        try:
            if target.scheme == "https":
                line = ssl.create_default_context().wrap_socket(line, server_hostname=host)
            connection.sock = line
            path = quote(target.path or "/", safe="/%:@!$&'()*+,;=~")
            query = f"?{quote(target.query, safe='/%:@!$&()*+,;=~?')}" if target.query else ""
            headers = {"User-Agent": "Parallax", "Accept": "text/html, text/plain, application/pdf",
                       "Accept-Encoding": "identity"}  # fmt: skip
            connection.request("GET", path + query, headers=headers)
            return _answer(connection.getresponse(), late)
        finally:
            clock.cancel()
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        if late.is_set():
            raise RefusedError(f"{host} took more than {SECONDS:g} seconds: save the page and add the file.") from error
        raise RefusedError(f"{host} did not answer as a web server does ({type(error).__name__}).") from error
    finally:
        connection.close()


def _answer(response: http.client.HTTPResponse, late: threading.Event) -> str | tuple[str, bytes]:
    if response.status in (301, 302, 303, 307, 308) and (onward := response.getheader("Location")):
        return onward
    if response.status != 200:
        raise RefusedError(f"The server answered {response.status}: open the address in a browser and save the page.")
    kind = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    extension = _KINDS.get(kind)
    if extension is None or response.getheader("Content-Encoding", "identity") != "identity":
        raise RefusedError("It is neither a web page nor a text or PDF: save it and add the file.")
    data = response.read(MAX_BYTES + 1)
    if late.is_set():
        raise TimeoutError
    if len(data) > MAX_BYTES:
        raise RefusedError(f"It has more than {MAX_BYTES // (1024 * 1024)} MB: save the page and add the file.")
    return extension, data
