"""The 28 entries of the view, in the owner's order: every reader, writer, form and page goes by this table."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    PROSE = "prose"
    LIST = "list"
    PAIRS = "pairs"
    CAREERS = "careers"
    FACT = "fact"


@dataclass(frozen=True)
class Entry:
    key: str
    label: str
    kind: Kind
    chapter: str
    help: str


SHORT = "The short version"
WORK = "The work"
GETTING_IN = "Getting in"
PAY = "Pay and prospects"
MOVING_ON = "Moving on"
GOOD_TO_KNOW = "Good to know"
FACTS = "Facts"
CHAPTERS = (SHORT, WORK, GETTING_IN, PAY, MOVING_ON, GOOD_TO_KNOW)

ENTRIES = (
    Entry(
        "counselling-overview",
        "Career Counselling/Overview",
        Kind.PROSE,
        SHORT,
        "Short paragraphs, each with a bold sub-head.",
    ),
    Entry("overview", "Overview", Kind.PROSE, SHORT, "What the job is, in 40 to 120 words."),
    Entry("category", "Career Category", Kind.FACT, FACTS, "The one category it belongs to."),
    Entry("type", "Career Type", Kind.FACT, FACTS, "One or more types; the first is the main one."),
    Entry("fun-fact", "Fun Fact", Kind.LIST, GOOD_TO_KNOW, "Things that surprise people."),
    Entry("education", "Educational Requirements", Kind.PROSE, GETTING_IN, "What you need, and how long it takes."),
    Entry(
        "responsibilities",
        "Key Responsibilities",
        Kind.LIST,
        WORK,
        "What people in this job really do, one task an item.",
    ),
    Entry("salary", "Average Salary Range", Kind.PROSE, PAY, "Entry, middle and long-term pay, as an estimate."),
    Entry("path", "Career Path & Progression", Kind.LIST, MOVING_ON, "The stages, one an item, with years."),
    Entry(
        "biggest-challenges",
        "Biggest challenges facing people in this career",
        Kind.LIST,
        WORK,
        "A challenge, then ways to meet it.",
    ),
    Entry("experience", "Best ways to gain experience", Kind.LIST, GETTING_IN, "Ways to try the work out."),
    Entry("outlook", "Job Outlook", Kind.PROSE, PAY, "Where the number of jobs is going, and why."),
    Entry("skills", "Required Skills", Kind.LIST, GETTING_IN, "A skill, and what it is needed for here."),
    Entry("demand", "Career demand", Kind.LIST, PAY, "Who is looking for these people."),
    Entry(
        "training",
        "Training & Certification",
        Kind.LIST,
        GETTING_IN,
        "Named courses and certificates, and who awards them.",
    ),
    Entry("environment", "Work Environment", Kind.PROSE, WORK, "Where, when and with whom."),
    Entry("sectors", "Industry Sectors", Kind.LIST, WORK, "The parts of the economy that employ them."),
    Entry("companies", "Top Companies", Kind.LIST, WORK, "Named employers."),
    Entry("tools", "Tools & Technologies", Kind.LIST, WORK, "Named tools and what they are for."),
    Entry(
        "related",
        "Related Careers",
        Kind.CAREERS,
        MOVING_ON,
        "One career an item, its title first: it becomes a link where we have it.",
    ),
    Entry("internships", "Internship Opportunities", Kind.LIST, GETTING_IN, "Placements, and where to ask."),
    Entry(
        "remote",
        "Remote Work Potential",
        Kind.PROSE,
        WORK,
        "How much can be done from home; agree with the level above.",
    ),
    Entry("specializations", "Specializations", Kind.LIST, MOVING_ON, "Directions people take."),
    Entry(
        "challenges-rewards",
        "Challenges & Rewards",
        Kind.LIST,
        WORK,
        "Two lists, with the bold heads Challenges and Rewards.",
    ),
    Entry(
        "get-started",
        "How to Get Started",
        Kind.LIST,
        GETTING_IN,
        "Steps a student can take this year, each beginning with a verb.",
    ),
    Entry("personalities", "Famous Personalities", Kind.LIST, GOOD_TO_KNOW, "People who really did this work."),
    Entry("global", "Global Opportunities", Kind.LIST, PAY, "Where in the world the work is found."),
    Entry(
        "misconceptions",
        "Common misconceptions people have about this career",
        Kind.PAIRS,
        GOOD_TO_KNOW,
        "**Misconception:** and below it **Reality:**.",
    ),
)
BY_KEY = {entry.key: entry for entry in ENTRIES}
TEXTS = tuple(entry for entry in ENTRIES if entry.kind is not Kind.FACT)
IN_CHAPTERS = tuple((chapter, tuple(entry for entry in TEXTS if entry.chapter == chapter)) for chapter in CHAPTERS)
