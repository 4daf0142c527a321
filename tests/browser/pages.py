"""Every page people see, with whom to be and how to get there: for tests of what holds on all of them."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

PROFILE = "/careers/library-technicians/"
ANSWERED = "415241352411523524135241523415"
COMPARED = "?career=librarians&career=library-technicians&career=electricians"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


@dataclass(frozen=True)
class Place:
    """``who`` is a demo person, "newcomer" with an empty plan, or nobody; ``path`` may be followed by what to do."""

    path: str
    who: str = ""
    then: Callable[[Page], None] = lambda page: None
    expects: str = "nothing that is trouble"

    def open(self, page: Page) -> None:
        page.goto(self.path)
        self.then(page)
        page.wait_for_load_state()


def press(name: str, **typed: str) -> Callable[[Page], None]:
    """Fill in the fields of these names, where there are any, and press the button."""

    def act(page):
        for field, words in typed.items():
            page.locator(f"[name={field}]").fill(words)
        page.get_by_role("button", name=name, exact=True).first.click()

    return act


def follow(*names: str) -> Callable[[Page], None]:
    """Follow the first links of these names, one after the other."""

    def act(page):
        for name in names:
            page.get_by_role("link", name=name).first.click()

    return act


def break_career(page):
    """A career whose text breaks off, and whose level of remote work is another than its text says; it comes back."""
    follow("Librarians")(page)
    page.locator("[name=section_outlook]").fill("You help people as a")
    page.locator("[name=remote]").select_option("3")
    page.get_by_role("button", name="Save", exact=True).first.click()


def find_something(page):
    """The list of findings, with an error and warnings on it."""
    follow("Librarians")(page)
    page.locator("[name=section_outlook]").fill("You help people as a")
    page.locator("[name=status]").select_option("draft")
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.goto("/admin/careers/finding/")


def miss_something(page):
    """The list of searches that found nothing, with one on it."""
    stranger = page.context.browser.new_context(base_url=page.url.partition("/admin")[0])
    for _ in range(3):
        stranger.request.get("/careers/?q=zzzyx")
    stranger.close()
    page.reload()


def answer_something(page):
    miss_something(page)
    follow("zzzyx")(page)


def lose_token(page):
    page.context.clear_cookies(name="csrftoken")
    press("Save", text="Visit the library.")(page)


def delete_farmers(page):
    page.locator("tr", has=page.get_by_role("link", name="Farmers")).get_by_role("checkbox").check()
    page.locator("select[name=action]").select_option("delete_selected")
    page.get_by_role("button", name="Go").click()


def unfold_records(page):
    for summary in page.locator(".records summary").all():
        summary.click()


def delete_goal(page):
    page.locator(".goal").first.get_by_role("button", name="Delete").click()
    page.locator("#deleted > summary").click()


def change_meanwhile(page):
    """The form sent with the version it had before somebody else sent it."""
    page.locator("[name=version]").evaluate("field => { field.value = 99 }")
    press("Save", after_school="Sail around the world.")(page)


def type_and_leave(page):
    page.locator("[name=text]").fill("Speak Span")
    with page.expect_response("**/plan/drafts/"):
        pass
    page.reload()


def change_step(page):
    page.locator(".steps").first.get_by_role("link", name="Edit").first.click()


def send_file(page, name: str, content: bytes):
    change_step(page)
    page.locator("[name=file]").set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})
    page.get_by_role("button", name="Save", exact=True).click()


def add_file(page):
    send_file(page, "what-i-saw.txt", b"Forty books, and a bat.")
    change_step(page)


def add_wrong_file(page):
    send_file(page, "what-i-saw.svg", b"<svg/>")


PLACES = {
    "home": Place("/"),
    "home of a student": Place("/", "student"),
    "list": Place("/careers/"),
    "list of a student": Place("/careers/", "student"),
    "list with filters": Place("/careers/?q=tech&category=education-training&education=bachelor&sort=newest"),
    "nothing found": Place("/careers/?category=health-medicine&q=library&type=unheard-of"),
    "nothing found, a long word": Place(f"/careers/?q={LONG_WORD}"),
    "search": Place("/careers/?q=library"),
    "search, exactly": Place("/careers/?q=zzz+library+books&exact=1"),
    "suggestions": Place("/", then=lambda page: page.get_by_label("Search careers").press_sequentially("li", delay=20)),
    "list with every filter": Place("/careers/?zone=3&subject=english&interest=social&remote=some&outlook=growing"),
    "profile": Place(PROFILE),
    "profile of a student": Place(PROFILE, "student"),
    "profile of an editor": Place(PROFILE, "editor"),
    "where it leads": Place(f"{PROFILE}paths/"),
    "from here to there": Place("/paths/?from=library-technicians&to=librarians"),
    "from here to there, of a student": Place("/paths/?from=library-technicians&to=librarians", "student"),
    "from here to there with errors": Place("/paths/?from=technicians&to=nothing"),
    "no way there": Place("/paths/?from=librarians&to=library-technicians"),
    "finder": Place("/interests/"),
    "finder, last page": Place(f"/interests/?a={ANSWERED}&page=5&left=1"),
    "finder, address tampered with": Place("/interests/?a=98765"),
    "finder's result": Place(f"/interests/result/?a={ANSWERED}"),
    "finder's result of a student": Place(f"/interests/result/?a={ANSWERED}&education=bachelor", "student"),
    "finder's result, all the same": Place(f"/interests/result/?a={'3' * 30}"),
    "subjects": Place("/subjects/"),
    "subject": Place("/subjects/english/"),
    "skills": Place("/skills/"),
    "skills chosen": Place("/skills/?skill=2.B.3.l&skill=2.A.1.c"),
    "rule out": Place("/plan/rule-out/electricians/", "student"),
    "rule out with errors": Place("/plan/rule-out/electricians/", "student", press("Rule it out")),
    "print view": Place(f"{PROFILE}view/"),
    "compare, nothing yet": Place("/compare/"),
    "compare one": Place("/compare/?career=librarians&career=no-such-career"),
    "compare": Place(f"/compare/{COMPARED}&career=farmers&pay=3&study=1&section=skills&section=misconceptions"),
    "compare of a student": Place(f"/compare/{COMPARED}&interests=1", "student"),
    "list with careers to compare": Place("/careers/?q=lib&compare=librarians&compare=farmers"),
    "sign-in": Place("/account/sign-in/"),
    "sign-in with errors": Place("/account/sign-in/", then=press("Sign in", login="sam", password="wrong")),
    "sign-up": Place("/account/sign-up/"),
    "sign-up with errors": Place("/account/sign-up/", then=press("Make my account", username="student", password1="1")),
    "password forgotten": Place("/account/password/new/"),
    "password letter sent": Place("/account/password/new/sent/"),
    "password link too old": Place("/account/password/new/1-abc/"),
    "password set": Place("/account/password/new/done/"),
    "account closed": Place("/account/closed/"),
    "save, asked again": Place("/plan/save/electricians/", "student"),
    "stages, asked again": Place("/plan/stages/?way=library-technicians,librarians", "student"),
    "plan": Place("/plan/", "student"),
    "plan, empty": Place("/plan/", "newcomer"),
    "new step": Place("/plan/steps/new/", "student"),
    "new step with errors": Place("/plan/steps/new/", "student", press("Save")),
    "plan, its records unfolded": Place("/plan/", "student", unfold_records),
    "plan, all deleted": Place("/plan/", "student", delete_goal),
    "where I want to be": Place("/plan/goals/", "student"),
    "where I want to be, changed meanwhile": Place("/plan/goals/", "student", change_meanwhile),
    "timeline": Place("/plan/timeline/", "student"),
    "timeline, empty": Place("/plan/timeline/", "newcomer"),
    "new goal": Place("/plan/goal/new/", "student"),
    "new goal with errors": Place("/plan/goal/new/", "student", press("Save")),
    "new goal, typed before": Place("/plan/goal/new/", "student", type_and_leave),
    "new course": Place("/plan/course/new/", "student"),
    "new experience": Place("/plan/experience/new/", "student"),
    "new skill": Place("/plan/skill/new/", "student"),
    "new activity": Place("/plan/activity/new/", "student"),
    "new application": Place("/plan/application/new/", "student"),
    "a word with the counsellor": Place("/plan/", "student", follow("Reply")),
    "step with a file": Place("/plan/", "student", add_file),
    "step with a file refused": Place("/plan/", "student", add_wrong_file),
    "step to change": Place("/plan/", "student", change_step),
    "notes": Place("/plan/", "student", follow("Edit notes")),
    "account": Place("/account/", "student"),
    "details": Place("/account/details/", "student"),
    "details with errors": Place("/account/details/", "student", press("Save", email="sam@example.org")),
    "password": Place("/account/password/", "student"),
    "sign-out": Place("/account/sign-out/", "student"),
    "delete account": Place("/account/delete/", "student"),
    "delete account with errors": Place("/account/delete/", "student", press("Delete my account", password="wrong")),
    "account deleted": Place("/account/deleted/"),
    "form expired": Place("/plan/steps/new/", "student", lose_token, expects="status of 403"),
    "not found": Place("/no-such-page/", expects="status of 404"),
    "forbidden": Place("/admin/", "student", expects="status of 403"),
    "sources": Place("/sources/"),
    "privacy": Place("/privacy/"),
    "accessibility": Place("/accessibility/"),
    "style page": Place("/style/"),
    "admin": Place("/admin/", "admin"),
    "admin: careers": Place("/admin/careers/career/", "counsellor"),
    "admin: careers, filtered": Place("/admin/careers/career/?q=x&status=draft&category=health-medicine", "editor"),
    "admin: career": Place("/admin/careers/career/", "counsellor", follow("Librarians")),
    "admin: new career": Place("/admin/careers/career/add/", "counsellor"),
    "admin: new career with errors": Place("/admin/careers/career/add/", "counsellor", press("Save")),
    "admin: career with findings": Place("/admin/careers/career/", "counsellor", break_career),
    "admin: findings": Place("/admin/careers/career/", "counsellor", find_something),
    "admin: no findings": Place("/admin/careers/finding/", "counsellor"),
    "admin: missed searches": Place("/admin/careers/missedsearch/", "counsellor", miss_something),
    "admin: missed search": Place("/admin/careers/missedsearch/", "counsellor", answer_something),
    "admin: history": Place("/admin/careers/career/", "editor", follow("Librarians", "History")),
    "admin: deleted careers": Place("/admin/careers/career/recover/", "editor"),
    "admin: careers to delete": Place("/admin/careers/career/", "editor", delete_farmers),
    "admin: categories": Place("/admin/careers/category/", "editor"),
    "admin: category": Place("/admin/careers/category/", "editor", follow("Education & Training")),
    "admin: type": Place("/admin/careers/careertype/add/", "editor"),
    "admin: accounts": Place("/admin/accounts/user/", "admin"),
    "admin: account": Place("/admin/accounts/user/", "admin", follow("counsellor")),
    "admin: account history": Place("/admin/accounts/user/", "admin", follow("counsellor", "History")),
    "admin: new account": Place("/admin/accounts/user/add/", "admin"),
    "admin: one-time password": Place("/admin/accounts/user/", "admin", follow("student", "Give a one-time password")),
    "admin: not found": Place("/admin/no-such-page/", "admin", expects="status of 404"),
    "admin: forbidden": Place("/admin/accounts/user/", "counsellor", expects="status of 403"),
}
