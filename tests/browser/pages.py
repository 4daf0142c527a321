"""Every page people see, with whom to be and how to get there: for tests of what holds on all of them."""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from accounts.digest import stop_address
from accounts.models import Cohort, User
from plans import actions
from plans.document.writing import digest_of, document_of
from plans.models import Decision, Goal, Plan, State

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


def press(name: str, /, **typed: str) -> Callable[[Page], None]:
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


PLAN_FILE = {
    "format": "pathways-plan",
    "version": 1,
    "after_school": "Two years at the community college.",
    "in_work": "",
    "careers": [{"slug": "farmers", "title": "Farmers", "notes": LONG_WORD}],
    "goals": [
        {"id": "6d1c1a52-6df1-4a0c-9d3e-5c1f7e5b0a11", "text": "Learn to drive", "kind": "life", "why": LONG_WORD,
         "due_on": "2027-03-01", "state": "started"}
    ],
    "skills": [{"id": "6d1c1a52-6df1-4a0c-9d3e-5c1f7e5b0a12", "name": "Listening", "state": "have", "how": "مرحبا"}],
} | {name: [] for name in ("ruled_out", "courses", "experience", "activities", "applications", "steps")}  # fmt: skip


def choose_file(page, document):
    data = json.dumps(document).encode()
    page.get_by_label("Your file").set_input_files(
        {"name": "plan.json", "mimeType": "application/json", "buffer": data}
    )
    page.get_by_role("button", name="Look at it").click()


def look_at_file(page):
    choose_file(page, PLAN_FILE)


def look_at_other_words(page):
    look_at_file(page)
    page.get_by_role("button", name="Bring it in").click()
    page.goto("/plan/bring/")
    goals = [PLAN_FILE["goals"][0] | {"text": "Learn to ride", "state": "reached"}]
    choose_file(page, PLAN_FILE | {"goals": goals, "after_school": "See the world."})


def look_at_no_plan(page):
    choose_file(page, {"format": LONG_WORD})


def make_link(page):
    page.get_by_label("For whom is it?").fill(LONG_WORD[:80])
    page.get_by_label("Let my family say they read it").check()
    page.get_by_role("button", name="Make the link").click()


def make_links(page):
    for _ in range(2):
        make_link(page)
        page.goto("/plan/links/")
    page.get_by_role("button", name="Take it back").first.click()


def open_link(page):
    look_at_file_before_sharing(page)
    make_link(page)
    address = page.locator(".address").inner_text()
    page.context.clear_cookies()
    page.goto(address)


def look_at_file_before_sharing(page):
    page.goto("/plan/bring/")
    look_at_file(page)
    page.get_by_role("button", name="Bring it in").click()
    page.goto("/plan/links/")


def acknowledge_nothing(page):
    open_link(page)
    page.get_by_role("button", name="We read it").click()


def acknowledge(page):
    open_link(page)
    press("We read it", name="Grandma")(page)


def be_looked_at(page):
    open_link(page)
    page.goto("/account/sign-in/?next=/plan/looked/")
    press("Sign in", login="student", password="pathways-demo")(page)


def lose_token(page):
    page.context.clear_cookies(name="csrftoken")
    press("Save", text="Visit the library.")(page)


def delete_farmers(page):
    page.locator("tr", has=page.get_by_role("link", name="Farmers")).get_by_role("checkbox").check()
    page.locator("select[name=action]").select_option("delete_selected")
    page.get_by_role("button", name="Go").click()


def demo_plan() -> Plan:
    return Plan.objects.get(user__username="student")


def to_plan(route: str, *then: Callable[[Page], None]) -> Callable[[Page], None]:
    """A page of the desk about the demo student's plan, once it is sent for review, and what to do there."""

    def act(page):
        person = demo_plan().user
        actions.write_goals(user=person, after_school="", in_work="Work with books.", version=0)
        page.goto(reverse(f"desk:{route}", args=[actions.submit(user=person).pk]))
        for each in then:
            each(page)

    return act


def from_letter(*then: Callable[[Page], None]) -> Callable[[Page], None]:
    """By the link in a weekly letter to the demo student."""

    def act(page):
        page.goto(urlsplit(stop_address(demo_plan().user)).path)
        for each in then:
            each(page)

    return act


def nothing_waits(page):
    Plan.objects.update(state=State.DRAFT)
    page.reload()


def long_named(page):
    """A student and a group of names as long as they may be."""
    User.objects.filter(username="ava").update(name=LONG_WORD[:80])
    Cohort.objects.update(name=LONG_WORD[:80])
    page.reload()


def send_list(*rows: str) -> Callable[[Page], None]:
    """From the page of a group: a list of students, up to what it would do."""

    def act(page):
        follow("Add a list")(page)
        file = {"name": "list.csv", "mimeType": "text/csv", "buffer": "\n".join(("Name,User name", *rows)).encode()}
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Look at it").click()

    return act


