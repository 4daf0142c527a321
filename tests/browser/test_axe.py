"""axe finds nothing, of whatever impact, on any page: light and dark, on a phone and on a desk.

All its rules run at either width, once in each scheme. A scheme changes colours alone, so the two pairs that are left
are tried by the rules about colour: the whole of them would find the same again.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import PLACES

LOOKS = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]
WHOLE = {(360, "light"), (1280, "dark")}


# Without preload axe does not copy our style sheets into the page, which the content security policy would not let it.
OPTIONS = {"resultTypes": ["violations"], "preload": False}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
STILL = "() => document.getAnimations().forEach((each) => each.finish())"


def findings(page, *, whole: bool = True) -> list[str]:
    page.evaluate(STILL)
    report = Axe().run(page, options=OPTIONS if whole else OPTIONS | COLOURS)
    return [
        f"{rule['id']} ({rule['impact']}): {node['target'][0]}: {node['failureSummary']}"
        for rule in report.response["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing(arrive, place):
    page = arrive(place)

    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert findings(page, whole=(width, scheme) in WHOLE) == [], f"at {width} pixels, {scheme}"
