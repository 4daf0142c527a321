"""Each measure in words: what counts, for whoever asks for it, and what to do, for whoever is asked.

What counts is done by measuring.py; a change there is a change here.
"""

from dataclasses import dataclass

from django.urls import reverse

from plans.models import Measure


@dataclass(frozen=True)
class Words:
    """``todo`` is what a student does about it, ``view`` the page where, none where it is on the plan's own page."""

    counts: str
    todo: str
    view: str = ""
    kind: str = ""

    @property
    def address(self) -> str:
        return reverse(self.view, args=[self.kind] if self.kind else []) if self.view else ""


def record(counts: str, todo: str, kind: str) -> Words:
    return Words(counts, todo, "plans:row_new", kind)


WORDS = {
    Measure.GOAL_AFTER_SCHOOL: Words(
        "There are words about where the student wants to be after school.", "Write it", "plans:goals"
    ),
    Measure.GOAL_IN_WORK: Words(
        "There are words about where the student wants to be in work.", "Write it", "plans:goals"
    ),
    Measure.CAREERS: Words("Careers that stand in the plan.", "Find a career", "careers:list"),
    Measure.CAREERS_RULED_OUT: Words(
        "Careers that the student ruled out; each has a reason.", "Rule one out on its page", "careers:list"
    ),
    Measure.CAREERS_WEIGHED: Words(
        "Saved careers with notes, and careers ruled out with a reason: the student wrote what speaks for or against.",
        "Write notes at a saved career, or rule one out",
    ),
    Measure.GOALS: record("Goals that were not given up.", "Add a goal", "goal"),
    Measure.GOALS_SHOWN: Words(
        "Goals, not given up, with evidence at one of their steps.", "Show at a step of a goal that you did it"
    ),
    Measure.STEPS: Words(
        "Steps in the plan, the student's own and given ones, but for those that do not apply.",
        "Add a step",
        "plans:step_new",
    ),
    Measure.STEPS_DONE: Words("Steps that are ticked off.", "Tick a step off"),
    Measure.EVIDENCE: Words(
        "Steps with words, a link or a file that show what was done; not those that do not apply.",
        "Edit a step, and show what you did",
    ),
    Measure.REFLECTIONS: Words(
        "Steps and times at a workplace where the student wrote what they make of it.",
        "Edit a step or a time at a workplace, and say what you learned",
    ),
    Measure.COURSES: record("Courses, whether planned, taken now or done.", "Add a course", "course"),
    Measure.EXPERIENCES: record(
        "Visits, placements, jobs and the like, once their first day has come.", "Add an experience", "experience"
    ),
    Measure.HOURS: record(
        "The hours of those, added up; the part of an hour left over does not count.", "Add an experience", "experience"
    ),
    Measure.SKILLS: record("Skills that the student has or wants.", "Add a skill", "skill"),
    Measure.ACTIVITIES: record("Activities and awards.", "Add an activity", "activity"),
    Measure.APPLICATIONS: record("Applications, from the first thought on.", "Add an application", "application"),
    Measure.TALKS: Words(
        "Notes of staff that the student can read; private ones are not counted.",
        "Your counsellor notes it after you talked",
    ),
    Measure.FAMILY: Words(
        "Family links through which somebody said, in the last year, that they read the plan.",
        "Make a link for your family",
        "plans:links",
    ),
    Measure.SIGNED_OFF: Words(
        "A counsellor signed the plan off in the last year, though it may have changed since.",
        "Send it when it is ready",
    ),
}
ONCE = {Measure.GOAL_AFTER_SCHOOL, Measure.GOAL_IN_WORK, Measure.SIGNED_OFF}
