"""A career that passes every check, to be broken in one place."""

import datetime
from dataclasses import replace

from careers.checks import rules
from careers.checks.findings import Context, Evidence, run
from careers.checks.texts import Profile
from careers.documents.document import CareerDocument, Step
from careers.sections import TEXTS, Kind

__all__ = ["rules"]
TODAY = datetime.date(2026, 11, 22)
EVIDENCE = Evidence(
    pay={10: 29_300, 50: 44_580, 90: 63_080},
    pay_source="Pay, May 2025",
    percent=3.0,
    year_to=2034,
    education="Associate's degree",
    zone=3,
)
CONTEXT = Context(TODAY, EVIDENCE, slugs={"librarians"})
PROSE = "You lend books, mend spines and help visitors with the printer on most days. " * 3
ITEMS = "".join(f"- **Task {number}.** You mend spines and lend books.\n" for number in range(4))
PAIRS = "".join(f"- **Misconception:** It is dull.\n  **Reality:** You meet {number} people.\n" for number in range(4))
FILLED = {Kind.PROSE: PROSE, Kind.LIST: ITEMS, Kind.CAREERS: ITEMS, Kind.PAIRS: PAIRS}
SAID = {
    "counselling-overview": "**The money.** Starting pay is $30,000–$36,000 a year.\n\n",
    "education": "Aim for an Associate degree. ",
    "salary": "At entry level, expect $30,000–$36,000 a year. ",
    "remote": "Limited. ",
}
CLEAN = CareerDocument(
    title="Library technicians",
    slug="library-technicians",
    code="25-4031.00",
    category="Education & Training",
    types=("Stable Careers",),
    summary="Keep a collection in order.",
    education="associate",
    remote="limited",
    leads_to=(Step("librarians"),),
    kind="full",
    status="published",
    checked_on=TODAY,
    sections={entry.key: SAID.get(entry.key, "") + FILLED[entry.kind] for entry in TEXTS},
)
FACTS_ONLY = replace(CLEAN, kind="facts-only", sections={})


def with_text(key, text):
    return replace(CLEAN, sections=CLEAN.sections | {key: text})


def after(key, text):
    """The text of a section, with this before it."""
    return with_text(key, f"{text} {CLEAN.sections[key]}")


def beside(**evidence):
    return replace(CONTEXT, evidence=replace(EVIDENCE, **evidence))


def found(document, context=CONTEXT):
    """Each finding as its check and the places it names."""
    return [(finding.check, [place.name for place in finding.places]) for finding in run(Profile(document), context)]
