"""What of a document a link may show: the parts its student chose, and nothing of the others."""

from plans.document.comparing import LISTS, TEXTS
from plans.document.writing import Document

# Careers ruled out and the notes on careers are for the student alone: no part has them.
LISTS_OF = {
    "goals": ("goals", "steps"),
    "careers": ("careers",),
    "courses": ("courses",),
    "experience": ("experience",),
    "skills": ("skills", "activities"),
    "applications": ("applications",),
}
# Somebody at a workplace let the student write their name down, not whoever the student gives a link.
HIDDEN = {"careers": {"notes": ""}, "experience": {"contact": ""}}


def parts_of(document: Document, parts: list[str]) -> Document:
    shown = {name for part in parts for name in LISTS_OF.get(part, ())}
    kept = {name: [row | HIDDEN.get(name, {}) for row in document[name]] if name in shown else [] for name in LISTS}
    if "careers" not in shown:
        kept["steps"] = [row | {"career": None, "from": None} for row in kept["steps"]]
    texts = {name: document[name] if "goals" in parts else "" for name in TEXTS}
    return document | texts | kept
