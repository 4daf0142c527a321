"""What a first visit moves and how soon it paints, in a real Chromium on a simulated phone."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.bench.report import Row

PROFILE, NEXT = "/careers/library-technicians/", "/careers/librarians/"
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER_CPU = 4
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WATCH = """
window.bench = {lcp: 0, cls: 0};
const watch = (type, each) =>
  new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({type, buffered: true});
watch("largest-contentful-paint", (entry) => bench.lcp = entry.startTime);
watch("layout-shift", (entry) => bench.cls += entry.hadRecentInput ? 0 : entry.value);
"""


def flags() -> list[str]:
    return FLAGS + (["--no-sandbox"] if os.geteuid() == 0 else [])


@dataclass
class Traffic:
    """What came over the wire: bytes with headers, by kind; what the browser had already is not counted."""

    kinds: dict[str, str] = field(default_factory=dict)
    moved: dict[str, float] = field(default_factory=dict)

    def watch(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda event: self.kinds.update({event["requestId"]: event["type"]}))
        session.on("Network.requestServedFromCache", lambda event: self.kinds.pop(event["requestId"], None))
        session.on(
            "Network.loadingFinished", lambda event: self.moved.update({event["requestId"]: event["encodedDataLength"]})
        )

    def sizes(self, *kinds: str) -> list[float]:
        """KB of each request of these kinds, of all where none is named."""
        wanted = (key for key, kind in self.kinds.items() if not kinds or kind in kinds)
        return [size for key in wanted if (size := self.moved.get(key, 0) / 1000)]


def rows(address: str, visits: int) -> Iterator[Row]:
    with chromium() as browser:
        yield from first_visit(browser.new_context(**PHONE), address)
        paints = [painted(browser.new_context(**PHONE), address) for _ in range(visits)]
    part = f"A first visit on a phone with 1.6 Mb/s, 150 ms and a quarter of the CPU, median of {visits}"
    yield Row(part, "Profile, largest paint", median(paint["lcp"] for paint in paints), 700, unit="ms")
    yield Row(part, "Profile, layout shift", max(paint["cls"] for paint in paints), 0, beside="the worst")


@contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags())
        yield browser
        browser.close()


def first_visit(context: BrowserContext, address: str) -> Iterator[Row]:
    page = context.new_page()
    part = "What a visit to a real profile moves, compressed, with headers"
    first, second = Traffic(), Traffic()
    visit(page, address + PROFILE, first)
    whole, paint = first.sizes(), first.sizes("Document", "Stylesheet")
    yield Row(part, "First visit", sum(whole), 36, unit="KB")
    yield Row(part, "First visit, requests", len(whole), 6)
    yield Row(part, "First visit, what it needs to paint", sum(paint), 20, unit="KB")
    yield Row(part, "First visit, requests it needs to paint", len(paint), 2)
    visit(page, address + NEXT, second)
    yield Row(part, "Next page", sum(second.sizes()), 12, unit="KB", beside=f"{len(second.sizes())} requests")


def visit(page: Page, address: str, traffic: Traffic) -> None:
    traffic.watch(page)
    page.goto(address, wait_until="networkidle")


def painted(context: BrowserContext, address: str) -> dict[str, float]:
    """Milliseconds to the largest paint, and how much shifted."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    page.add_init_script(WATCH)
    page.goto(address + PROFILE, wait_until="networkidle")
    found = page.evaluate("window.bench")
    context.close()
    return found
