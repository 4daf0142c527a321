"""What figures suggest an editor might say: types, education, a summary. Rules of thumb, for a person to look over."""

import re
from collections.abc import Mapping, Sequence

from careers.bands import OUTLOOK, band_of
from careers.models import Category, Education, Projection
from careers.models.career import name_key

MANY_OPENINGS = 50_000  # a year; about one occupation in ten that the projections list on its own has as many
LONGEST_SUMMARY = 200
MOST_NAMES = 2
# What people of each interest like, after “people who like”; the second is named where it is nearly as strong.
LIKE = {
    "R": "hands-on work",
    "I": "finding things out",
    "A": "creative work",
    "S": "helping or teaching people",
    "E": "leading and persuading people",
    "C": "keeping things exact and in order",
}
NEARLY = 1.5  # of O*NET’s 1 to 7
ENDING = re.compile(r"(ie|y|ve|fe|e)$")
# O*NET writes titles in capitals; of the words in them these alone keep theirs.
NAMES_IN_TITLES = {"English"}

# The words of the projections, and ours for them.
ENTRY = {
    "no formal educational credential": Education.NONE,
    "high school diploma or equivalent": Education.SCHOOL,
    "some college, no degree": Education.CERTIFICATE,
    "postsecondary nondegree award": Education.CERTIFICATE,
    "associate's degree": Education.ASSOCIATE,
    "bachelor's degree": Education.BACHELOR,
    "master's degree": Education.MASTER,
    "doctoral or professional degree": Education.DOCTORATE,
}
# O*NET's twelve levels, 1 being less than high school.
LEVELS = {
    1: Education.NONE,
    2: Education.SCHOOL,
    3: Education.CERTIFICATE,
    4: Education.CERTIFICATE,
    5: Education.ASSOCIATE,
    6: Education.BACHELOR,
    7: Education.BACHELOR,
    8: Education.MASTER,
    9: Education.MASTER,
    10: Education.DOCTORATE,
    11: Education.DOCTORATE,
    12: Education.DOCTORATE,
}
TO_START = {
    Education.NONE: "You can start without a qualification.",
    Education.SCHOOL: "You usually start with a high school diploma.",
    Education.CERTIFICATE: "You usually start with a certificate or a short course.",
    Education.ASSOCIATE: "You usually start with an associate degree.",
    Education.BACHELOR: "You usually start with a bachelor’s degree.",
    Education.MASTER: "You usually start with a master’s degree.",
    Education.DOCTORATE: "You usually start with a doctorate or a professional degree.",
}


def education_of(projection: Projection | None) -> Education | None:
    stated = projection.education if projection else ""
    return ENTRY.get(stated.casefold().replace("’", "'"))


def education_in(answers: Mapping[int, float]) -> Education | None:
    """The level that half of those asked say is enough, of their answers in per cent by level."""
    half, reached = sum(answers.values()) / 2, 0.0
    for level in sorted(answers):
        reached += answers[level]
        if reached >= half > 0:
            return LEVELS[level]
    return None


def types_of(projection: Projection | None, zone: float | None) -> list[str]:
    """Slugs, the main type first: where the number of jobs is going, then how people get in."""
    return [*by_outlook(projection), *by_way_in(projection, zone)]


def by_outlook(projection: Projection | None) -> list[str]:
    if projection is None:
        return []
    outlook = band_of(projection.percent, OUTLOOK)
    going = {
        "growing-fast": "growing-emerging-careers",
        "growing": "stable-careers",
        "about-the-same": "stable-careers",
        "shrinking": "changing-careers",
    }
    own_openings = 0 if projection.openings_for else projection.openings or 0
    types = [going[outlook.slug]] if outlook else []
    return [*types, "high-demand-careers"] if own_openings >= MANY_OPENINGS else types


def by_way_in(projection: Projection | None, zone: float | None) -> list[str]:
    types = []
    if projection and (
        projection.training.casefold() == "apprenticeship" or education_of(projection) == Education.CERTIFICATE
    ):
        types.append("apprenticeship-trade-careers")
    if zone is not None and zone >= 4:
        types.append("advanced-study-careers")
    if zone is not None and zone <= 2:
        types.append("quick-start-careers")
    return types


def title_of(official: str) -> str:
    """An occupation's title as ours are written: “Helpers--Electricians” becomes “Helpers: electricians”."""
    title = " ".join(in_small(word) for word in official.replace("--", ": ").split(" "))
    return title[:1].upper() + title[1:]


def in_small(word: str) -> str:
    """Each part of “Air/Weapons” by itself; what has capitals inside is an abbreviation."""
    parts = re.split(r"(\W)", word)
    return "".join(part if part in NAMES_IN_TITLES or part[1:] != part[1:].lower() else part.lower() for part in parts)


def summary(
    title: str, category: Category, titles: Sequence[str], education: Education | None, scores: Sequence[float] = ()
) -> str:
    """Two sentences of our own: who would like it, or how people start, and what else people call it.

    ``scores`` are O*NET's of R, I, A, S, E and C.
    """
    start = f"A job in {category.name}." if education is None else f"A job in {category.name}. {TO_START[education]}"
    first = for_whom(scores) or start
    names = telling_names(title, titles)
    whole = f"{first} Also called {' or '.join(names)}." if names else first
    return whole if len(whole) <= LONGEST_SUMMARY else first


def for_whom(scores: Sequence[float]) -> str:
    if len(scores) != len(LIKE):
        return ""
    (best, first), (second, then), *_ = sorted(zip(scores, LIKE, strict=True), key=lambda pair: -pair[0])
    liked = [LIKE[first], LIKE[then]] if second >= best - NEARLY else [LIKE[first]]
    join = " and " if liked[0].endswith(" work") else ", and "
    return f"A job for people who like {join.join(liked)}."


def telling_names(title: str, titles: Sequence[str]) -> list[str]:
    """The first few that have a word which neither the title nor a name before has."""
    said, names = stems(title), []
    for name in dict.fromkeys(each.partition(" (")[0] for each in titles):  # without the abbreviation behind it
        if stems(name) - said:
            names.append(name)
            said |= stems(name)
    return names[:MOST_NAMES]


def stems(name: str) -> set[str]:
    """Its words, the same for one and for many: “Actuary” and “Actuaries”."""
    return {ENDING.sub("", word) for word in name_key(name).split()}
