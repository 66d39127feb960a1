"""From what a person does to the last change on the page, timed inside the page itself.

The clock stops at the last thing that happened: the last message from the server, the end of its script, the last
change below the page's main block. That it was the last is known only after a while without another; that while is
waited for and never counted.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page

QUIET = 300
"""Milliseconds without a change after which a page has come to rest."""
LONGEST = 120_000
"""Milliseconds after which a page that is still changing is an error."""

WATCH = """() => {
  const seen = window.seen = {sent: 0, last: 0, messages: 0, bytes: 0};
  let asked = 0, answered = 0, moved = 0;
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', event => {
        seen.last = answered = performance.now();
        seen.messages += 1;
        seen.bytes += event.data.byteLength ?? event.data.size ?? event.data.length;
      });
    }
    send(data) { seen.sent += 1; asked = performance.now(); super.send(data); }
  };
  const inMain = node => (node.nodeType === 1 ? node : node.parentElement)?.closest('[data-testid=stMain]');
  new MutationObserver(changes => {
    moved = performance.now();
    if (changes.some(change => inMain(change.target))) seen.last = moved;
  }).observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
  window.rest = (start, quiet, longest) => new Promise((done, fail) => {
    let ended = start, running = true;
    const look = () => {
      const now = performance.now(), app = document.querySelector('[data-testid=stApp]');
      const state = app?.getAttribute('data-test-script-state');
      if (state !== 'notRunning') running = true;
      else if (running) { running = false; ended = now; }
      const last = Math.max(seen.last, ended);
      if (seen.sent && state === 'notRunning' && now - last > quiet) done([last - start, seen.messages, seen.bytes]);
      else if (now - start > longest) fail(new Error(seen.sent ? 'not at rest' : 'the server was asked nothing'));
      else setTimeout(look, 5);
    };
    look();
  });
  let calm = 0;
  window.still = quiet => {
    const app = document.querySelector('[data-testid=stApp]');
    const now = app?.getAttribute('data-test-script-state') === 'notRunning' && asked < answered
      && performance.now() - moved > quiet && !document.querySelector('[data-testid=stSkeleton]');
    calm = now ? calm + 1 : 0;
    return calm > 2;
  };
}"""
START = (
    "() => { Object.assign(window.seen, {sent: 0, last: 0, messages: 0, bytes: 0}); window.begun = performance.now(); }"
)
REST = "([quiet, longest]) => window.rest(window.begun, quiet, longest)"


def watch(page: Page | BrowserContext) -> None:
    """Have the page, or every page, note its messages and changes; before its first address."""
    page.add_init_script(f"({WATCH})()")


def timed(page: Page, action: Callable[[], object]) -> tuple[float, int, int]:
    """Seconds from the action to the last change it caused, and how many messages and bytes came for it.

    The action must make the server's script run, by a key pressed or a click.
    """
    page.evaluate(START)
    action()
    milliseconds, messages, size = page.evaluate(REST, [QUIET, LONGEST])
    return milliseconds / 1000, int(messages), int(size)
