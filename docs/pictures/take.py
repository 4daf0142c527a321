"""Take the README's pictures anew from a running site with demo people: make run, then make pictures."""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).parent
PAGES = {
    "home": "/",
    "list": "/careers/?category=health-medicine&category=education-training",
    "profile": "/careers/library-technicians/",
    "plan": "/plan/",
}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def sign_in(page: Page, site: str) -> None:
    page.goto(f"{site}/account/sign-in/?next=/plan/")
    page.locator("input[name=login]").fill("student")
    page.locator("input[name=password]").fill("pathways-demo")
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/plan/")


def main(site: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
            for name, path in PAGES.items():
                if name == "plan":
                    sign_in(page, site)
                page.goto(site + path, wait_until="networkidle")
                page.screenshot(path=FOLDER / f"{name}-{scheme}.png")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
