"""``kill -9`` to the whole server at any moment: what it had answered for is there, and nothing is there twice."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from random import Random
from threading import Condition
from uuid import uuid4

import pytest

from plans import actions
from tests.factories import UserFactory
from tests.plans.enduring.browser import Answer, Browser

SAVES, STUDENTS, KILLS = 1000, 4, 20
PATIENCE = 300  # seconds for everything, on a machine that does much else


class Progress:
    """How many saves were acknowledged, on all devices; how many got no answer; the first answer that was no yes."""

    def __init__(self):
        self.moved, self.saved, self.cut, self.fault = Condition(), 0, 0, None
        self.over = time.monotonic() + PATIENCE

    def took(self, answer: Answer | None) -> bool:
        """Whether the save was acknowledged."""
        with self.moved:
            if answer is None:
                self.cut += 1
            elif answer.status == 302:
                self.saved += 1
            else:
                self.fault = answer
            self.moved.notify_all()
        return answer is not None

    def reach(self, saved: int) -> None:
        with self.moved:
            reached = self.moved.wait_for(lambda: self.saved >= saved or self.fault, self.over - time.monotonic())
        assert self.fault is None
        assert reached, f"{self.saved} saves in {PATIENCE} seconds."


class Device:
    """A browser in which a student saves one thing after the other, and presses again where no answer came."""

    def __init__(self, browser: Browser, step: int, progress: Progress):
        self.browser, self.step, self.progress = browser, step, progress
        self.made, self.edits, self.last = [], 0, ""

    def save(self, times: int) -> None:
        for number in range(times):
            path, fields = (self.new_step, self.new_goal, self.edit)[number % 3](f"{number} on {self.step}")
            while not self.progress.took(self.sent(path, fields)):
                if self.progress.fault or time.monotonic() > self.progress.over:
                    return

    def sent(self, path: str, fields: dict) -> Answer | None:
        """The answer; none where the server went away before it."""
        try:
            return self.browser.send(path, fields)
        except (OSError, HTTPException):
            return None

    def new_step(self, words: str):
        self.made.append(words)
        return "/plan/steps/new/", {"text": words, "token": uuid4()}

    def new_goal(self, words: str):
        self.made.append(words)
        return "/plan/goal/new/", {"text": words, "token": uuid4(), "kind": "work", "state": "started"}

    def edit(self, words: str):
        """Of the same step each time: had an earlier edit been lost, its version would not be what it should."""
        self.last, self.edits = words, self.edits + 1
        return f"/plan/steps/{self.step}/edit/", {"text": words, "version": self.edits - 1}

    @property
    def texts(self) -> list[str]:
        """What must be there in the end, each once."""
        return [*self.made, self.last]


@pytest.fixture
def progress():
    return Progress()


@pytest.fixture
def site(edited_on, start_site):
    return start_site()


@pytest.fixture
def edited_on(transactional_db, session_of):
    """For each of two devices of each student, a session and the step that is edited there."""
    students = [UserFactory() for _ in range(STUDENTS)] * 2
    return [(session_of(student), first_step(student, f"On {place}.")) for place, student in enumerate(students)]


def first_step(student, text: str) -> int:
    return actions.add_step(user=student, text=text, due_on=None, target=None, token=uuid4()).pk


@pytest.fixture
def devices(site, edited_on, progress):
    return [Device(Browser(site.port, session), step, progress) for session, step in edited_on]


def test_killed_20_times_no_acknowledged_save_is_lost(site, devices, progress):
    random = Random(seed := uuid4().int)
    moments = sorted(random.sample(range(1, SAVES), KILLS))
    print(f"Seed {seed}: killed after {moments} saves.")  # noqa: T201 (shown where the test fails)

    with ThreadPoolExecutor(len(devices)) as pool:
        saving = [pool.submit(device.save, SAVES // len(devices)) for device in devices]
        for moment in moments:
            progress.reach(moment)
            time.sleep(random.random() / 50)
            site.kill()
            site.start()
        progress.reach(SAVES)

    assert all(each.exception() is None for each in saving)
    assert progress.cut > 0
    for device, other in zip(devices[:STUDENTS], devices[STUDENTS:], strict=True):
        assert texts_of(device.browser.plan()) == Counter([*device.texts, *other.texts])


def texts_of(document: dict) -> Counter:
    return Counter(row["text"] for rows in ("steps", "goals") for row in document[rows])