def said_to_plan(page):
    """The plan with all that a counsellor can say to it: a comment at a step, a note, a step, two copies."""
    plan, staff = demo_plan(), User.objects.get(username="counsellor")
    step, cohort = plan.steps.first(), staff.posts.get().cohort
    remark = actions.Remark("Which day?", step.token, step.text)
    actions.remark(plan=plan, staff=staff, remarks=[remark], token=uuid.uuid4())
    for private in (False, True):
        actions.write_note(plan=plan, author=staff, text="We talked.", is_private=private, token=uuid.uuid4())
    actions.assign(staff=staff, cohort=cohort, text="Send the FAFSA", why="It opens grants.", due_on=None)
    digest = digest_of(document_of(plan))
    for decision in (Decision.APPROVED, Decision.RETURNED):
        Plan.objects.update(state=State.SUBMITTED, submitted_at=timezone.now())
        actions.decide(plan=plan, staff=staff, decision=decision, note="Add a date.", digest=digest)
    page.reload()


def in_turn(*acts: Callable[[Page], None]) -> Callable[[Page], None]:
    def act(page):
        for each in acts:
            each(page)

    return act


def change_signed_off(page):
    """Sent again, with a step changed, one taken out and a goal added since it was signed off."""
    said_to_plan(page)
    plan = demo_plan()
    first, last = plan.steps.first(), plan.steps.last()
    actions.change_step(step=first, text="Ask downtown.", due_on=None, target=None, version=first.version)
    actions.remove_step(step=last)
    actions.add_row(user=plan.user, model=Goal, token=uuid.uuid4(), text="Learn to catalogue.", why="Adverts ask it.")
    to_plan("review")(page)


def begin_set(name: str) -> Callable[[Page], None]:
    """A set of requirements with a long name, begun from this."""

    def act(page):
        page.get_by_label(name).check()
        press("Make the set", name=LONG_WORD[:120])(page)

    return act


def write_list(page):
    send_list("Zoë Adams,", "عائشة حداد,", "Bo Li,bo")(page)
    page.get_by_role("button", name="Write all of it").click()


def close_somebody(page):
    page.get_by_label("Ava Nguyen").check()
    page.get_by_role("button", name="Close the accounts").click()


