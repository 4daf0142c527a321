"""What people do on our pages, in one line each."""

import pytest
from playwright.sync_api import Locator, Page

PASSWORD = "pathways-demo"
ON_PHONE_AND_DESK = pytest.mark.parametrize("width", [360, 1280])
WITH_AND_WITHOUT_SCRIPTS = pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
EVERYWHERE = [ON_PHONE_AND_DESK, WITH_AND_WITHOUT_SCRIPTS]


def unfold(page: Page) -> None:
    """On a phone, what stands in the rail is folded."""
    summary = page.locator(".rail .fold:not([open]) > summary")
    if summary.count() and summary.first.is_visible():
        summary.first.click()


def runs_scripts(page: Page) -> bool:
    return page.locator("script[src*=htmx]").count() > 0 and page.evaluate("() => typeof htmx === 'object'")


def settle(page: Page) -> None:
    """Wait until htmx has nothing under way."""
    page.wait_for_function("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")


def press(page: Page, button: Locator) -> None:
    button.click()
    page.wait_for_load_state()
    settle(page)


def choose(page: Page, option: str) -> None:
    """Tick one of the list's filters; without scripts it takes a button more."""
    unfold(page)
    box, before = page.get_by_label(option), page.url
    box.check()
    if not runs_scripts(page):
        page.get_by_role("button", name="Show careers").click()
    page.wait_for_url(lambda url: url != before)
    settle(page)


def sign_in(page: Page, username: str, password: str = PASSWORD) -> None:
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_load_state()
