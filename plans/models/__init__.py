"""What students intend, what their counsellors say to it, and who looked."""

from plans.models.access import Access, Verb
from plans.models.drafts import Draft
from plans.models.files import Evidence
from plans.models.goals import Goal
from plans.models.plan import UPDATE_AFTER, WAITING, Plan, RuledOut, State, Target
from plans.models.records import Activity, Application, Course, Experience, Skill
from plans.models.reviews import Comment, Decision, Note, Review
from plans.models.rows import FIRST_DAY, LAST_DAY, PlanRow, RemovableQuerySet
from plans.models.school_rules import Assignment, Exemption, Measure, Pack, Requirement, SavedView
from plans.models.sharing import PARTS, Link
from plans.models.steps import Progress, Step

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "PARTS",
    "UPDATE_AFTER",
    "WAITING",
    "Access",
    "Activity",
    "Application",
    "Assignment",
    "Comment",
    "Course",
    "Decision",
    "Draft",
    "Evidence",
    "Exemption",
    "Experience",
    "Goal",
    "Link",
    "Measure",
    "Note",
    "Pack",
    "Plan",
    "PlanRow",
    "Progress",
    "RemovableQuerySet",
    "Requirement",
    "Review",
    "RuledOut",
    "SavedView",
    "Skill",
    "State",
    "Step",
    "Target",
    "Verb",
]
