"""axe finds nothing, of whatever impact, on any page: light and dark, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import PLACES

LOOKS = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]


# Without preload axe does not copy our style sheets into the page, which the content security policy would not let it.
OPTIONS = {"resultTypes": ["violations"], "preload": False}
STILL = "() => document.getAnimations().forEach((each) => each.finish())"


def findings(page) -> list[str]:
    page.evaluate(STILL)
    report = Axe().run(page, options=OPTIONS)
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
        assert findings(page) == [], f"at {width} pixels, {scheme}"
