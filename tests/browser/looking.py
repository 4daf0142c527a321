"""What must hold on any page, as lists of faults: it fits, axe finds nothing, and Tab never goes where nobody sees it.

All of axe's rules run at either width, once in each scheme. A scheme changes colours alone, so the two looks that are
left are tried by the rules about colour: the whole of them would find the same again.
"""

from axe_playwright_python.sync_playwright import Axe

WIDTHS = (360, 768, 1280)
LOOKS = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]
WHOLE = {(360, "light"), (1280, "dark")}
STOPS = 25

OVERFLOW = """
() => document.documentElement.scrollWidth > innerWidth && [...document.querySelectorAll("body *")]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5 && each.checkVisibility())
  .map((each) => each.outerHTML.slice(0, 120))
"""
# Without preload axe does not copy our style sheets into the page, which the content security policy would not let it.
OPTIONS = {"resultTypes": ["violations"], "preload": False}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
STILL = "() => document.getAnimations().forEach((each) => each.finish())"
RUN = "async (options) => (await axe.run(options)).violations"
AT_THE_END = "document.activeElement === document.body"
IS_SEEN = """
() => {
  const each = document.activeElement, box = each.getBoundingClientRect();
  const rings = [each, each.closest(".field")].filter(Boolean).map((one) => getComputedStyle(one));
  const ringed = rings.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  const isButtonOfDate = each.matches("[type=date]:not(:focus)");  // the browser's own, with a ring of its own
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
  const seen = (ringed || isButtonOfDate) && inside && each.checkVisibility();
  return seen ? "" : `${each.outerHTML.slice(0, 150)}: ${ringed} ${inside}`;
}
"""


def resize(page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})


def too_wide(page) -> list[str]:
    """What is wider than the window of a phone, a tablet or a desk, where the page is."""
    faults = []
    for width in WIDTHS:
        resize(page, width)
        if wider := page.evaluate(OVERFLOW):
            faults.append(f"at {width} pixels, too wide: {wider}")
    return faults


def findings(page, *, whole: bool = True) -> list[str]:
    page.evaluate(STILL)
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    return [
        f"{rule['id']} ({rule['impact']}): {node['target'][0]}: {node['failureSummary']}"
        for rule in page.evaluate(RUN, OPTIONS if whole else OPTIONS | COLOURS)
        for node in rule["nodes"]
    ]


def found_by_axe(page) -> list[str]:
    """Whatever axe finds, of whatever impact: light and dark, on a phone and on a desk."""
    faults = []
    for width, scheme in LOOKS:
        resize(page, width)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        faults += [f"at {width} pixels, {scheme}: {found}" for found in findings(page, whole=(width, scheme) in WHOLE)]
    return faults


def unseen_stops(page) -> list[str]:
    """The first of Tab's stops that cannot be seen, on a desk, where nothing glides."""
    resize(page, 1280)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    for stop in range(1, STOPS + 1):
        page.keyboard.press("Tab")
        if page.evaluate(AT_THE_END):
            break
        if fault := page.evaluate(IS_SEEN):
            return [f"stop {stop} of Tab: {fault}"]
    return []