def type_password_again(page):
    page.locator("[name=password]").fill("pathways-demo")
    page.get_by_role("button", name="Go on").click()


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
    "what needs me": Place("/plan/needs/", "student"),
    "what needs me, nothing": Place("/plan/needs/", "newcomer"),
    "no more letters, asked": Place("/", then=from_letter()),
    "no more letters": Place("/", then=from_letter(press("No more weekly letters"))),
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
    "take along": Place("/plan/take-along/", "student"),
    "take along, with a calendar": Place("/plan/take-along/", "student", press("Make an address")),
    "plan to print": Place("/plan/print/", "student"),
    "plan to print, empty": Place("/plan/print/", "newcomer"),
    "bring in": Place("/plan/bring/", "student"),
    "bring in, looked at": Place("/plan/bring/", "student", look_at_file),
    "bring in, with other words": Place("/plan/bring/", "student", look_at_other_words),
    "bring in with errors": Place("/plan/bring/", "student", look_at_no_plan),
    "links": Place("/plan/links/", "student"),
    "links made": Place("/plan/links/", "student", make_links),
    "link made": Place("/plan/links/", "student", make_link),
    "links with errors": Place("/plan/links/", "student", press("Make the link")),
    "shared plan": Place("/plan/links/", "student", open_link),
    "shared plan with errors": Place("/plan/links/", "student", acknowledge_nothing),
    "shared plan, read": Place("/plan/links/", "student", acknowledge),
    "nobody looked": Place("/plan/looked/", "student"),
    "who looked": Place("/plan/links/", "student", be_looked_at),
    "plan that a counsellor spoke to": Place("/plan/", "student", said_to_plan),
    "own copy": Place("/plan/", "student", in_turn(said_to_plan, follow("Revision 1"))),
    "desk": Place("/desk/", "counsellor"),
    "desk, nobody": Place("/desk/?q=zzzz&needs=never", "counsellor"),
    "desk: what needs me": Place("/desk/needs/", "counsellor"),
    "desk: reminder": Place("/desk/remind/?everyone=1", "counsellor"),
    "desk: reminder with errors": Place("/desk/remind/?everyone=1", "counsellor", press("Send to 11 students")),
    "desk: give a step": Place("/desk/assign/", "counsellor"),
    "desk: give a step with errors": Place("/desk/assign/", "counsellor", press("Give it to the group")),
    "desk: given": Place("/desk/given/", "counsellor", said_to_plan),
    "desk: nothing given": Place("/desk/given/", "counsellor"),
    "desk: queue": Place("/desk/review/", "counsellor", in_turn(to_plan("student"), follow("To review"))),
    "desk: empty queue": Place("/desk/review/", "counsellor", nothing_waits),
    "desk: review": Place("/desk/", "counsellor", change_signed_off),
    "desk: review with errors": Place("/desk/", "counsellor", to_plan("review", press("Send it back"))),
    "desk: reports": Place("/desk/reports/", "head"),
    "desk: report on students": Place("/desk/reports/not-begun/", "head"),
    "desk: report on what is missing": Place("/desk/reports/missing/", "head", long_named),
    "desk: report with counts": Place("/desk/reports/groups/", "counsellor"),
    "desk: report of nothing": Place("/desk/reports/careers/?page=2", "head"),
    "desk: student": Place("/desk/", "counsellor", to_plan("student", said_to_plan)),
    "desk: student without a plan": Place("/desk/", "counsellor", follow("Jonas Weber")),
    "desk: copy": Place("/desk/", "counsellor", to_plan("student", said_to_plan, follow("Revision 1, signed off"))),
    "desk: exempt": Place("/desk/", "counsellor", to_plan("student", said_to_plan, follow("Exempt from Send"))),
    "desk: exempt from what is asked": Place(
        "/desk/", "counsellor", to_plan("student", follow("Exempt from One goal"))
    ),
    "desk: who misses something": Place("/desk/?needs=incomplete", "counsellor"),
    "desk: comment with errors": Place("/desk/", "counsellor", to_plan("comment", press("Send"))),
    "desk: note with errors": Place("/desk/", "counsellor", to_plan("note", press("Save the note"))),
    "account": Place("/account/", "student"),
    "details": Place("/account/details/", "student"),
    "details with errors": Place("/account/details/", "student", press("Save", email="sam@example.org")),
    "password": Place("/account/password/", "student"),
    "sign-out": Place("/account/sign-out/", "student"),
    "delete account": Place("/account/delete/", "student"),
    "delete account with errors": Place("/account/delete/", "student", press("Delete my account", password="wrong")),
    "account deleted": Place("/account/deleted/"),
    "join a group": Place("/account/join/", "newcomer"),
    "join a group with errors": Place("/account/join/", "newcomer", press("Join", join_code="ABC-DEFG")),
    "second factor": Place("/account/second-factor/", "counsellor"),
    "password again": Place("/account/second-factor/set-up/", "counsellor"),
    "second factor, set up": Place("/account/second-factor/set-up/", "counsellor", type_password_again),
    "my groups": Place("/schools/", "head"),
    "school": Place("/schools/1/", "head"),
    "school: new group with errors": Place("/schools/1/groups/new/", "head", press("Save")),
    "school: post with errors": Place("/schools/1/posts/new/", "head", press("Give the group", username="nobody")),
    "school: move up": Place("/schools/1/year/", "head"),
    "school: move up, shown": Place("/schools/1/year/", "head", press("Look at it")),
    "sets": Place("/desk/requirements/schools/1/", "head"),
    "set": Place("/desk/requirements/1/", "head"),
    "set: new": Place("/desk/requirements/schools/1/new/", "head"),
    "set: new with errors": Place("/desk/requirements/schools/1/new/", "head", press("Make the set")),
    "set: an example": Place("/desk/requirements/schools/1/new/", "head", begin_set("Career and academic plan (ICAP)")),
    "set: begun empty": Place("/desk/requirements/schools/1/new/", "head", begin_set("Nothing: I write my own")),
    "set: name with errors": Place("/desk/requirements/1/edit/", "head", press("Save", name="")),
    "set: delete": Place("/desk/requirements/1/delete/", "head"),
    "set: ask with errors": Place("/desk/requirements/1/new/", "head", press("Save", amount="0")),
    "set: change what is asked": Place("/desk/requirements/1/", "head", follow("Change Two careers")),
    "set: remove what is asked": Place("/desk/requirements/1/", "head", follow("Remove Two careers")),
    "group": Place("/schools/groups/1/", "head"),
    "group of a counsellor": Place("/schools/groups/1/", "counsellor", close_somebody),
    "group: close": Place("/schools/groups/1/close/", "head"),
    "group: slips with the code": Place("/schools/groups/1/code/slip/", "counsellor"),
    "group: new student with errors": Place("/schools/groups/1/students/new/", "counsellor", press("Add the student")),
    "group: list": Place("/schools/groups/1/students/list/", "counsellor"),
    "group: list with errors": Place("/schools/groups/1/students/list/", "counsellor", press("Look at it")),
    "group: list, shown": Place("/schools/groups/1/", "counsellor", send_list("Zoë Adams,", "Ava Nguyen,", "Bo,bo")),
    "group: list with faults": Place("/schools/groups/1/", "counsellor", send_list("Zoë,", "Zoë,", "Bo,editor")),
    "group: slips": Place("/schools/groups/1/", "counsellor", write_list),
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
    "admin: schools": Place("/admin/accounts/school/", "admin"),
    "admin: school": Place("/admin/accounts/school/", "admin", follow("Riverside")),
    "admin: posts": Place("/admin/accounts/post/?now=yes", "admin"),
    "admin: new post": Place("/admin/accounts/post/add/", "admin"),
    "admin: post": Place("/admin/accounts/post/", "admin", follow("Casey")),
    "admin: holds": Place("/admin/accounts/hold/", "admin"),
    "admin: new hold with errors": Place("/admin/accounts/hold/add/", "admin", press("Save")),
    "admin: not found": Place("/admin/no-such-page/", "admin", expects="status of 404"),
    "admin: forbidden": Place("/admin/accounts/user/", "counsellor", expects="status of 403"),
}
