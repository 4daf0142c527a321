"""Comparing careers in a real browser: from the list to a printed page."""

from tests.browser.pages import COMPARED
from tests.browser.ways import ON_PHONE_AND_DESK, WITH_AND_WITHOUT_SCRIPTS

# What fits between the margins of a sheet of A4 held sideways, in CSS pixels.
SHEET = {"width": 1061, "height": 732}
PAGE_HEIGHT = "() => document.querySelector('main').getBoundingClientRect().height"


@ON_PHONE_AND_DESK
@WITH_AND_WITHOUT_SCRIPTS
def test_a_visitor_chooses_in_the_list_and_compares(page, site):
    page.goto("/careers/?q=librar")
    page.get_by_role("link", name="Compare Librarians").click()
    page.get_by_role("link", name="Compare Library technicians").click()
    page.get_by_role("link", name="Compare these 2").click()

    page.wait_for_url("**/compare/?career=librarians&career=library-technicians")
    assert page.get_by_role("row", name="What you usually need").inner_text().count("degree") == 2


@WITH_AND_WITHOUT_SCRIPTS
def test_what_matters_changes_the_order(page, site):
    page.goto(f"/compare/{COMPARED}")

    page.get_by_label("A short time of study").select_option("A lot")
    page.get_by_role("button", name="Put in order").click()

    assert page.get_by_role("columnheader").first.inner_text().startswith("Electricians")
    assert "Comes first because it takes less study" in page.get_by_role("columnheader").first.inner_text()


@ON_PHONE_AND_DESK
def test_it_is_a_table_to_a_screen_reader_at_every_width(page, site):
    page.goto(f"/compare/{COMPARED}")

    assert page.get_by_role("table").count() == 1
    assert page.get_by_role("columnheader").count() == 3
    assert page.get_by_role("row", name="Median pay").get_by_role("cell").count() == 3


def test_four_careers_are_printed_on_one_page(page, site):
    page.set_viewport_size(SHEET)
    page.goto(f"/compare/{COMPARED}&career=library-technicians&pay=3&study=1&security=2")
    page.emulate_media(media="print")

    assert page.evaluate(PAGE_HEIGHT) <= SHEET["height"]
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_sections_are_chosen_by_keyboard(page, site):
    page.goto(f"/compare/{COMPARED}")

    page.get_by_text("Read more of the profiles side by side").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Required Skills").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    page.wait_for_url("**section=skills*")
    assert page.get_by_role("row", name="Required Skills").is_visible()
