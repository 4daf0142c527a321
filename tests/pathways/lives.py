"""What happens to a student on this site, all through its pages, with a canary in each thing that is typed."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts.models import User
from plans.document.writing import digest_of, document_of, empty_document
from plans.models import Plan
from tests.factories import PASSWORD, CareerFactory, CohortFactory, counsellor_of
from tests.pathways.canaries import Canaries


@dataclass
class Life:
    administrator: User
    canaries: Canaries = field(default_factory=Canaries)
    student: Client = field(default_factory=Client)

    def __post_init__(self):
        self.cohort = CohortFactory(school__keep_days=30)
        self.career = CareerFactory(title="Librarians")
        self.staff, self.office = Client(), Client()
        self.staff.force_login(counsellor_of(self.cohort))
        self.office.force_login(self.administrator)
        self.staff.get("/privacy/")

    def word(self, what: str) -> str:
        return self.canaries.word(what)

    @property
    def person(self) -> User:
        return User.objects.get(username=self.username)

    @property
    def plan(self) -> Plan:
        return Plan.objects.get(user=self.person)


def done(response):
    """It did what it was asked to; a form that comes back says why not."""
    assert response.status_code in {200, 204, 302}, response.status_code
    assert "Please look at this again" not in response.text, response.text
    return response


def signs_up(life: Life) -> None:
    life.username, life.email = life.word("user name"), f"{life.word('e-mail')}@example.org"
    sent = {"username": life.username, "password1": PASSWORD, "email": life.email}
    done(life.student.post("/account/sign-up/", sent))
    done(life.student.post("/account/join/", {"join_code": life.cohort.code}))


def is_signed_up(life: Life) -> None:
    """By the counsellor, from a list of one; the slip has a password for once."""
    life.username = life.word("user name")
    rows = f"Name,User name\n{life.word('name in the list')},{life.username}\n"
    address = f"/schools/groups/{life.cohort.pk}/students/list/"
    shown = life.staff.post(address, {"file": SimpleUploadedFile("list.csv", rows.encode())}, follow=True)
    slips = life.staff.post(shown.wsgi_request.path, {"digest": shown.context["digest"]}, follow=True).context["slips"]
    done(life.student.post("/account/sign-in/", {"login": life.username, "password": slips[0][2]}))
    done(life.student.post("/account/password/", {"password1": PASSWORD}))


def gives_details(life: Life) -> None:
    life.student.post("/account/sign-in/", {"login": life.username, "password": "wrong"})
    Client().post("/account/sign-in/", {"login": life.username, "password": "wrong"})
    life.name = life.word("name")
    sent = {"name": life.name, "email": getattr(life, "email", ""), "time_zone": "Europe/Dublin"}
    done(life.student.post("/account/details/", sent))


def writes_a_plan(life: Life) -> None:
    post, word = life.student.post, life.word
    done(post("/plan/goals/", {"after_school": word("after school"), "in_work": word("in work"), "version": 0}))
    done(post(f"/plan/save/{life.career.slug}/"))
    target = life.plan.targets.get()
    done(post(f"/plan/careers/{target.pk}/notes/", {"notes": word("notes"), "version": 0}))
    done(post("/plan/rule-out/welders/", {"reason": word("reason")}))
    done(post("/plan/goal/new/", {"text": word("goal"), "why": word("why"), "kind": "work", "state": "started"}))
    done(post("/plan/steps/new/", {"text": word("step")}))
    step = life.plan.steps.get()
    sent = {name: word(name) for name in ("text", "helper", "evidence", "reflection")} | {"version": 0}
    sent |= {"evidence_link": f"https://{word('link')}.example.org/"}
    file = SimpleUploadedFile(f"{word('file name')}.txt", word("file").encode(), "text/plain")
    done(post(f"/plan/steps/{step.pk}/edit/", sent | {"file": file}))


def keeps_a_record(life: Life) -> None:
    post, word = life.student.post, life.word
    done(post("/plan/course/new/", {"name": word("course"), "year": 10, "state": "taking", "notes": word("mark")}))
    done(post("/plan/experience/new/", {"title": word("work"), "kind": "visit", "contact": word("contact"),
                                        "place": word("place"), "reflection": word("thoughts")}))  # fmt: skip
    done(post("/plan/skill/new/", {"name": word("skill"), "state": "have", "how": word("how")}))
    done(post("/plan/activity/new/", {"name": word("activity"), "kind": "award", "details": word("details")}))
    done(post("/plan/application/new/", {"to": word("applies to"), "kind": "study", "state": "sent",
                                         "payer": word("payer")}))  # fmt: skip
    done(post("/plan/skill/new/", {"name": word("taken out"), "state": "have"}))
    done(post(f"/plan/skill/{life.plan.skill_rows.last().pk}/remove/"))


def leaves_things_half_done(life: Life) -> None:
    """A draft, a file that waits to be brought in, and what was typed in a form that was too old."""
    post, word = life.student.post, life.word
    fields = json.dumps({"text": word("draft")})
    done(post("/plan/drafts/", {"form": "/plan/steps/new/", "fields": fields}))
    waiting = json.dumps(empty_document() | {"in_work": word("brought in")}).encode()
    done(post("/plan/bring/", {"do": "look", "file": SimpleUploadedFile("plan.json", waiting)}))
    signed_out = Client()
    signed_out.post("/plan/steps/new/", {"text": word("typed while signed out")})
    Client().force_login(life.person)  # a browser that is left open elsewhere


def shares_it(life: Life) -> None:
    post, word = life.student.post, life.word
    sent = {
        "name": word("for whom"),
        "parts": "goals",
        "ends_on": str(timezone.localdate() + timedelta(days=7)),
        "for_family": "on",
    }
    link = done(post("/plan/links/", sent)).context["address"]
    path = "/" + link.split("/", 3)[3]
    Client().get(path)
    done(Client().post(path, {"name": word("family")}))
    done(post("/plan/calendar/", {"do": "make"}))


def is_reviewed(life: Life) -> None:
    """Spoken with, exempted, signed off; the staff's own views and lists name the student."""
    student, staff, word, plan = life.student.post, life.staff.post, life.word, life.plan
    done(student("/plan/say/", {"text": word("question")}))
    desk = f"/desk/plans/{plan.pk}/"
    life.staff.get(desk)
    done(staff(f"{desk}comment/", {"text": word("comment"), "about": str(plan.steps.get().token)}))
    done(staff(f"{desk}note/", {"note": word("note")}))
    done(staff(f"{desk}note/", {"note": word("private note"), "private": "on"}))
    done(staff(f"/desk/remind/?student={life.person.pk}", {"text": word("reminder")}))
    done(staff(f"/desk/assign/?student={life.person.pk}", {"text": "Send the form."}))
    given = plan.steps.get(text="Send the form.").assignment_id
    done(staff(f"{desk}given/{given}/exempt/", {"reason": word("exemption")}))
    done(staff("/desk/views/", {"name": "Mine", "query": f"q={life.username}"}))
    done(student("/plan/send/"))
    life.staff.get(f"{desk}review/")
    sent = {"decision": "approved", "note": word("decision"), "digest": digest_of(document_of(life.plan))}
    done(staff(f"{desk}review/", sent))
    rows = f"Name,User name\n{life.name},{life.username}\n"
    address = f"/schools/groups/{life.cohort.pk}/students/list/"
    done(staff(address, {"file": SimpleUploadedFile("list.csv", rows.encode())}))


def is_helped(life: Life) -> None:
    """By an administrator, whose log names the student; and kept for a while."""
    account = f"/admin/accounts/user/{life.person.pk}/"
    sent = {"username": life.username, "name": life.name, "email": getattr(life, "email", ""),
            "time_zone": "Europe/Dublin", "roles": "student", "is_active": "on"}  # fmt: skip
    done(life.office.post(f"{account}change/", sent))
    done(life.office.post("/admin/accounts/hold/add/", {"username": life.username, "reason": life.word("hold")}))
    hold = life.person.holds.get()
    done(life.office.post("/admin/accounts/hold/", {"action": "lift", "_selected_action": hold.pk}))


EVENTS: list[Callable[[Life], None]] = [
    gives_details, writes_a_plan, keeps_a_record, leaves_things_half_done, shares_it, is_reviewed, is_helped,
]  # fmt: skip


def lived(administrator: User, *, of_a_school: bool) -> Life:
    CareerFactory(title="Welders", slug="welders")
    life = Life(administrator)
    (is_signed_up if of_a_school else signs_up)(life)
    for event in EVENTS:
        event(life)
    return life
