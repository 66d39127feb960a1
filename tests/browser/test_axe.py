"""Every page in every state, light and dark, on a desk, on a phone and at 200 % zoom.

No serious or critical violation (axe-core, shipped with its Python package), nothing that scrolls sideways, no error
in the console, no request that leaves this machine (the last two are held by ``open_page``).
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from states import PAGES, STATES, address, enter

SIZES = {"desk": (1440, 900), "zoomed": (720, 450), "phone": (390, 844)}
GRAVE = ("serious", "critical")
TOO_WIDE = """() => {
  const wide = document.documentElement.scrollWidth, room = window.innerWidth;
  const main = document.querySelector('[data-testid=stMain]');
  return wide > room || main.scrollWidth > main.clientWidth + 1 ? `${wide} and ${main.scrollWidth} in ${room}` : '';
}"""


@pytest.fixture(scope="module")
def server(states_server):
    return states_server


@pytest.fixture(scope="module")
def axe():
    return Axe()


def grave(axe, page) -> list[str]:
    """What axe finds serious or critical, each with the first element it is found on."""
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found if v["impact"] in GRAVE]


def faults(page, axe, settled, size, schemes) -> list[str]:
    """What is wrong with the page at this size: axe in each of these colour schemes, and whether it is too wide."""
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    settled(page)
    found = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        settled(page)
        found += [f"{size}, {scheme}: {said}" for said in grave(axe, page)]
    wide = page.evaluate(TOO_WIDE)
    return [*found, f"{size}: scrolls sideways, {wide}"] if wide else found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_open_to_everyone_in_either_theme_at_any_size(open_page, settled, axe, name):
    page = open_page(address(name, "first"))
    found = []
    # every colour on the desk; what a phone alone shows once; axe sees nothing at 200 % that it does not see on a phone
    for size, schemes in (("desk", ("light", "dark")), ("zoomed", ()), ("phone", ("dark",))):
        found += faults(page, axe, settled, size, schemes)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("state", [s for s in STATES if s != "first"])
def test_every_page_bears_every_state(open_page, settled, axe, state):
    found = []
    page = open_page(address(STATES[state][0], state))
    for number, name in enumerate(STATES[state]):
        if number:
            page.goto(address(name, state))
            settled(page)
        enter(page, state)
        scheme, size = ("light", "dark")[number % 2], ("desk", "phone", "zoomed")[number % 3]
        found += [f"{name}, {said}" for said in faults(page, axe, settled, size, [scheme])]
    assert not found, "\n".join(found)
