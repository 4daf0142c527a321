"""The way in: what the texts say it takes, and the fact beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from careers.checks.findings import Context, Note, Place, check
from careers.checks.texts import Profile, Sentence
from careers.models import Education, Severity

TEXTS = ("counselling-overview", "overview", "education", "get-started")
LEVELS = (
    (Education.NONE, r"no (?:formal )?(?:education|qualifications?|diploma|schooling)\b"),
    (Education.SCHOOL, r"high[- ]school (?:diploma|degree|equivalen\w+|education)|\bGED\b"),
    (Education.CERTIFICATE, r"certificates?\b|post-?secondary (?:diploma|award)"),
    (Education.ASSOCIATE, r"associate(?:[’']?s?)? (?:degree|of|in)\b"),
    (Education.BACHELOR, r"bachelor(?:[’']?s)?\b"),
    (Education.MASTER, r"master(?:[’']s| of| degree)"),
    (Education.DOCTORATE, r"doctora\w+|ph\.?d\b|professional degree"),
)
WORDS = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in LEVELS)
NEEDED = re.compile(
    r"\b(needs?|needed|requires?|required|must have|minimum|at least|plan on|aim for|is enough|way in|entry ticket|"
    r"look for|starting level|expect to earn|what it takes|usual start|to become|to enter)\b",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"\b(some|few|many|prefer\w*|may|might|can|could|helps?|often|also|later|instead|shorter|not|optional|others?|"
    r"another|though|larger|advance|don[’']t|without)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[;:]\s|,\s(?=and|but|which|so|though|while|then)")
FROM_OFFICIAL = {
    "no formal educational credential": Education.NONE,
    "high school diploma or equivalent": Education.SCHOOL,
    "some college, no degree": Education.CERTIFICATE,
    "postsecondary nondegree award": Education.CERTIFICATE,
    "associate's degree": Education.ASSOCIATE,
    "bachelor's degree": Education.BACHELOR,
    "master's degree": Education.MASTER,
    "doctoral or professional degree": Education.DOCTORATE,
}


@dataclass(frozen=True)
class Way:
    """What a sentence says everybody needs to start: one level, or any from ``low`` to ``high``."""

    sentence: Sentence
    low: Education
    high: Education

    @property
    def place(self) -> Place:
        return Place(self.sentence.name, self.sentence.whole)


def ways(profile: Profile) -> Iterator[Way]:
    """What only some employers ask, or what helps, is no way in."""
    for sentence in profile.of(*TEXTS):
        needed = NEEDED.search(sentence.whole)
        for clause in CLAUSE.split(sentence.whole) if needed else ():
            levels = [level for level, words in WORDS if words.search(clause)]
            if levels and not HEDGE.search(clause):
                yield Way(sentence, min(levels), max(levels))
                break


def gap(one: Way, other: Way) -> int:
    return max(one.low - other.high, other.low - one.high)


def widest(profile: Profile) -> tuple[Way, Way] | None:
    """The two texts that are furthest apart, if any two are."""
    pair = max(combinations(ways(profile), 2), key=lambda pair: gap(*pair), default=None)
    return pair if pair and gap(*pair) > 0 else None


@check("education-differs", Severity.ERROR, "Two texts name different ways in: another degree, or none.")
def education_differs(profile: Profile, context: Context) -> Iterator[Note]:
    if pair := widest(profile):
        one, other = pair
        sentence = f"Two texts name different ways in: {name(one)}, and {name(other)}."
        yield Note(sentence, (one.place, other.place))


def name(way: Way) -> str:
    low, high = (Education(level).label for level in (way.low, way.high))
    return low if low == high else f"{low} to {high}"


@check(
    "education-fact",
    Severity.ERROR,
    "The texts agree on the way in, and the fact “usually needed” says something else.",
)
def education_fact(profile: Profile, context: Context) -> Iterator[Note]:
    stated = profile.document.education
    if stated is None or widest(profile):
        return
    level = Education[stated.upper()]
    against = next((way for way in ways(profile) if not way.low <= level <= way.high), None)
    if against:
        sentence = f"A text says you need: {name(against)}. The fact says: {level.label}."
        yield Note(sentence, (Place("education-fact", level.label), against.place))


@check(
    "education-figures",
    Severity.WARNING,
    "The fact “usually needed” is two levels or more away from what the official projections call typical.",
)
def education_figures(profile: Profile, context: Context) -> Iterator[Note]:
    stated = profile.document.education
    official = FROM_OFFICIAL.get(context.evidence.education.casefold().replace("’", "'"))
    if stated is None or official is None:
        return
    level = Education[stated.upper()]
    if abs(level - official) > 1:
        sentence = f"The fact says {level.label}; the official projections say {context.evidence.education}."
        yield Note(sentence, (Place("education-fact", level.label),))
